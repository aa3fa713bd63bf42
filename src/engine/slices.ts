import { createHash } from "node:crypto";
import { type Day, periodOf } from "../calendar/index.ts";
import type { Catalog, Contents, LoadedDataset, Node, Plan } from "../metric/index.ts";
import { compile, type Dialect } from "../sql/index.ts";

type Filter = Extract<Node, { op: "filter" }>;
type Days = NonNullable<Filter["days"]>;

/** A part of an answer that depends on the rows of some days alone. */
export interface Slice {
  /** the first day of the period that its rows bear in the answer; "" for an answer that is not divided */
  readonly start: Day | "";
  /** both ends included; null: the answer is not divided */
  readonly days: { readonly from: Day; readonly to: Day } | null;
  /** how many rows it is made of, where that is known */
  readonly rows: number | null;
  /** equal marks, equal parts */
  readonly mark: string;
}

export interface Sliced {
  /** of all that the answer depends on but rows and range of days */
  readonly key: string;
  /** the period's place in the answer's rows; null: not divided */
  readonly column: number | null;
  /** in the order of time */
  readonly slices: readonly Slice[];
}

/**
 * How an answer falls apart into periods, each of which follows from the rows of its own days: a plan of one table, grouped by period. Any
 * other answer is one slice that follows from all rows of its datasets. Null where it is not known of what data they are made.
 */
export function slicesOf(plan: Plan, { datasets }: Catalog, dialect: Dialect): Sliced | null {
  const days = daysOf(plan.root);
  const dataset = datasets.get(plan.dataset);
  if (days === null || dataset?.contents === undefined || dataset.definition === undefined) return wholeOf(plan, datasets, dialect);
  const { text, parameters } = compile(between(plan, null), dialect);
  const asked = [text, parameters, plan.dataset, dataset.definition];
  const contents = contentsBetween(dataset.contents, days);
  const column = plan.root.op === "aggregate" ? plan.root.keys.findIndex(({ of }) => of.kind === "period") : -1;
  const period = plan.root.op === "aggregate" ? plan.root.keys[column] : undefined;
  if (period?.of.kind !== "period") {
    // Of several ranges none may take the place of another.
    const mark = digest(contents.map(([day, { rows, mark: own }]) => [day, rows, own]));
    return { key: digest([asked, mark]), column: null, slices: [{ start: "", days: null, rows: null, mark }] };
  }
  const { grain, fiscalStart } = period.of;
  const slices: (Slice & { marks: string[] })[] = [];
  for (const [day, { rows, mark }] of contents) {
    const open = slices.at(-1);
    if (day === "") continue;
    if (open && day <= open.days!.to) {
      slices[slices.length - 1] = { ...open, rows: open.rows! + rows };
      open.marks.push(day, mark);
      continue;
    }
    const { from, to } = periodOf(day, grain, fiscalStart);
    slices.push({
      start: from,
      days: { from: days.from !== null && days.from > from ? days.from : from, to: days.to !== null && days.to < to ? days.to : to },
      rows,
      mark: "",
      marks: [day, mark],
    });
  }
  return { key: digest(asked), column, slices: slices.map(({ marks, ...slice }) => ({ ...slice, mark: digest(marks) })) };
}

/** The same plan over some of its days alone; null: over all that have a day. */
export function between(plan: Plan, days: { readonly from: Day; readonly to: Day; readonly rows: number | null } | null): Plan {
  const narrowed = (node: Node): Node => {
    if (node.op === "aggregate") return { ...node, input: narrowed(node.input) };
    if (node.op !== "filter") return node;
    const input = narrowed(node.input);
    if (node.days === null) return { ...node, input };
    return { ...node, input, days: { from: days?.from ?? null, to: days?.to ?? null } };
  };
  return { ...plan, root: narrowed(plan.root), rows: days === null ? plan.rows : days.rows };
}

/** The days that a plan of one table reads; null where it is another plan, or the order of its rows counts. */
function daysOf(root: Node): Days | null {
  if (root.op !== "aggregate" || root.measures.some((measure) => measure.function === "last")) return null;
  let days: Days | null = null;
  let node = root.input;
  for (; node.op === "filter"; node = node.input) {
    if (node.days === null) continue;
    if (days !== null) return null;
    days = node.days;
  }
  return node.op === "scan" ? days : null;
}

function contentsBetween(contents: NonNullable<LoadedDataset["contents"]>, { from, to }: Days): [Day | "", Contents][] {
  return [...contents].filter(([day]) => day !== "" && (from === null || day >= from) && (to === null || day <= to));
}

function wholeOf(plan: Plan, datasets: Catalog["datasets"], dialect: Dialect): Sliced | null {
  const builds = [...new Set(scanned(plan.root))].sort().map((id) => datasets.get(id)?.build ?? null);
  if (builds.includes(null)) return null;
  const { text, parameters } = compile(plan, dialect);
  const mark = digest(builds);
  return { key: digest([text, parameters, mark]), column: null, slices: [{ start: "", days: null, rows: null, mark }] };
}

function digest(parts: unknown): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

function scanned(node: Node): string[] {
  switch (node.op) {
    case "scan":
      return [node.dataset];
    case "spine":
      return [];
    case "join":
      return [...scanned(node.left), ...scanned(node.right)];
    case "members":
      return [...scanned(node.input), ...scanned(node.among)];
    case "nearest":
      return [...scanned(node.input), ...scanned(node.other)];
    default:
      return scanned(node.input);
  }
}
