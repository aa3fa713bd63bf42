import { formatDuration } from "../../calendar/index.ts";
import { periodNumber } from "../relations/age.ts";
import { firstColumns, firstRows } from "../relations/first-rows.ts";
import { customerOf } from "../relations/rows.ts";
import { own, ownColumn } from "../reading.ts";
import { extentOf } from "../extent.ts";
import type { Kind } from "./kind.ts";

/** The part of a cohort (the customers whose first row lies in the period) that was back at an age, or by then. */
export const retention: Kind<"retention"> = {
  unit: () => "percent",
  empty: null,
  additive: false,
  plan(metric, planner) {
    const material = planner.material(metric);
    const rows = planner.derived(metric.id, material, firstRows([metric.dataset, metric.where ?? null], material, planner.asOf));
    const customer = ownColumn(customerOf(material), rows.columns);
    const { first, firstMoment, day, moment } = firstColumns;
    const { unit, count } = metric.age;
    const [then, now] = [first, day].map((column) => periodNumber(column, unit, planner.fiscalStart));
    const back = metric.mode === "on" ? `${now} = ${then} + ${count}` : `"${moment}" > "${firstMoment}" and ${now} <= ${then} + ${count}`;
    const n = rows.measure("cohort", "count-distinct", customer);
    return {
      value: {
        kind: "quotient",
        numerator: rows.measure("back", "count-distinct", customer, { where: own(back, rows.columns) }),
        denominator: n,
      },
      n,
      rows: () => [n],
      sources: [material.source],
    };
  },
  // Whoever turns out to have come first earlier, or later, is in another cohort. A calendar period of age begins before the same day.
  reach: ({ age }) => ({ before: extentOf(age.unit === "day" ? age : { ...age, count: age.count + 1 }), after: "all" }),
  window: ({ age }) => ({ length: age, calendar: age.unit !== "day" }),
  definition: (metric, { over }) => `share of new customers back ${metric.mode} ${formatDuration(metric.age)}${over(metric)}`,
  spoken: {
    nl: (metric, { rows, length }) =>
      `van de nieuwe klanten in ${rows(metric)} het deel dat ${metric.mode === "on" ? "na" : "binnen"} ${length(metric.age)} terug is`,
    en: (metric, { rows, length }) =>
      `of the new customers in ${rows(metric)}, the share that is back ${metric.mode === "on" ? "after" : "within"} ${length(metric.age)}`,
  },
};
