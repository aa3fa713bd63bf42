import { type Framework, HelderError } from "../framework/index.ts";
import type { Columns } from "../expression/index.ts";
import { columnsOf } from "./columns.ts";
import { type Assigned, assignmentColumns, assignments } from "./experiment-assignments.ts";
import type { LoadedDataset, Node, Plan, ProjectedColumn } from "./plan.ts";
import { own, ownColumn, quoted, readColumn } from "./reading.ts";
import { conversionColumns } from "./relations/conversions.ts";
import { firstColumns } from "./relations/first-rows.ts";

/** A relation's measures, per assigned customer. */
export interface PerCustomer {
  readonly dataset: string;
  /** the column with the customer in the relation */
  readonly customer: string;
  /** `$unit`, `$arm` and the measures asked */
  node(measures: readonly string[]): Node;
}

/** The rows of a plan from which its measures are taken, with the customer's column and the moment that must follow the assignment. */
interface CustomerRows {
  readonly input: Node;
  readonly customer: string;
  /** the column that must lie at or after the assignment; null: the dataset knows no time */
  readonly begins: string | null;
  /** the column that must lie within the window */
  readonly ends: string | null;
}

/** Throws `no-customer`, and `experiment-metric` for a relation whose rows are not those of one customer each. */
export function perCustomer(framework: Framework, dataset: LoadedDataset, plan: Plan, assigned: Assigned): PerCustomer {
  const { root } = plan;
  if (root.op !== "aggregate") throw new Error(`a plan's root is an aggregate, not ${root.op}`);
  const rows = customerRows(framework, dataset, root.input, assigned);
  const input = within(rows, assigned);
  return {
    dataset: dataset.id,
    customer: rows.customer,
    node: (measures) => ({
      op: "aggregate",
      input,
      keys: [assignmentColumns.unit, assignmentColumns.arm].map((name) => ({ name, of: { kind: "column", column: name } })),
      measures: root.measures.filter(({ name }) => measures.includes(name)),
    }),
  };
}

function customerRows(framework: Framework, dataset: LoadedDataset, input: Node, assigned: Assigned): CustomerRows {
  const declared = framework.datasets.find(({ id }) => id === dataset.id)!;
  const columns = columnsOf(input);
  if (columns.has(conversionColumns.goal)) return { input, customer: conversionColumns.customer, begins: "$moment", ends: "$moment" };
  if (declared.customer === undefined) throw new HelderError("no-customer", { dataset: dataset.id });
  const customer = readColumn(declared.customer, dataset.columns, dataset.id);
  if (columns.has(firstColumns.firstMoment) && columns.has(customer)) {
    return { input, customer, begins: firstColumns.firstMoment, ends: firstColumns.moment };
  }
  const time = dataset.hasTime && declared.time !== undefined ? readColumn(declared.time, dataset.columns, dataset.id) : null;
  const byHour = assigned.moment !== null && time !== null && dataset.columns.get(time) === "timestamp";
  const moment = !dataset.hasTime || !assigned.dataset.hasTime ? null : byHour ? time : "$day";
  const carried = moment === null ? [customer] : [customer, moment];
  return { input: carrying(input, carried, dataset), customer, begins: moment, ends: moment };
}

/** The same rows with these columns of the dataset beside theirs. Throws `experiment-metric` where rows are no longer the dataset's. */
function carrying(node: Node, names: readonly string[], dataset: LoadedDataset): Node {
  switch (node.op) {
    case "filter":
    case "members":
      return { ...node, input: carrying(node.input, names, dataset) };
    case "scan": {
      const missing = names.filter((name) => !node.columns.includes(name));
      const types = missing.map((name) => (name === "$day" ? "date" : dataset.columns.get(name)!));
      return { ...node, columns: [...node.columns, ...missing], types: [...node.types, ...types] };
    }
    case "project": {
      const input = carrying(node.input, names, dataset);
      const had = new Set(node.columns.map(({ name }) => name));
      const missing = names.filter((name) => !had.has(name));
      return { ...node, input, columns: [...node.columns, ...missing.map((name) => kept(name, columnsOf(input)))] };
    }
    default:
      throw new HelderError("experiment-metric", { name: dataset.id });
  }
}

/** Rows of assigned customers at or after the assignment and within the window; what follows a row after the window does not count. */
function within({ input, customer, begins, ends }: CustomerRows, assigned: Assigned): Node {
  const { customers } = assignments(assigned);
  const [left, right] = [columnsOf(customers), columnsOf(input)];
  const columns = new Map([...left, ...right]);
  const { unit, since, until, sinceDay, untilDay } = assignmentColumns;
  const alike = left.get(unit) === right.get(customer);
  const side = (name: string) => (alike ? quoted(name) : `cast(${quoted(name)} as text)`);
  const byHour = begins !== null && right.get(begins) === "timestamp" && left.has(since);
  const asDay = (name: string) => (right.get(name) === "timestamp" ? `cast(${quoted(name)} as date)` : quoted(name));
  const told = (name: string) => (byHour ? quoted(name) : asDay(name));
  const conditions = [`${side(unit)} = ${side(customer)}`];
  const last = byHour ? until : untilDay;
  const timed = begins !== null && ends !== null && left.has(sinceDay);
  if (timed) {
    conditions.push(`${told(begins)} >= ${quoted(byHour ? since : sinceDay)}`);
    if (left.has(last)) conditions.push(`${told(ends)} <= ${quoted(last)}`);
  }
  const both: Node = { op: "join", left: customers, right: input, where: own(conditions.join(" and "), columns) };
  const { goal } = conversionColumns;
  if (!right.has(goal) || !timed || !left.has(last)) return both;
  const cut = own(`case when ${told(goal)} <= ${quoted(last)} then ${quoted(goal)} end`, columns);
  return {
    op: "project",
    input: both,
    columns: [...columns.keys()].map((name): ProjectedColumn =>
      name === goal ? { name, of: { kind: "expression", expression: cut } } : kept(name, columns),
    ),
  };
}

function kept(name: string, columns: Columns): ProjectedColumn {
  return { name, of: { kind: "expression", expression: ownColumn(name, columns) } };
}

/** A sum over the customers of an arm: of one measure, or of the product of two. */
export interface Product {
  readonly name: string;
  readonly factors: readonly { readonly side: number; readonly measure: string }[];
}

/** The sums per arm over one relation's customers, or over those who are in both of two. */
export function sumsOf(sides: readonly PerCustomer[], products: readonly Product[]): Plan {
  const name = (side: number, measure: string) => `$${side} ${measure}`;
  const nodes = sides.map((side, index): Node => {
    const used = [...new Set(products.flatMap(({ factors }) => factors.flatMap((one) => (one.side === index ? [one.measure] : []))))];
    const input = side.node(used);
    const columns = columnsOf(input);
    // As doubles: the square of a decimal as wide as a sum has no room.
    const values = used.map((measure): ProjectedColumn => ({
      name: name(index, measure),
      of: { kind: "expression", expression: own(`coalesce(${quoted(measure)}, 0) / 1`, columns) },
    }));
    const keys = [assignmentColumns.unit, ...(index === 0 ? [assignmentColumns.arm] : [])];
    return {
      op: "project",
      input,
      columns: [...keys.map((key): ProjectedColumn => ({ ...kept(key, columns), name: index === 0 ? key : `${key} ${index}` })), ...values],
    };
  });
  const [first, second] = nodes;
  const input: Node =
    second === undefined
      ? first!
      : {
          op: "join",
          left: first!,
          right: second,
          where: own(`"$unit" = "$unit 1"`, new Map([...columnsOf(first!), ...columnsOf(second)])),
        };
  const columns = columnsOf(input);
  const root: Node = {
    op: "aggregate",
    input,
    keys: [{ name: assignmentColumns.arm, of: { kind: "column", column: assignmentColumns.arm } }],
    measures: products.map(({ name: sum, factors }) => ({
      name: sum,
      function: "sum",
      of: own(factors.map(({ side, measure }) => quoted(name(side, measure))).join(" * "), columns),
      where: null,
    })),
  };
  return { dataset: sides[0]!.dataset, root, rows: null };
}
