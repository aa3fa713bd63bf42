import type { Columns, Typed } from "../expression/index.ts";
import type { Key, Node } from "../metric/index.ts";
import type { Dialect } from "./dialect.ts";

type Days = NonNullable<Extract<Node, { op: "filter" }>["days"]>;

export function selected(columns: readonly { readonly name: string; readonly text: string }[], dialect: Dialect): string {
  const lines = columns.map(({ text, name }) => `  ${text === dialect.identifier(name) ? text : `${text} AS ${dialect.identifier(name)}`}`);
  return `SELECT\n${lines.join(",\n")}`;
}

export function groupBy(keys: number): string[] {
  return keys > 0 ? [`GROUP BY ${Array.from({ length: keys }, (_, index) => index + 1).join(", ")}`] : [];
}

export function writeKey({ of }: Key, columns: Columns, dialect: Dialect): string {
  if (of.kind === "period") return dialect.periodStart(dialect.identifier("$day"), of.grain, of.fiscalStart);
  const column = dialect.identifier(of.column);
  return columns.get(of.column) === "double" ? dialect.finite(column) : column;
}

export function writeDays({ from, to }: Days, dialect: Dialect): string[] {
  const day = dialect.identifier("$day");
  if (from !== null && to !== null) return [`${day} BETWEEN ${dialect.day(from)} AND ${dialect.day(to)}`];
  if (from !== null) return [`${day} >= ${dialect.day(from)}`];
  return to === null ? [`${day} IS NOT NULL`] : [`${day} <= ${dialect.day(to)}`];
}

export function bracketed({ expression }: Typed, text: string): string {
  return expression.kind === "binary" && expression.operator === "or" ? `(${text})` : text;
}
