import { formatDuration } from "../../calendar/index.ts";
import { conversionColumns, conversions, deadlineColumn } from "../relations/conversions.ts";
import { own, ownColumn } from "../reading.ts";
import { extentOf, nothing } from "../extent.ts";
import type { Kind } from "./kind.ts";

/** Of the customers with a base row in the period, the part with a goal row at or after one of those within the window. */
export const conversion: Kind<"conversion"> = {
  unit: () => "percent",
  empty: null,
  additive: false,
  plan(metric, planner) {
    const base = planner.material({ id: metric.id, ...metric.from, segment: metric.segment });
    const goal = planner.material({ id: metric.id, ...metric.to }, false);
    const key = [metric.from, metric.to, metric.window];
    const rows = planner.derived(metric.id, base, conversions(key, base, goal, metric.window, planner.asOf));
    const customer = ownColumn(conversionColumns.customer, rows.columns);
    const within = own(`"${conversionColumns.goal}" <= "${deadlineColumn(metric.window)}"`, rows.columns);
    const n = rows.measure("base", "count-distinct", customer);
    return {
      value: { kind: "quotient", numerator: rows.measure("goal", "count-distinct", customer, { where: within }), denominator: n },
      n,
      rows: () => [n],
      // Goals do not place anything, but as long as they may still come in nothing is complete.
      sources: [base.source, { ...goal.source, first: null, last: null }],
    };
  },
  reach: ({ window }) => ({ before: extentOf(window), after: nothing }),
  window: ({ window }) => ({ length: window, calendar: false }),
  definition: (metric, { over }) =>
    `share of customers${over(metric.from)} who within ${formatDuration(metric.window)} are${over(metric.to)}`,
  spoken: {
    nl: (metric, { rows, length }) =>
      `van de klanten in ${rows(metric.from)} het deel dat binnen ${length(metric.window)} in ${rows(metric.to)} staat`,
    en: (metric, { rows, length }) =>
      `of the customers in ${rows(metric.from)}, the share that is in ${rows(metric.to)} within ${length(metric.window)}`,
  },
};
