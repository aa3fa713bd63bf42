import type { Duration } from "../../calendar/index.ts";
import type { Typed } from "../../expression/index.ts";
import { columnsOf } from "../columns.ts";
import type { Key, Measure, Node, ProjectedColumn } from "../plan.ts";
import { own, ownColumn } from "../reading.ts";
import { earlierColumns, spineColumns, spineOf } from "../spine.ts";
import type { Material, Planner, Relation } from "../types/kind.ts";
import { customerOf, known, momentOf, rowsOf, segmentName, timed } from "./rows.ts";
import { stateColumns } from "./states.ts";

/** Who is among the best: the share of the customers, by what their rows bring in, of the time `active` before a period. */
export interface Best {
  readonly active: Duration;
  readonly share: number;
  readonly worth: Typed;
}

/**
 * A row per period and customer who was among the best when it began, with the columns of `states`: who has lapsed may be one of them, and who
 * came back is one by what was known then. Ties by id, as in a segment.
 */
export function best(
  key: readonly unknown[],
  given: Material,
  { active, share, worth }: Best,
  silences: readonly Duration[],
  { frame, asOf }: Pick<Planner, "frame" | "asOf">,
): Relation {
  const material = timed(given);
  const customer = customerOf(material);
  const moment = momentOf(material);
  return {
    key: JSON.stringify(["best", key]),
    needs: { durations: [...silences, active] },
    placed: "frame",
    by: material.by.map((_, index) => segmentName(index)),
    build(range, { durations }) {
      const rows = rowsOf(material, [customer, moment, ...worth.columns, ...material.by], known(customer, material), asOf);
      const dated = material.by.length === 0 ? byDay(rows, customer, worth) : followed(rows, customer, moment, material.by, worth);
      const spine = spineOf(range, frame, durations, asOf);
      const around = new Map([...columnsOf(spine), ...columnsOf(dated)]);
      const earlier = `"$active" < "${spineColumns.from}"`;
      const where = own(`"$active" >= "${earlierColumns(active).from}" and "$active" < "${spineColumns.next}"`, around);
      const over = (name: string, aggregate: "max" | "sum", of: string, within: string | null): Measure => ({
        name,
        function: aggregate,
        of: ownColumn(of, around),
        where: within === null ? null : own(within, around),
      });
      const key = (name: string): Key => ({ name, of: { kind: "column", column: name } });
      const perCustomer: Node = {
        op: "aggregate",
        input: { op: "join", left: spine, right: dated, where },
        keys: [key("$customer"), ...spine.columns.map(key)],
        measures: [
          over(stateColumns.before, "max", "$active", earlier),
          over(stateColumns.last, "max", "$active", null),
          over("$sum", "sum", "$worth", earlier),
          // Of the rows before a period only the last reaches into it: its segment is the customer's.
          ...material.by.map((_, index) =>
            over(segmentName(index), "max", segmentName(index), `${earlier} and "$until" >= "${spineColumns.from}"`),
          ),
        ],
      };
      const customers: Node = {
        op: "filter",
        input: perCustomer,
        where: own(`"${stateColumns.before}" is not null`, columnsOf(perCustomer)),
        days: null,
      };
      const ranked: Node = {
        op: "window",
        input: {
          op: "project",
          input: customers,
          columns: [
            ...[...columnsOf(customers).keys()].filter((name) => name !== "$sum").map((name) => kept(name, customers)),
            made("$less", `-coalesce("$sum", 0)`, customers),
          ],
        },
        partition: [spineColumns.period],
        order: ["$less", "$customer"],
        columns: [
          { name: "$place", function: "rank" },
          { name: "$customers", function: "size" },
        ],
      };
      return { op: "filter", input: ranked, where: own(`"$place" <= ceil(${share} * "$customers")`, columnsOf(ranked)), days: null };
    },
  };
}

/** What customers brought in by day: a day of theirs stands in many periods, so that each line less is many less. */
function byDay(rows: Node, customer: string, worth: Typed): Node {
  return {
    op: "aggregate",
    input: rows,
    keys: [
      { name: "$customer", of: { kind: "column", column: customer } },
      { name: "$active", of: { kind: "column", column: "$day" } },
    ],
    measures: [{ name: "$worth", function: "sum", of: worth, where: null }],
  };
}

/** Rows with their segments, and the day of the customer's next row. */
function followed(rows: Node, customer: string, moment: string, by: readonly string[], worth: Typed): Node {
  const input: Node = {
    op: "window",
    input: rows,
    partition: [customer],
    order: [...new Set([moment, "$row"])],
    columns: [{ name: "$following", function: "next", of: "$day" }],
  };
  return {
    op: "project",
    input,
    columns: [
      kept("$customer", input, customer),
      kept("$active", input, "$day"),
      made("$until", `coalesce("$following", date '9999-12-31')`, input),
      { name: "$worth", of: { kind: "expression", expression: worth } },
      ...by.map((column, index) => kept(segmentName(index), input, column)),
    ],
  };
}

function kept(name: string, input: Node, of = name): ProjectedColumn {
  return { name, of: { kind: "expression", expression: ownColumn(of, columnsOf(input)) } };
}

function made(name: string, text: string, input: Node): ProjectedColumn {
  return { name, of: { kind: "expression", expression: own(text, columnsOf(input)) } };
}
