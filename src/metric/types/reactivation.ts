import { type Duration, formatDuration, shiftDay } from "../../calendar/index.ts";
import { HelderError } from "../../framework/index.ts";
import { best } from "../relations/best.ts";
import { stateColumns, states } from "../relations/states.ts";
import { own } from "../reading.ts";
import { earlierColumns, spineColumns } from "../spine.ts";
import { extentOf, nothing } from "../extent.ts";
import type { Kind } from "./kind.ts";

/** Of the customers who had lapsed when the period began, the part with a row in it; with `active` only of those with a row in that time before it. */
export const reactivation: Kind<"reactivation"> = {
  unit: () => "percent",
  empty: null,
  additive: false,
  plan(metric, planner) {
    const material = planner.material(metric);
    const { active } = metric;
    if (active !== undefined && !isLonger(active, metric.lapsed)) throw tooShort(metric.id);
    const { top, of = "revenue" } = metric;
    if (top !== undefined && active === undefined) throw withoutActive(metric.id);
    const silences = [metric.lapsed, ...(active ? [active] : [])];
    const rowsOf = [metric.dataset, metric.where ?? null];
    const relation =
      top === undefined || active === undefined
        ? states(rowsOf, material, silences, planner)
        : best(
            [...rowsOf, formatDuration(active), top, of],
            material,
            { active, share: top, worth: material.number(of) },
            silences,
            planner,
          );
    const rows = planner.derived(metric.id, material, relation);
    const { before, last } = stateColumns;
    const known = active === undefined ? "" : ` and "${before}" >= "${earlierColumns(active).from}"`;
    const lapsed = `"${before}" < "${earlierColumns(metric.lapsed).from}"${known}`;
    const n = rows.measure("lapsed", "count", null, { where: own(lapsed, rows.columns) });
    const back = rows.measure("back", "count", null, { where: own(`${lapsed} and "${last}" >= "${spineColumns.from}"`, rows.columns) });
    return { value: { kind: "quotient", numerator: back, denominator: n }, n, rows: () => [n], sources: [material.source] };
  },
  // Once lapsed a customer stays lapsed, until the next row or until too long ago to count.
  reach: ({ active }) => ({ before: nothing, after: active ? extentOf(active) : "all" }),
  definition: (metric, { expression, over }) =>
    `share of ${metric.top === undefined ? "" : `the ${metric.top} best by ${expression(metric.of ?? "revenue", metric.dataset)} of `}customers silent for ${formatDuration(metric.lapsed)}${metric.active ? ` but not for ${formatDuration(metric.active)}` : ""} who return${over(metric)}`,
  spoken: {
    nl: (metric, { rows, length }) =>
      `van de ${metric.top === undefined ? "" : "beste "}klanten die ${length(metric.lapsed)} niet in ${rows(metric)} stonden${metric.active ? `, maar wel in de laatste ${length(metric.active)},` : ""} het deel dat terugkomt`,
    en: (metric, { rows, length }) =>
      `of the ${metric.top === undefined ? "" : "best "}customers who were not in ${rows(metric)} for ${length(metric.lapsed)}${metric.active ? ` but were in the last ${length(metric.active)}` : ""}, the share that returns`,
  },
};

function isLonger(one: Duration, other: Duration): boolean {
  return shiftDay("2001-01-01", one, -1) < shiftDay("2001-01-01", other, -1);
}

function withoutActive(name: string): HelderError {
  return new HelderError("broken-metric", {
    name,
    reason: "“top” needs “active”: the time in which the best are the best",
    "reason-nl": "“top” kan niet zonder “active”: de tijd waarin de besten de besten zijn",
  });
}

function tooShort(name: string): HelderError {
  return new HelderError("broken-metric", {
    name,
    reason: "“active” is not longer than “lapsed”, so that nobody could be counted",
    "reason-nl": "“active” is niet langer dan “lapsed”, zodat er niemand te tellen valt",
  });
}
