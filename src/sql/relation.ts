import type { Columns, Typed } from "../expression/index.ts";
import { columnsOf, type Measure, type Node, type Plan, type ProjectedColumn } from "../metric/index.ts";
import { bracketed, groupBy, selected, writeDays, writeKey } from "./clause.ts";
import type { Dialect } from "./dialect.ts";
import { compileExpression } from "./expression.ts";
import { conjuncts } from "./levels.ts";
import type { ParameterValue, Statement } from "./statement.ts";

/** A node's rows as a FROM clause can name them, and which of them are meant. */
interface Rows {
  readonly from: string;
  readonly where: readonly string[];
}

/**
 * A plan whose nodes do not fit one SELECT, as one statement with a named CTE per node; filters stand in the SELECT that reads them.
 * Its columns are the aggregate's keys, then its measures. Equal plans give equal text.
 */
export function compileRelation({ root }: Plan, dialect: Dialect): Statement {
  const parameters: ParameterValue[] = [];
  const ctes: { readonly name: string; readonly text: string }[] = [];
  const identifier = (name: string): string => dialect.identifier(name);

  const bind = (text: string): string => {
    const known = parameters.indexOf(text);
    return dialect.parameter(known >= 0 ? known + 1 : parameters.push(text));
  };
  const writer =
    (columns: Columns) =>
    ({ expression }: Typed): string =>
      compileExpression(expression, columns, dialect, bind);

  /** The node as a CTE of its own: only its columns, all its filters applied. */
  function named(node: Node): string {
    const text = select(node);
    const name = `${node.op}_${ctes.length + 1}`;
    ctes.push({ name, text });
    return name;
  }

  function rows(node: Node): Rows {
    if (node.op === "scan") return { from: dialect.table(node.dataset), where: [] };
    if (node.op === "members") {
      const { from, where } = rows(node.input);
      const [column] = columnsOf(node.among).keys();
      const member = writer(columnsOf(node.input))(node.member);
      return { from, where: [...where, `${member} ${dialect.inSelected} (SELECT ${identifier(column!)} FROM ${named(node.among)})`] };
    }
    if (node.op !== "filter") return { from: named(node), where: [] };
    const { from, where } = rows(node.input);
    const write = writer(columnsOf(node.input));
    const own = [...(node.days ? writeDays(node.days, dialect) : []), ...conjuncts(node.where).map((part) => bracketed(part, write(part)))];
    return { from, where: [...where, ...own] };
  }

  function select(node: Node): string {
    switch (node.op) {
      case "scan":
      case "filter":
      case "members":
        return statement(
          [...columnsOf(node).keys()].map((name) => ({ name, text: identifier(name) })),
          rows(node),
        );
      case "aggregate": {
        const columns = columnsOf(node.input);
        const source = rows(node.input);
        const write = writer(columns);
        const keys = node.keys.map((key) => ({ name: key.name, text: writeKey(key, columns, dialect) }));
        const measures = node.measures.map((measure) => ({ name: measure.name, text: writeMeasure(measure, write) }));
        return [statement([...keys, ...measures], source), ...groupBy(keys.length)].join("\n");
      }
      case "project": {
        const columns = columnsOf(node.input);
        const source = rows(node.input);
        return statement(
          node.columns.map((column) => ({ name: column.name, text: projected(column, columns) })),
          source,
        );
      }
      case "window": {
        const source = rows(node.input);
        const kept = [...columnsOf(node.input).keys()].map((name) => ({ name, text: identifier(name) }));
        const partition = node.partition.map(identifier);
        const order = node.order.map(identifier);
        const added = node.columns.map((column) => {
          const of = "of" in column ? identifier(column.of) : "";
          return { name: column.name, text: dialect.windows[column.function](of, partition.join(", "), order.join(", ")) };
        });
        return statement([...kept, ...added], source);
      }
      case "nearest": {
        const [left, right] = [named(node.input), named(node.other)];
        const [mine, theirs] = [node.equal, node.at].map(([a, b]) => [`l.${identifier(a)}`, `r.${identifier(b)}`] as const) as [
          readonly [string, string],
          readonly [string, string],
        ];
        const kept = [...columnsOf(node.input).keys()].map((name) => ({ name, text: `l.${identifier(name)}` }));
        const from = `${left} AS l ${dialect.nearestJoin} ${right} AS r ON ${mine[0]} = ${mine[1]} AND ${theirs[0]} <= ${theirs[1]}`;
        return statement([...kept, { name: node.name, text: theirs[1] }], { from, where: [] });
      }
      case "spine":
        return dialect.days(node.columns, node.rows);
      case "join": {
        const [left, right] = [named(node.left), named(node.right)];
        const columns = columnsOf(node);
        const write = writer(columns);
        const where = conjuncts(node.where).map((part) => bracketed(part, write(part)));
        return statement(
          [...columns.keys()].map((name) => ({ name, text: identifier(name) })),
          node.lone
            ? { from: `${left} ${dialect.leftJoin} ${right} ON ${where.join(" AND ")}`, where: [] }
            : { from: `${left} CROSS JOIN ${right}`, where },
        );
      }
    }
  }

  function statement(columns: readonly { readonly name: string; readonly text: string }[], { from, where }: Rows): string {
    return [selected(columns, dialect), `FROM ${from}`, ...(where.length > 0 ? [`WHERE ${where.join("\n  AND ")}`] : [])].join("\n");
  }

  function projected({ of }: ProjectedColumn, columns: Columns): string {
    const write = writer(columns);
    if (of.kind === "expression") return write(of.expression);
    if (of.kind === "later") return dialect.later({ text: identifier(of.column), type: columns.get(of.column)! }, of.by);
    const [from, to] = [of.from, of.to].map((side) => ({ text: write(side), type: side.type }));
    return dialect.elapsed(from!, to!, of.in);
  }

  function writeMeasure(measure: Measure, write: (typed: Typed) => string): string {
    const filter = measure.where ? ` FILTER (WHERE ${write(measure.where)})` : "";
    return dialect.aggregates[measure.function](measure.of && { text: write(measure.of), type: measure.of.type }, filter, measure);
  }

  const last = select(root);
  const head = ctes.map(({ name, text }) => `${name} AS (\n${text.replaceAll(/^/gm, "  ")}\n)`).join(",\n");
  return {
    text: head === "" ? last : `WITH ${head}\n${last}`,
    parameters,
    columns: [...columnsOf(root)].map(([name, type]) => ({ name, type })),
  };
}
