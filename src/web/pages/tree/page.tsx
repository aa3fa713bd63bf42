import { Drawer } from "@mantine/core";
import { useMediaQuery, useWindowEvent } from "@mantine/hooks";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useMemo } from "react";
import { wordingOf } from "../../path.ts";
import type { Entry, TreeNode } from "../../report.ts";
import { type Loaded, useLoaded } from "../../say.ts";
import { Empty } from "../../ui/empty.tsx";
import { useTitle, WithReport } from "../../ui/page.tsx";
import { Section } from "../../ui/section.tsx";
import { Sentence, type Stretch } from "../../ui/sentence.tsx";
import { TimeLine } from "../../ui/time-line.tsx";
import { type Chosen, Filter, nameOf } from "./filter.tsx";
import { focusOf, goalsMoved } from "./focus.ts";
import { Key } from "./key.tsx";
import { Links } from "./links.tsx";
import { forestOf } from "./model.ts";
import { Outline } from "./outline.tsx";
import { Sheet } from "./sheet.tsx";
import classes from "./tree.module.css";

const Canvas = lazy(async () => ({ default: (await import("./canvas.tsx")).Canvas }));
const route = getRouteApi("/tree");
/** the sheet's width less the page's margin, where it lies over the drawing */
const sheetOver = 376 - 32;

export function TreePage() {
  return (
    <WithReport>
      <Tree />
    </WithReport>
  );
}

function Tree() {
  const loaded = useLoaded();
  const { report, say } = loaded;
  const words = say.words.tree;
  useTitle(words.title);
  const { node: picked = null, who = null, theme: asked } = route.useSearch();
  const theme = report.themes.find(({ id }) => id === asked) ?? null;
  const navigate = route.useNavigate();
  const forest = useMemo(() => forestOf(loaded), [loaded]);
  const list = useMediaQuery("(max-width: 900px)", undefined, { getInitialValueInEffect: false });
  const beside = useMediaQuery("(min-width: 1280px)", undefined, { getInitialValueInEffect: false });
  const node = report.tree.nodes.find((one) => one.id === picked);
  const focus = useMemo(() => focusOf(loaded, forest, who, theme?.id ?? null), [loaded, forest, who, theme]);
  const go = (next: { readonly node: string | null } & Chosen) =>
    void navigate({
      search: {
        ...(next.node === null ? {} : { node: next.node }),
        ...(next.who === null ? {} : { who: next.who }),
        ...(next.theme === null ? {} : { theme: next.theme }),
      },
      replace: true,
      resetScroll: false,
    });
  const pick = (id: string | null) => go({ node: id, who, theme: theme?.id ?? null });
  const of = who === null ? null : nameOf(report, who);
  const isSegment = report.segments.some(({ id }) => id === who);
  useWindowEvent("keydown", (event) => {
    if (event.key === "Escape" && node !== undefined) pick(null);
  });
  if (report.tree.nodes.length === 0) {
    const { empty } = say.words;
    return <Empty title={empty.treeTitle} text={empty.treeText} how={empty.treeHow} code={treeExample[say.language]} />;
  }
  const sheet = (one: TreeNode) => <Sheet node={one} forest={forest} close={() => pick(null)} />;
  return (
    <div className={node && !list ? classes["withSheet"] : undefined}>
      <div className={classes["page"]}>
        <TimeLine />
        <Sentence phrases={who === null ? sentenceOf(loaded) : sentenceFor(loaded, who)} />
        <Section
          title={
            focus === null
              ? words.finding(report.tree.nodes.some((one) => one.lit))
              : say.words.focus.finding(of, theme?.name ?? null, isSegment)
          }
          aside={list ? undefined : words.hint}
          className={classes["drawing"] ?? ""}
        >
          <Filter who={who} theme={theme?.id ?? null} choose={(choice) => go({ node: picked, ...choice })} />
          {list ? null : <Key />}
          <div className={classes["split"]}>
            <div className={classes["list"]}>
              <Outline forest={forest} focus={focus} of={of} picked={picked} pick={pick} />
            </div>
            {list ? null : (
              <Suspense fallback={<div className={classes["waiting"]} />}>
                <Canvas forest={forest} focus={focus} picked={picked} pick={pick} covered={beside ? 0 : sheetOver} />
              </Suspense>
            )}
          </div>
        </Section>
        <Links />
      </div>
      {node && !list ? (
        <aside className={classes["side"]} aria-label={node.name}>
          {sheet(node)}
        </aside>
      ) : null}
      {list ? (
        <Drawer.Root opened={node !== undefined} onClose={() => pick(null)} position="bottom" size="80%">
          <Drawer.Overlay />
          <Drawer.Content aria-label={node?.name ?? words.title}>
            <Drawer.Body p={24}>{node ? sheet(node) : null}</Drawer.Body>
          </Drawer.Content>
        </Drawer.Root>
      ) : null}
    </div>
  );
}

/** What is somebody's, and what it does to the goals. */
function sentenceFor(loaded: Loaded, who: string): readonly Stretch[] {
  const { report, say } = loaded;
  const own = report.tree.nodes.filter((node) => node.whose.includes(who));
  const count = (layer: TreeNode["layer"]) => own.filter((node) => node.layer === layer).length;
  const [kpis, cpis] = [count("kpi"), count("cpi")];
  return say.words.focus.sentence({
    name: nameOf(report, who),
    isSegment: report.segments.some((segment) => segment.id === who),
    kpis,
    cpis,
    others: own.length - kpis - cpis,
    ...goalsMoved(loaded, own),
  });
}

const severity: Readonly<Partial<Record<Entry["status"], number>>> = { missed: 0, behind: 1, "at-risk": 2 };

/** The super-KPI, and on its path the gauge that is worst off. */
function sentenceOf({ report, entries, say }: Loaded): readonly Stretch[] {
  const superEntry = report.superKpi === null ? undefined : entries.get(`kpi/${report.superKpi}`);
  const stand = (entry: Entry) => {
    const now = say.value(entry.value, entry.unit, { round: true });
    if (!entry.target) return now;
    const goal = say.words.ofTarget(say.value(entry.target.value, entry.unit, { round: true }), wordingOf(entry));
    return goal.startsWith("· ") ? `${now}, ${goal.slice(2)}` : `${now} ${goal}`;
  };
  const weak = report.tree.nodes
    .filter((node) => node.lit)
    .map((node) => entries.get(node.id))
    .filter((entry) => entry !== undefined && entry !== superEntry && severity[entry.status] !== undefined)
    .map((entry) => entry as Entry)
    .toSorted((a, b) => (severity[a.status] ?? 9) - (severity[b.status] ?? 9) || pace(a) - pace(b))[0];
  const links = report.links.length;
  return say.words.tree.sentence({
    super: superEntry?.name ?? null,
    value: superEntry && superEntry.value !== null ? stand(superEntry) : null,
    weakest: weak ? { name: weak.name, value: stand(weak), status: weak.status } : null,
    supported: report.links.filter((link) => link.status === "supported").length,
    links,
  });
}

function pace({ value, expected, direction }: Entry): number {
  if (value === null || expected === null || expected === 0 || value === 0) return 1;
  return direction === "up" ? value / expected : expected / value;
}

const treeExample = {
  nl: `goals:
  - {id: klanten-die-terugkomen, name: Klanten die terugkomen}
objectives:
  - {id: meer-verkopen, name: Meer badkamers verkopen, supports: [{goal: klanten-die-terugkomen}]}
interactions:
  - {id: offerte-aanvragen, name: Offerte aanvragen, phase: do, serves: [meer-verkopen]}`,
  en: `goals:
  - {id: customers-who-return, name: Customers who return}
objectives:
  - {id: sell-more, name: Sell more bathrooms, supports: [{goal: customers-who-return}]}
interactions:
  - {id: request-quote, name: Request a quote, phase: do, serves: [sell-more]}`,
};
