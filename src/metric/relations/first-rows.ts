import { type Day, type Duration, formatDuration } from "../../calendar/index.ts";
import { columnsOf } from "../columns.ts";
import type { Node, ProjectedColumn } from "../plan.ts";
import { ownColumn } from "../reading.ts";
import type { Material, Relation } from "../types/kind.ts";
import { customerOf, known, momentOf, rowsOf, segmentName, timed } from "./rows.ts";

/** The columns of `firstRows`. */
export const firstColumns = {
  /** the day of the customer's first row */
  first: "$day",
  /** when that first row was: a day or a timestamp */
  firstMoment: "$first",
  /** the row's own day */
  day: "$own day",
  /** when the row was */
  moment: "$moment",
} as const;

/** The column with the day a duration after the customer's first. */
export function untilColumn(by: Duration): string {
  return `$first + ${formatDuration(by)}`;
}

/**
 * The rows of customers, each beside its customer's first one: that places it, and gives it its segment. Rows of one moment stand in the
 * order in which they were read. `used`: columns of the dataset that measures are over.
 */
export function firstRows(
  key: readonly unknown[],
  given: Material,
  asOf: Day,
  used: readonly string[] = [],
  until: Duration | null = null,
): Relation {
  const material = timed(given);
  const customer = customerOf(material);
  const moment = momentOf(material);
  return {
    key: JSON.stringify(["first rows", key]),
    needs: { columns: used, durations: until === null ? [] : [until] },
    placed: "day",
    by: material.by.map((_, index) => segmentName(index)),
    build(_range, { columns: needed, durations }) {
      const rows = rowsOf(material, [customer, moment, ...material.by, ...needed], known(customer, material), asOf);
      const numbered: Node = {
        op: "window",
        input: rows,
        partition: [customer],
        order: [...new Set([moment, "$row"])],
        columns: [
          { name: "$first", function: "first", of: moment },
          { name: "$first day", function: "first", of: "$day" },
          ...material.by.map((column, index) => ({ name: segmentName(index), function: "first" as const, of: column })),
        ],
      };
      const columns = columnsOf(numbered);
      const kept = (name: string, of = name): ProjectedColumn => ({ name, of: { kind: "expression", expression: ownColumn(of, columns) } });
      return {
        op: "project",
        input: numbered,
        columns: [
          kept("$day", "$first day"),
          kept("$first"),
          kept("$own day", "$day"),
          kept("$moment", moment),
          ...[...new Set([customer, ...needed])].map((column) => kept(column)),
          ...material.by.map((_, index) => kept(segmentName(index))),
          ...durations.map((by): ProjectedColumn => ({ name: untilColumn(by), of: { kind: "later", column: "$first day", by } })),
        ],
      };
    },
  };
}
