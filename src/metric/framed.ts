import type { FiscalStart } from "../calendar/index.ts";
import type { Typed } from "../expression/index.ts";
import { columnsOf } from "./columns.ts";
import { framed } from "./derivation.ts";
import type { Frame } from "./frame.ts";
import type { Key, Measure, MetricQuery, Node, Plan } from "./plan.ts";
import { ownColumn } from "./reading.ts";
import type { Scan } from "./scan.ts";
import { frameKey, type Range } from "./spine.ts";

/** Rows over frames: what can be merged is first aggregated a day, all else is computed anew for each frame. */
export interface Framed {
  readonly frame: Frame;
  readonly byDay: boolean;
}

/** Whether the aggregate of a frame follows exactly from those of its days. */
export function isMergeable(aggregate: Measure["function"]): boolean {
  return aggregate === "count" || aggregate === "sum" || aggregate === "min" || aggregate === "max";
}

interface Asked {
  /** the query's dimensions */
  readonly keys: readonly Key[];
  readonly where: Typed | null;
  /** the name of the key that places rows */
  readonly period: string;
  readonly query: MetricQuery;
  readonly fiscalStart: FiscalStart;
}

/** A scan's measures over frames. Rows of before the range asked for count: a frame reaches back beyond it. */
export function framedPlan(scan: Scan, { frame, byDay }: Framed, asked: Asked, range: Range): Plan {
  const { keys, where, period, query, fiscalStart } = asked;
  const day: Key = { name: "$day", of: { kind: "period", grain: "day", fiscalStart } };
  const flat = scan.plan([day, ...keys], where, { from: null, to: range.days.to });
  const daily = flat.root as Extract<Node, { op: "aggregate" }>;
  const input = framed(byDay ? daily : daily.input, range, frame, query);
  const measures = byDay ? daily.measures.map((measure) => merged(measure, input)) : daily.measures;
  const dimensions = keys.map((key): Key => (byDay ? { name: key.name, of: { kind: "column", column: key.name } } : key));
  const root: Node = { op: "aggregate", input, keys: [...frameKey(period, query, fiscalStart), ...dimensions], measures };
  return { ...flat, root };
}

function merged({ name, function: aggregate }: Measure, input: Node): Measure {
  const of = ownColumn(name, columnsOf(input));
  return { name, function: aggregate === "count" ? "sum" : aggregate, of, where: null };
}
