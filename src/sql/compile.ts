import type { Columns, Typed, ValueType } from "../expression/index.ts";
import type { Key, Measure, Node, Plan } from "../metric/index.ts";
import type { Dialect } from "./dialect.ts";
import { compileExpression } from "./expression.ts";
import type { ParameterValue, Statement } from "./statement.ts";

type Scan = Extract<Node, { op: "scan" }>;
type Filter = Extract<Node, { op: "filter" }>;
type Aggregate = Extract<Node, { op: "aggregate" }>;

/**
 * A plan as one statement: its columns are the aggregate's keys, then its measures. Each node is one clause: scan FROM, filter WHERE,
 * aggregate SELECT and GROUP BY. Equal plans give equal text.
 */
export function compile(plan: Plan, dialect: Dialect): Statement {
  const { aggregate, filters, scan } = clauses(plan.root);
  const columns: Columns = new Map(scan.columns.map((name, index) => [name, scan.types[index]!]));
  const parameters: ParameterValue[] = [];
  const bind = (text: string): string => {
    const known = parameters.indexOf(text);
    return dialect.parameter(known >= 0 ? known + 1 : parameters.push(text));
  };
  const write = ({ expression }: Typed): string => compileExpression(expression, columns, dialect, bind);

  const selected = [
    ...aggregate.keys.map((key) => ({ name: key.name, type: keyType(key, columns), text: writeKey(key, columns, dialect) })),
    ...aggregate.measures.map((measure) => ({
      name: measure.name,
      type: measureType(measure),
      text: dialect.aggregates[measure.function](
        measure.of && { text: write(measure.of), type: measure.of.type },
        measure.where ? ` FILTER (WHERE ${write(measure.where)})` : "",
        measure,
      ),
    })),
  ];
  const conditions = filters.flatMap(({ days, where }) => [
    ...(days ? writeDays(days, dialect) : []),
    ...(where ? conjuncts(where).map((part) => bracketed(part, write(part))) : []),
  ]);
  const text = [
    `SELECT\n${selected.map(({ text: of, name }) => `  ${of === dialect.identifier(name) ? of : `${of} AS ${dialect.identifier(name)}`}`).join(",\n")}`,
    `FROM ${dialect.table(scan.dataset)}`,
    ...(conditions.length > 0 ? [`WHERE ${conditions.join("\n  AND ")}`] : []),
    ...(aggregate.keys.length > 0 ? [`GROUP BY ${aggregate.keys.map((_, index) => index + 1).join(", ")}`] : []),
  ].join("\n");
  return { text, parameters, columns: selected.map(({ name, type }) => ({ name, type })) };
}

function clauses(root: Node): { aggregate: Aggregate; filters: readonly Filter[]; scan: Scan } {
  const filters: Filter[] = [];
  if (root.op !== "aggregate") throw new Error(`invalid plan: its root is ${root.op}`);
  let node = root.input;
  while (node.op === "filter") {
    filters.unshift(node);
    node = node.input;
  }
  if (node.op !== "scan") throw new Error(`invalid plan: ${node.op} below aggregate`);
  return { aggregate: root, filters, scan: node };
}

function keyType({ of }: Key, columns: Columns): ValueType {
  return of.kind === "period" ? "date" : columns.get(of.column)!;
}

function writeKey({ of }: Key, columns: Columns, dialect: Dialect): string {
  if (of.kind === "period") return dialect.periodStart(dialect.identifier("$day"), of.grain, of.fiscalStart);
  const column = dialect.identifier(of.column);
  return columns.get(of.column) === "double" ? dialect.finite(column) : column;
}

function measureType(measure: Measure): ValueType {
  if (measure.function === "count" || measure.function === "count-distinct") return "integer";
  const type = measure.of?.type ?? "null";
  return measure.function === "percentile" || type === "null" ? "double" : type;
}

function writeDays({ from, to }: NonNullable<Filter["days"]>, dialect: Dialect): string[] {
  const day = dialect.identifier("$day");
  if (from !== null && to !== null) return [`${day} BETWEEN ${dialect.day(from)} AND ${dialect.day(to)}`];
  if (from !== null) return [`${day} >= ${dialect.day(from)}`];
  return to === null ? [`${day} IS NOT NULL`] : [`${day} <= ${dialect.day(to)}`];
}

/** `a and b` stands on two lines. */
function conjuncts(where: Typed): Typed[] {
  const { expression } = where;
  return expression.kind === "binary" && expression.operator === "and"
    ? [expression.left, expression.right].flatMap((part) => conjuncts({ ...where, expression: part }))
    : [where];
}

function bracketed({ expression }: Typed, text: string): string {
  return expression.kind === "binary" && expression.operator === "or" ? `(${text})` : text;
}
