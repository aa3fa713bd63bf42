import type { Columns } from "../../expression/index.ts";
import type { Duration } from "../../calendar/index.ts";
import { columnsOf } from "../columns.ts";
import type { Key, Measure, Node, ProjectedColumn } from "../plan.ts";
import { own, ownColumn } from "../reading.ts";
import { spineColumns, spineOf } from "../spine.ts";
import type { Material, Planner, Relation } from "../types/kind.ts";
import { customerOf, known, momentOf, rowsOf, segmentName, timed } from "./rows.ts";

type Spine = Extract<Node, { op: "spine" }>;

/** The columns of `states`. */
export const stateColumns = {
  /** the customer's last day with a row before the period */
  before: "$before",
  /** the customer's last day with a row up to the period's end */
  last: "$last",
} as const;

/**
 * A row per customer and period, for customers with a row before it: when they last had one before the period, and by its end. Their
 * segment is that of their last row before the period. `silences`: the durations that measures compare with.
 */
export function states(
  key: readonly unknown[],
  given: Material,
  silences: readonly Duration[],
  { frame, asOf }: Pick<Planner, "frame" | "asOf">,
): Relation {
  const material = timed(given);
  const customer = customerOf(material);
  const moment = momentOf(material);
  return {
    key: JSON.stringify(["states", key]),
    needs: { durations: silences },
    placed: "frame",
    by: material.by.map((_, index) => segmentName(index)),
    build(range, { durations }) {
      const rows = rowsOf(material, [customer, moment, ...material.by], known(customer, material), asOf);
      const followed: Node = {
        op: "window",
        input: rows,
        partition: [customer],
        order: [...new Set([moment, "$row"])],
        columns: [{ name: "$following", function: "next", of: "$day" }],
      };
      const columns = columnsOf(followed);
      const active: Node = {
        op: "project",
        input: followed,
        columns: [
          kept("$customer", customer),
          kept("$active", "$day"),
          // The customer has no other row before this day.
          { name: "$until", of: { kind: "expression", expression: own(`coalesce("$following", date '9999-12-31')`, columns) } },
          ...material.by.map((column, index) => kept(segmentName(index), column)),
        ],
      };
      function kept(name: string, of: string): ProjectedColumn {
        return { name, of: { kind: "expression", expression: ownColumn(of, columns) } };
      }
      const spine = spineOf(range, frame, durations, asOf);
      const around = new Map([...columnsOf(spine), ...columnsOf(active)]);
      if (isEachSilenceLonger(spine)) return byLastBefore(spine, active, around);
      // Of the rows before a period only the last reaches into it; those in the period tell when the customer was last active.
      const where = own(`"$active" < "${spineColumns.next}" and "$until" >= "${spineColumns.from}"`, around);
      const earlier = own(`"$active" < "${spineColumns.from}"`, around);
      const latest = (name: string, of: string, within: Measure["where"]): Measure => ({
        name,
        function: "max",
        of: ownColumn(of, around),
        where: within,
      });
      const key = (name: string): Key => ({ name, of: { kind: "column", column: name } });
      const perCustomer: Node = {
        op: "aggregate",
        input: { op: "join", left: spine, right: active, where },
        keys: [key("$customer"), ...spine.columns.map(key)],
        measures: [
          latest(stateColumns.before, "$active", earlier),
          latest(stateColumns.last, "$active", null),
          // There is one such row, so that its largest value is its value.
          ...material.by.map((_, index) => latest(segmentName(index), segmentName(index), earlier)),
        ],
      };
      return { op: "filter", input: perCustomer, where: own(`"${stateColumns.before}" is not null`, columnsOf(perCustomer)), days: null };
    },
  };
}

/** Whether every duration is at least as long as every period: who has a row in a period cannot have been silent for so long at its end. */
function isEachSilenceLonger({ columns, rows }: Spine): boolean {
  const from = columns.indexOf(spineColumns.from);
  const earlier = columns.flatMap((name, index) => (name.startsWith(`${spineColumns.next} - `) ? [index] : []));
  return rows.every((row) => earlier.every((index) => row[index]! <= row[from]!));
}

/**
 * The states where each silence is longer than the periods. A customer's last row before a period and when the next one follows tell all:
 * it is one row each, which nothing need be made of. `last` is the first row of the period in place of the last, which no measure tells apart.
 */
function byLastBefore(spine: Spine, active: Node, around: Columns): Node {
  const { from, next } = spineColumns;
  const kept = (name: string, of = name): ProjectedColumn => ({ name, of: { kind: "expression", expression: ownColumn(of, around) } });
  const last = own(`case when "$until" < "${next}" then "$until" else "$active" end`, around);
  const segments = [...columnsOf(active).keys()].filter((name) => name !== "$active" && name !== "$until");
  return {
    op: "project",
    input: { op: "join", left: spine, right: active, where: own(`"$active" < "${from}" and "$until" >= "${from}"`, around) },
    columns: [
      ...[...segments, ...spine.columns].map((name) => kept(name)),
      kept(stateColumns.before, "$active"),
      { name: stateColumns.last, of: { kind: "expression", expression: last } },
    ],
  };
}
