import type { Expression } from "../expression/index.ts";
import { columnsOf } from "./columns.ts";
import { mapped, nodesOf } from "./nodes.ts";
import type { Measure, Node, Plan } from "./plan.ts";
import { own, ownColumn, quoted } from "./reading.ts";

/** A column by whose values a plan's rows fall apart: rows of one value never bear on what rows of another add to the answer. */
export interface Apart {
  readonly dataset: string;
  readonly column: string;
}

/** Of columns of a relation, the source columns that they repeat, by which its rows are apart. */
type Sources = ReadonlyMap<string, Apart>;

/**
 * The column, mostly the customer's, by which a plan is apart and every number that it answers is a count: what some customers add to it
 * can be taken out and put in again. Null where there is none.
 */
export function apartBy({ root }: Plan): Apart | null {
  if (root.op !== "aggregate") return null;
  if (root.measures.some(({ function: aggregate }) => aggregate !== "count" && aggregate !== "count-distinct")) return null;
  // A group that nobody is left in is no row of the answer: it must be seen that it is empty.
  if (root.keys.some(({ of }) => of.kind === "column") && !root.measures.some(countsRows)) return null;
  const scans = nodesOf(root).filter((node) => node.op === "scan");
  if (new Set(scans.map(({ dataset }) => dataset)).size !== 1) return null;
  const sources = sourcesOf(root.input);
  const distinct = root.measures.flatMap(({ function: aggregate, of }) =>
    aggregate === "count-distinct" ? [plainColumn(of!.expression)] : [],
  );
  const named = [...new Set(distinct)];
  if (named.length > 1) return null;
  const candidates = named.length === 1 ? [sources.get(named[0]!)] : [...sources.values()];
  return candidates.find((one) => one !== undefined && skipsNull(root, one.column)) ?? null;
}

/** Whether it is 0 just where there are no rows. */
function countsRows({ function: aggregate, of, where }: Measure): boolean {
  return where === null && (aggregate === "count-distinct" || of === null);
}

/** The plan over the rows of those who have a row from the place `since` on in the order of loading; `before`: as it was without these. */
export function ofTouched(plan: Plan, { dataset, column }: Apart, since: number, before: boolean): Plan {
  const root = mapped(plan.root, (node) => {
    if (node.op !== "scan" || node.dataset !== dataset) return node;
    const types = columnsOf(node);
    const scan: Node = types.has("$row") ? node : { ...node, columns: [...node.columns, "$row"], types: [...node.types, "integer"] };
    const columns = columnsOf(scan);
    const fresh: Node = {
      op: "filter",
      input: { op: "scan", dataset, columns: [column, "$row"], types: [columns.get(column)!, "integer"] },
      where: own(`"$row" >= ${since} and ${quoted(column)} is not null`, columns),
      days: null,
    };
    const member = ownColumn(column, columns);
    const among: Node = { op: "project", input: fresh, columns: [{ name: column, of: { kind: "expression", expression: member } }] };
    const those: Node = { op: "members", input: scan, member, among };
    return before ? { op: "filter", input: those, where: own(`"$row" < ${since}`, columns), days: null } : those;
  });
  return { ...plan, root, rows: null };
}

function sourcesOf(node: Node): Sources {
  switch (node.op) {
    case "scan":
      return new Map(node.columns.filter((name) => !name.startsWith("$")).map((column) => [column, { dataset: node.dataset, column }]));
    case "filter":
      return sourcesOf(node.input);
    case "window": {
      const input = sourcesOf(node.input);
      return new Map([...input].filter(([name]) => node.partition.includes(name)));
    }
    case "project": {
      const input = sourcesOf(node.input);
      return new Map(
        node.columns.flatMap(({ name, of }) => {
          const source = of.kind === "expression" ? input.get(plainColumn(of.expression.expression)) : undefined;
          return source ? [[name, source] as const] : [];
        }),
      );
    }
    case "aggregate": {
      const input = sourcesOf(node.input);
      return new Map(
        node.keys.flatMap(({ name, of }) => {
          const source = of.kind === "column" ? input.get(of.column) : undefined;
          return source ? [[name, source] as const] : [];
        }),
      );
    }
    case "join":
      return node.left.op === "spine" && !node.lone ? sourcesOf(node.right) : new Map();
    case "nearest": {
      const [mine, theirs] = [sourcesOf(node.input).get(node.equal[0]), sourcesOf(node.other).get(node.equal[1])];
      return mine && theirs && mine.dataset === theirs.dataset && mine.column === theirs.column
        ? new Map([[node.equal[0], mine]])
        : new Map();
    }
    case "members":
    case "spine":
      return new Map();
  }
}

/** The column's name where an expression is nothing else, as it is or as text. */
function plainColumn(expression: Expression): string {
  if (expression.kind === "cast" && expression.to === "text") return plainColumn(expression.operand);
  return expression.kind === "column" ? expression.name : "";
}

/** Whether rows without a value in a column are left out wherever its dataset is read. */
function skipsNull(root: Node, column: string): boolean {
  const reads = nodesOf(root).filter((node) => node.op === "scan").length;
  const skipping = nodesOf(root).filter(
    (node) => node.op === "filter" && node.input.op === "scan" && node.where !== null && requires(node.where.expression, column),
  ).length;
  return reads === skipping;
}

function requires(where: Expression, column: string): boolean {
  if (where.kind === "binary" && where.operator === "and") return requires(where.left, column) || requires(where.right, column);
  return where.kind === "is-null" && where.negated && plainColumn(where.operand) === column;
}
