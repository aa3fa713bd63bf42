import { type Expression, print, type Typed } from "../expression/index.ts";
import type { Day } from "../calendar/index.ts";
import { attachedRows, type SystemColumn } from "./attached-rows.ts";
import { namer } from "./naming.ts";
import type { Key, LoadedDataset, Measure, Membership, Node, Plan } from "./plan.ts";

/** A measure before it is known which conditions all measures share. */
interface Wanted {
  readonly measure: Measure;
  /** the condition of the metric whose rows it is over */
  readonly rows: Typed | null;
}

/** Everything that is asked of one dataset: gathers measures, each once, and becomes one plan. */
export interface Scan {
  readonly dataset: LoadedDataset;
  /** The name under which the measure stands, an equal one's where there is one. `rows`: the metric's condition, beside the measure's own. */
  add(measure: Omit<Measure, "name">, rows: Typed | null, name: string): string;
  plan(keys: readonly Key[], where: Typed | null, days: { readonly from: Day | null; readonly to: Day | null } | null): Plan;
}

/** `taken`: names that keys will bear; `memberships`: the segments that rows must be of. */
export function scanOf(dataset: LoadedDataset, taken: readonly string[], memberships: readonly Membership[]): Scan {
  const wanted = new Map<string, Wanted>();
  const unused = namer(taken);

  return {
    dataset,
    add(measure, rows, name) {
      const key = [measure.function, measure.of, measure.where, rows].map((part) => (typeof part === "string" ? part : textOf(part)));
      const identity = JSON.stringify([...key, measure.p ?? null]);
      const known = wanted.get(identity);
      if (known) return known.measure.name;
      const named = { ...measure, name: unused(name) };
      wanted.set(identity, { measure: named, rows });
      return named.name;
    },
    plan(keys, where, days) {
      const all = [...wanted.values()];
      const conditions = [...new Map(all.map(({ rows }) => [textOf(rows), rows])).values()];
      // Rows that no measure counts need not be read, and make no segment; where all count the same rows, no measure need test them.
      const shared = conditions.length === 1;
      const needed = conditions.includes(null) ? null : conditions.reduce((either, rows) => joined("or", either, rows));
      const filtered = joined("and", where, needed);
      const measures = all.map(({ measure, rows }) => (shared ? measure : { ...measure, where: joined("and", rows, measure.where) }));
      const read = [filtered, ...memberships.map(({ member }) => member), ...measures];
      const scan = attachedRows(dataset, ...columnsUsed(read, keys, measures, days !== null));
      const those = within(scan, memberships);
      const input: Node = filtered === null && days === null ? those : { op: "filter", input: those, where: filtered, days };
      const columns = scan.op === "scan" ? scan.columns : [];
      const few = [...(dataset.few ?? [])].filter((name) => columns.includes(name));
      return {
        dataset: dataset.id,
        root: { op: "aggregate", input, keys, measures },
        rows: dataset.rows ?? null,
        ...(few.length > 0 ? { few } : {}),
      };
    },
  };
}

/** The rows that are of all of the segments. */
export function within(rows: Node, memberships: readonly Membership[]): Node {
  return memberships.reduce<Node>((input, { member, among }) => ({ op: "members", input, member, among }), rows);
}

function textOf(typed: Typed | null): string | null {
  return typed && print(typed.expression);
}

/** Both or either of two conditions; null where there is none. */
export function joined(operator: "and" | "or", left: Typed | null, right: Typed | null): Typed | null {
  if (left === null || right === null) return left ?? right;
  const expression: Expression = { kind: "binary", operator, left: left.expression, right: right.expression, at: left.expression.at };
  return { expression, type: "boolean", columns: [...new Set([...left.columns, ...right.columns])].sort() };
}

/** The system's columns that are read, and the dataset's. */
function columnsUsed(
  parts: readonly (Typed | Measure | null)[],
  keys: readonly Key[],
  measures: readonly Measure[],
  byDay: boolean,
): [system: readonly SystemColumn[], used: ReadonlySet<string>] {
  const used = new Set<string>();
  for (const part of parts) {
    const typed = part === null ? [] : "expression" in part ? [part] : [part.of, part.where];
    for (const one of typed) for (const column of one?.columns ?? []) used.add(column);
  }
  for (const { of } of keys) if (of.kind === "column") used.add(of.column);
  for (const { newestBy } of measures) if (newestBy !== undefined) used.add(newestBy);
  const system: SystemColumn[] = [];
  if (byDay || keys.some(({ of }) => of.kind === "period")) system.push("$day");
  if (measures.some((measure) => measure.function === "last")) system.push("$row");
  return [system, used];
}
