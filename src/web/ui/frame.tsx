import { Menu, useMantineColorScheme } from "@mantine/core";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useReport } from "../report.ts";
import { useLanguage, useWords } from "../say.ts";
import classes from "./frame.module.css";
import { Stale } from "./failure.tsx";
import {
  AutoIcon,
  CheckIcon,
  GridIcon,
  ListIcon,
  MarkIcon,
  MoonIcon,
  PersonIcon,
  SearchIcon,
  SteerIcon,
  SunIcon,
  TreeIcon,
} from "./icons.tsx";

const active = { "aria-current": "page" } as const;

/** What every page stands in: the bar with pages, language and theme; the page; on a phone the tabs below. */
export function Frame() {
  const words = useWords();
  const { language } = useLanguage();
  const report = useReport(language);
  const name = report.data?.workspace.name;
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const previous = useRef(pathname);
  useEffect(() => {
    // After a change of page a screen reader continues at the new page, not at the link that was left.
    if (previous.current !== pathname) main.current?.focus({ preventScroll: true });
    previous.current = pathname;
  }, [pathname]);
  return (
    <>
      <a className={classes["skip"]} href="#main">
        {words.nav.skip}
      </a>
      <header className={classes["bar"]}>
        <Link className={classes["brand"]} to="/">
          <MarkIcon />
          Helder
        </Link>
        <nav className={classes["nav"]} aria-label={words.nav.label}>
          <Link to="/" activeProps={active} activeOptions={{ exact: true }}>
            {words.nav.overview}
          </Link>
          <Link to="/tree" activeProps={active}>
            {words.nav.tree}
          </Link>
          <Link to="/framework" activeProps={active}>
            {words.nav.framework}
          </Link>
          <Link to="/discover" activeProps={active}>
            {words.nav.discover}
          </Link>
          <Link to="/customer" activeProps={active}>
            {words.customer.title}
          </Link>
          <Link to="/steering" activeProps={active}>
            {words.steering.title}
          </Link>
        </nav>
        <div className={classes["end"]}>
          <LanguageSwitch />
          <ThemeSwitch />
          {name === undefined ? null : <span className={classes["shop"]}>{name}</span>}
        </div>
      </header>
      {report.isError && report.data ? <Stale className={classes["stale"] ?? ""} retry={() => void report.refetch()} /> : null}
      <main className={classes["main"]} id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <nav className={classes["tabs"]} aria-label={words.nav.label}>
        <Link to="/" activeProps={active} activeOptions={{ exact: true }}>
          <ListIcon />
          {words.nav.overview}
        </Link>
        <Link to="/tree" activeProps={active}>
          <TreeIcon />
          {words.nav.treeShort}
        </Link>
        <Link to="/framework" activeProps={active}>
          <GridIcon />
          {words.nav.framework}
        </Link>
        <Link to="/discover" activeProps={active}>
          <SearchIcon />
          {words.nav.discover}
        </Link>
        <Link to="/customer" activeProps={active}>
          <PersonIcon />
          {words.customer.title}
        </Link>
        <Link to="/steering" activeProps={active}>
          <SteerIcon />
          {words.steering.title}
        </Link>
      </nav>
    </>
  );
}

const languages = [
  { code: "nl", name: "Nederlands" },
  { code: "en", name: "English" },
] as const;

function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const words = useWords();
  return (
    <Menu position="bottom-end" classNames={{ dropdown: classes["menu"] ?? "" }}>
      <Menu.Target>
        <button type="button" className={classes["control"]} aria-label={`${words.nav.language}: ${language.toUpperCase()}`}>
          {language.toUpperCase()}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map(({ code, name }) => (
          <Menu.RadioItem
            key={code}
            value={code}
            lang={code}
            checked={code === language}
            checkIcon={<CheckIcon />}
            onChange={() => choose(code)}
            closeMenuOnClick
          >
            {name}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const schemes = ["auto", "light", "dark"] as const;
const schemeIcons = { auto: AutoIcon, light: SunIcon, dark: MoonIcon };

function ThemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const words = useWords();
  const Icon = schemeIcons[colorScheme];
  return (
    <Menu position="bottom-end" classNames={{ dropdown: classes["menu"] ?? "" }}>
      <Menu.Target>
        <button type="button" className={classes["control"]} aria-label={`${words.nav.theme}: ${words.nav[colorScheme]}`}>
          <Icon />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map((scheme) => (
          <Menu.RadioItem
            key={scheme}
            value={scheme}
            checked={scheme === colorScheme}
            checkIcon={<CheckIcon />}
            onChange={() => setColorScheme(scheme)}
            closeMenuOnClick
          >
            {words.nav[scheme]}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
