import type { Duration } from "../../calendar/index.ts";
import { columnsOf } from "../columns.ts";
import type { Key, Measure, Node, ProjectedColumn } from "../plan.ts";
import { own, ownColumn } from "../reading.ts";
import { spineColumns, spineOf } from "../spine.ts";
import type { Material, Planner, Relation } from "../types/kind.ts";
import { customerOf, known, momentOf, rowsOf, segmentName, timed } from "./rows.ts";

/** The columns of `states`. */
export const stateColumns = {
  /** the customer's last day with a row before the period */
  before: "$before",
  /** the customer's last day with a row up to the period's end */
  last: "$last",
} as const;

/**
 * A row per customer and period, for customers with a row before it: when they last had one before the period, and by its end. Their
 * segment is that of their last row before the period. `silence`: the duration that measures compare with.
 */
export function states(
  key: readonly unknown[],
  given: Material,
  silence: Duration,
  { frame, asOf }: Pick<Planner, "frame" | "asOf">,
): Relation {
  const material = timed(given);
  const customer = customerOf(material);
  const moment = momentOf(material);
  return {
    key: JSON.stringify(["states", key]),
    needs: { durations: [silence] },
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
