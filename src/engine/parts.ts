import { createHash } from "node:crypto";
import { addDays, type Day, type FiscalStart, type Grain, periodOf, periodsBetween, shiftDay } from "../calendar/index.ts";
import {
  type Apart,
  apartBy,
  type Catalog,
  type DayMark,
  type Extent,
  type LoadedDataset,
  mapped,
  nodesOf,
  type Node,
  type Plan,
  type Reach,
} from "../metric/index.ts";

/** A period's share of a plan's answer, named by the period and by all rows that can touch it: equal names, equal answers. */
export interface Part {
  readonly name: string;
  /** what is asked, without the rows that came behind others: see `Growth`; null where the plan does not grow */
  readonly stem: string | null;
  /** of the period; null where the answer is not told apart by periods */
  readonly label: string | null;
}

/** A plan's answer in parts that can be asked for apart. */
export interface Parts {
  /** what the answer depends on beside the rows and the periods asked about */
  readonly form: Plan;
  readonly all: readonly Part[];
  /** the part that a row of an answer belongs to; undefined where it belongs to none */
  of(row: readonly unknown[]): Part | undefined;
  /** plans that together answer these parts and perhaps others beside them */
  only(parts: readonly Part[]): readonly Plan[];
  readonly growth: Growth | null;
}

/**
 * Rows came behind others, and the plan is apart by customers: an answer is the one of before, less what those with new rows added to it
 * then, and what they add to it now. `next`: the place in the order of loading that no row has reached.
 */
export interface Growth {
  readonly apart: Apart;
  readonly next: number;
}

type Scan = Extract<Node, { op: "scan" }>;
type Spine = Extract<Node, { op: "spine" }>;
type Days = { readonly from: Day | null; readonly to: Day | null };

/** More periods than this are kept as one part: telling them apart would take longer than it saves. */
const mostParts = 5_000;

/**
 * `reaches`: those of the metrics that the plan serves. Null where it is not known of what data the datasets are made.
 */
export function partsOf(plan: Plan, reaches: readonly Reach[], catalog: Catalog): Parts | null {
  const scans = scansOf(plan.root);
  if (scans.some(({ dataset }) => catalog.datasets.get(dataset)?.build === undefined)) return null;
  return bySpine(plan, scans, reaches, catalog) ?? byDays(plan, scans, reaches, catalog) ?? whole(plan, scans, catalog);
}

/** One part: it is another whenever a file is. */
function whole(plan: Plan, scans: readonly Scan[], { datasets }: Catalog): Parts {
  const part = { name: digest(buildsOf(scans, datasets)), stem: null, label: null };
  return { form: plan, all: [part], of: () => part, only: () => [plan], growth: null };
}

/** Values of rows of a span of days, the outermost filter's. */
function byDays(plan: Plan, scans: readonly Scan[], reaches: readonly Reach[], catalog: Catalog): Parts | null {
  const { root } = plan;
  if (root.op !== "aggregate" || root.input.op !== "filter" || root.input.days === null) return null;
  const { input, keys } = root;
  if (nodesOf(root).some(({ op }) => op === "spine")) return null;
  const days = input.days!;
  const touched = touching(plan, scans, reaches, catalog);
  if (touched === null) return null;
  const flat = nodesOf(input).every(({ op }) => op === "filter" || op === "scan");
  const place = keys.findIndex(({ of }) => of.kind === "period");
  const key = keys[place];
  const only = (those: Days): Plan => ({
    ...plan,
    root: { ...root, input: { ...input, days: those } },
    // Few rows are not worth a longer statement.
    rows: plan.rows === null || !flat ? plan.rows : rowsWithin(catalog.datasets.get(plan.dataset)!, those),
  });
  if (key?.of.kind !== "period") {
    const part = { ...touched.by("total", days, flat), label: null };
    return { form: formOf(plan), all: [part], of: () => part, only: () => [plan], growth: touched.growth };
  }
  const { grain, fiscalStart } = key.of;
  const periods = periodsWithin(catalog.datasets.get(plan.dataset), days, grain, fiscalStart, flat);
  if (periods === null) return null;
  // What lies before the first or after the last goes with them.
  const spans = periods.map(({ from, to }, index): Days => ({
    from: flat ? later(from, days.from) : index === 0 ? days.from : from,
    to: flat ? sooner(to, days.to) : index === periods.length - 1 ? days.to : to,
  }));
  const all = periods.map(({ label }, index): Part => ({ label, ...touched.by(label, spans[index]!, flat) }));
  const byLabel = new Map(all.map((part) => [part.label, part]));
  return {
    form: formOf(plan),
    all,
    of: (row) => byLabel.get(periodOf(String(row[place]), grain, fiscalStart).label),
    only(parts) {
      if (parts.length === all.length) return [plan];
      const wanted = new Set(parts);
      const runs: Days[] = [];
      all.forEach((part, index) => {
        if (!wanted.has(part)) return;
        const goesOn = index > 0 && wanted.has(all[index - 1]!);
        const from = goesOn ? runs.pop()!.from : spans[index]!.from;
        runs.push({ from, to: spans[index]!.to });
      });
      return runs.map(only);
    },
    growth: touched.growth,
  };
}

/** Values beside periods that are known beforehand, each with its own days. */
function bySpine(plan: Plan, scans: readonly Scan[], reaches: readonly Reach[], catalog: Catalog): Parts | null {
  const { root } = plan;
  const spines = nodesOf(root).filter((node): node is Spine => node.op === "spine");
  const [spine] = spines;
  if (root.op !== "aggregate" || spine === undefined || spines.length > 1 || spine.rows.length > mostParts) return null;
  const place = root.keys.findIndex(({ of }) => of.kind === "frame");
  const key = root.keys[place];
  const touched = touching(plan, scans, reaches, catalog);
  if (key?.of.kind !== "frame" || touched === null) return null;
  const { grain, fiscalStart } = key.of;
  const rows = new Map<Part, readonly Day[]>();
  const byLabel = new Map<string | null, Part>();
  for (const row of spine.rows) {
    const [period = "", from = "", next = ""] = row;
    const { label } = periodOf(period, grain, fiscalStart);
    const part = { label, ...touched.by(row.join(" "), { from, to: addDays(next, -1) }, false) };
    rows.set(part, row);
    byLabel.set(label, part);
  }
  if (byLabel.size !== rows.size) return null;
  const all = [...rows.keys()];
  return {
    form: formOf(plan),
    all,
    of: (row) => byLabel.get(periodOf(String(row[place]), grain, fiscalStart).label),
    only: (parts) =>
      parts.length === all.length
        ? [plan]
        : [
            {
              ...plan,
              root: withRows(
                root,
                parts.map((part) => rows.get(part)!),
              ),
            },
          ],
    growth: touched.growth,
  };
}

/** Names what is asked over days, and all rows that can touch it. */
interface Touching {
  by(asked: string, days: Days, flat: boolean): Pick<Part, "name" | "stem">;
  readonly growth: Growth | null;
}

/** Null where it is not known on which days rows lie. */
function touching(plan: Plan, scans: readonly Scan[], reaches: readonly Reach[], { datasets }: Catalog): Touching | null {
  // Who is of a segment, and what a row is joined to, may follow from rows of any day.
  if (nodesOf(plan.root).some((node) => node.op === "members" || (node.op === "join" && node.lone))) return null;
  const marks = scans.map(({ dataset, columns }) => ({ days: datasets.get(dataset)!.days ?? null, ordered: columns.includes("$row") }));
  if (marks.some(({ days }) => days === null)) return null;
  // Rows after this day count for nothing anywhere in the plan.
  const ends = nodesOf(plan.root).flatMap((node) => (node.op === "filter" && node.days?.to ? [node.days.to] : []));
  if (ends.length === 0) return null;
  const end = ends.reduce((last, day) => (day > last ? day : last));
  const inner = nodesOf(plan.root).flatMap((node) =>
    node.op === "filter" && node.days && !isOutermost(plan.root, node) ? [node.days] : [],
  );
  const shape = digest(scans.map(({ dataset }) => [...datasets.get(dataset)!.columns]));
  const sums = marks.map(({ days, ordered }) => ({ within: sumsOf(days!), ordered }));
  const apart = apartBy(plan);
  const grown = apart && datasets.get(apart.dataset)!.grown;
  const lastDay = marks
    .map(({ days }) => days!.at(-1)?.[0] ?? null)
    .reduce((last, day) => (last === null || day === null ? (last ?? day) : later(day, last)), null);
  // A day that no row lies after cuts nothing off, and neither did it when there were fewer rows.
  const cut = (day: Day | null): string => (day === null || lastDay === null || day >= lastDay ? "" : day);
  return {
    by(asked, { from, to }, flat) {
      const early = flat ? from : least(reaches.map(({ after }) => moved(from, after, -1)));
      const late = sooner(end, flat ? to : most(reaches.map(({ before }) => moved(to, before, 1))));
      const touched = sums.map(({ within, ordered }) => within({ from: early, to: late }, ordered));
      const name = [asked, shape, ...touched, ...inner.map((own) => `${own.from} ${own.to && sooner(own.to, late)}`)].join(",");
      const around = [{ from, to }, { from: null, to: end }, ...inner].map((own) => `${own.from} ${cut(own.to)}`);
      return { name, stem: grown && !flat ? digest([asked, shape, grown.origin, around]) : null };
    },
    growth: apart && grown ? { apart, next: grown.next } : null,
  };
}

function isOutermost(root: Node, node: Node): boolean {
  return root.op === "aggregate" && root.input === node;
}

function marksWithin(marks: readonly DayMark[], days: Days): readonly DayMark[] {
  return marks.slice(...placesOf(marks, days));
}

/** Where the marks within days begin and end: they stand in the order of their days. */
function placesOf(marks: readonly DayMark[], { from, to }: Days): [number, number] {
  const before = (isEarly: (day: Day) => boolean): number => {
    let [low, high] = [0, marks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isEarly(marks[middle]![0])) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const start = from === null ? 0 : before((day) => day < from);
  return [start, Math.max(start, to === null ? marks.length : before((day) => day <= to))];
}

const summed = new WeakMap<readonly DayMark[], (days: Days, ordered: boolean) => string>();

/** What names the rows within days: their number, and the sum of what names their days' contents. Many plans ask it of the same marks. */
function sumsOf(marks: readonly DayMark[]): (days: Days, ordered: boolean) => string {
  const known = summed.get(marks);
  if (known) return known;
  const counts = [0];
  const sums: Readonly<Record<"content" | "ordered", bigint[]>> = { content: [0n], ordered: [0n] };
  marks.forEach(([, rows, content, ordered], index) => {
    counts.push(counts[index]! + rows);
    sums.content.push(sums.content[index]! + BigInt(content));
    sums.ordered.push(sums.ordered[index]! + BigInt(ordered));
  });
  const within = (days: Days, ordered: boolean): string => {
    const [start, end] = placesOf(marks, days);
    const sum = (of: readonly bigint[]): string => BigInt.asUintN(64, of[end]! - of[start]!).toString(36);
    return `${counts[end]! - counts[start]!} ${sum(sums.content)}${ordered ? ` ${sum(sums.ordered)}` : ""}`;
  };
  summed.set(marks, within);
  return within;
}

/** Null: without end. */
function moved(day: Day | null, extent: Extent, sign: 1 | -1): Day | null {
  if (day === null || extent === "all") return null;
  // Months end on other days: a row on the 31st reaches as far as one on the 28th.
  const slack = extent.months > 0 ? 3 : 0;
  return addDays(shiftDay(day, { count: extent.months, unit: "month" }, sign), sign * (extent.days + slack));
}

/** Null, that is without end, where one of them is. */
function least(days: readonly (Day | null)[]): Day | null {
  return days.reduce((first, day) => (first === null || day === null ? null : sooner(first, day)), days[0] ?? null);
}

function most(days: readonly (Day | null)[]): Day | null {
  return days.reduce((last, day) => (last === null || day === null ? null : later(last, day)), days[0] ?? null);
}

function later(day: Day, other: Day | null): Day {
  return other !== null && other > day ? other : day;
}

function sooner(day: Day, other: Day | null): Day {
  return other !== null && other < day ? other : day;
}

/** Those with rows where every row counts in its own; else all of them, one after the other. */
function periodsWithin(
  dataset: LoadedDataset | undefined,
  { from, to }: Days,
  grain: Exclude<Grain, "total">,
  fiscalStart: FiscalStart,
  flat: boolean,
) {
  const days = marksWithin(dataset?.days ?? [], { from, to });
  const first = days[0]?.[0];
  const last = days.at(-1)?.[0];
  if (first === undefined || last === undefined) return null;
  if (flat) {
    const periods = new Map<string, { label: string; from: Day; to: Day }>();
    let current = null;
    for (const [day] of days) {
      if (current !== null && day <= current.to) continue;
      current = periodOf(day, grain, fiscalStart);
      periods.set(current.label, current);
    }
    return periods.size > mostParts ? null : [...periods.values()];
  }
  if (Number(last.slice(0, 4)) - Number(first.slice(0, 4)) > 13) return null;
  const periods = periodsBetween(first, last, grain, fiscalStart);
  return periods.length > mostParts ? null : periods;
}

function rowsWithin({ days, rows }: LoadedDataset, { from, to }: Days): number | null {
  if (!days) return rows ?? null;
  return marksWithin(days, { from, to }).reduce((sum, [, count]) => sum + count, 0);
}

/** The plan without the days and periods that are asked about, and without what only tells how it is best answered. */
function formOf(plan: Plan): Plan {
  return {
    ...plan,
    root: mapped(plan.root, (node) =>
      node.op === "filter" ? { ...node, days: null } : node.op === "spine" ? { ...node, rows: [] } : node,
    ),
    rows: null,
  };
}

function withRows(root: Node, rows: Spine["rows"]): Node {
  return mapped(root, (node) => (node.op === "spine" ? { ...node, rows } : node));
}

function scansOf(root: Node): Scan[] {
  return nodesOf(root).filter((node): node is Scan => node.op === "scan");
}

function buildsOf(scans: readonly Scan[], datasets: ReadonlyMap<string, LoadedDataset>): readonly (readonly string[])[] {
  return [...new Set(scans.map(({ dataset }) => dataset))].sort().map((id) => [id, datasets.get(id)!.build!]);
}

function digest(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url").slice(0, 22);
}
