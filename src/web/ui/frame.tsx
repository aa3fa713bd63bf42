import { Menu, useMantineColorScheme } from "@mantine/core";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import type { WebWords } from "../../locale/index.ts";
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

interface PageLink {
  readonly to: "/" | "/tree" | "/framework" | "/discover" | "/customer" | "/steering";
  readonly name: (words: WebWords) => string;
  /** where there is little room; else the name */
  readonly short?: (words: WebWords) => string;
  readonly Icon: () => ReactNode;
}

/** In the bar, and on a phone in the tabs below. */
const pages: readonly PageLink[] = [
  { to: "/", name: ({ nav }) => nav.overview, Icon: ListIcon },
  { to: "/tree", name: ({ nav }) => nav.tree, short: ({ nav }) => nav.treeShort, Icon: TreeIcon },
  { to: "/framework", name: ({ nav }) => nav.framework, Icon: GridIcon },
  { to: "/discover", name: ({ nav }) => nav.discover, Icon: SearchIcon },
  { to: "/customer", name: ({ customer }) => customer.title, Icon: PersonIcon },
  { to: "/steering", name: ({ steering }) => steering.title, Icon: SteerIcon },
];

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
          {pages.map(({ to, name }) => (
            <Link key={to} to={to} activeProps={active} activeOptions={{ exact: to === "/" }}>
              {name(words)}
            </Link>
          ))}
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
        {pages.map(({ to, name, short = name, Icon }) => (
          <Link key={to} to={to} activeProps={active} activeOptions={{ exact: to === "/" }}>
            <Icon />
            {short(words)}
          </Link>
        ))}
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
