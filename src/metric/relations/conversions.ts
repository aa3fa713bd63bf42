import { type Day, type Duration, formatDuration } from "../../calendar/index.ts";
import { columnsOf } from "../columns.ts";
import type { Node, ProjectedColumn } from "../plan.ts";
import { own, ownColumn, quoted } from "../reading.ts";
import type { Material, Relation } from "../types/kind.ts";
import { customerOf, known, momentOf, rowsOf, timed } from "./rows.ts";

/** The columns of `conversions`. */
export const conversionColumns = {
  customer: "$customer",
  /** the customer's first goal row at or after this row; null where there is none */
  goal: "$goal",
} as const;

/** The column with the last moment at which a goal row counts. */
export function deadlineColumn(window: Duration): string {
  return `$moment + ${formatDuration(window)}`;
}

/**
 * Base rows of customers, each beside the same customer's first goal row that is not earlier. Where both datasets know the hour, hours
 * count; else days.
 */
export function conversions(key: readonly unknown[], from: Material, to: Material, window: Duration, asOf: Day): Relation {
  const [base, goal] = [timed(from), timed(to)];
  const [baseCustomer, goalCustomer] = [customerOf(base), customerOf(goal)];
  const byHour = [base, goal].every((side) => momentOf(side) !== "$day");
  const [baseMoment, goalMoment] = byHour ? [momentOf(base), momentOf(goal)] : (["$day", "$day"] as const);
  // A number in one dataset and a text in the other may be the same customer.
  const alike = base.dataset.columns.get(baseCustomer) === goal.dataset.columns.get(goalCustomer);
  return {
    key: JSON.stringify(["conversions", key]),
    placed: "day",
    by: base.by,
    build() {
      const bases = rowsOf(base, [baseCustomer, baseMoment, ...base.by], known(baseCustomer, base), asOf);
      const goals = rowsOf(goal, [goalCustomer, goalMoment], known(goalCustomer, goal), asOf);
      const columns = columnsOf(bases);
      const kept = (name: string, of = name): ProjectedColumn => ({ name, of: { kind: "expression", expression: ownColumn(of, columns) } });
      const customer = (of: string, side: Node): ProjectedColumn => ({
        name: "$customer",
        of: { kind: "expression", expression: own(alike ? quoted(of) : `cast(${quoted(of)} as text)`, columnsOf(side)) },
      });
      const timedBases: Node = {
        op: "project",
        input: bases,
        columns: [
          kept("$day"),
          customer(baseCustomer, bases),
          kept("$moment", baseMoment),
          { name: deadlineColumn(window), of: { kind: "later", column: baseMoment, by: window } },
          ...base.by.map((column) => kept(column)),
        ],
      };
      return {
        op: "nearest",
        input: timedBases,
        other: {
          op: "project",
          input: goals,
          columns: [
            customer(goalCustomer, goals),
            { name: "$moment", of: { kind: "expression", expression: ownColumn(goalMoment, columnsOf(goals)) } },
          ],
        },
        equal: ["$customer", "$customer"],
        at: ["$moment", "$moment"],
        name: conversionColumns.goal,
      };
    },
  };
}
