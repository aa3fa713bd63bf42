import type { Columns, ValueType } from "../expression/index.ts";
import type { Key, Measure, Node, ProjectedColumn } from "./plan.ts";

/** What a node's rows are made of, in order: exact name → type. */
export function columnsOf(node: Node): Columns {
  switch (node.op) {
    case "scan":
      return new Map(node.columns.map((name, index) => [name, node.types[index]!]));
    case "filter":
    case "members":
      return columnsOf(node.input);
    case "aggregate": {
      const input = columnsOf(node.input);
      return new Map([
        ...node.keys.map((key) => [key.name, keyType(key, input)] as const),
        ...node.measures.map((measure) => [measure.name, measureType(measure)] as const),
      ]);
    }
    case "project": {
      const input = columnsOf(node.input);
      return new Map(node.columns.map((column) => [column.name, projectedType(column, input)]));
    }
    case "window": {
      const input = columnsOf(node.input);
      return new Map([
        ...input,
        ...node.columns.map((column) => [column.name, "of" in column ? input.get(column.of)! : "integer"] as const),
      ]);
    }
    case "nearest":
      return new Map([...columnsOf(node.input), [node.name, columnsOf(node.other).get(node.at[1])!]]);
    case "spine":
      return new Map(node.columns.map((name) => [name, "date"]));
    case "join":
      return new Map([...columnsOf(node.left), ...columnsOf(node.right)]);
  }
}

function keyType({ of }: Key, columns: Columns): ValueType {
  return of.kind === "column" ? columns.get(of.column)! : "date";
}

function measureType(measure: Measure): ValueType {
  if (measure.function === "count" || measure.function === "count-distinct") return "integer";
  const type = measure.of?.type ?? "null";
  return measure.function === "percentile" || type === "null" ? "double" : type;
}

function projectedType({ of }: ProjectedColumn, columns: Columns): ValueType {
  if (of.kind === "elapsed") return "double";
  if (of.kind === "later") return columns.get(of.column)!;
  return of.expression.type === "null" ? "double" : of.expression.type;
}
