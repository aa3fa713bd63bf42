import { HelderError } from "../../framework/index.ts";
import type { Recipe } from "../plan.ts";
import type { Kind, MetricOf, Part, Planner } from "./kind.ts";

/** A number that people note: in the workspace's text, by check-in, or one row of a dataset per observation. */
export const observed: Kind<"observed"> = {
  unit: () => null,
  empty: null,
  additive: false,
  plan(metric, planner) {
    const noted = notedByHand(metric, planner);
    if (metric.dataset === undefined) {
      if (planner.undivided) return noted;
      throw new HelderError("observed-undivided", { name: metric.id });
    }
    if (metric.of === undefined) throw new HelderError("observed-without-of", { name: metric.id, dataset: metric.dataset });
    const rows = planner.rows({ id: metric.id, dataset: metric.dataset });
    const of = rows.number(metric.of);
    const newest = rows.newest(of);
    const n = rows.measure("n", "count", of);
    const inData: Part = { value: newest, n, rows: () => [rows.measure("rows", "count", null)], sources: [rows.source] };
    // What is noted by hand fills the periods without rows; it is about the whole, so no segment may borrow it.
    return planner.undivided && noted.sources.some((source) => source.first !== null)
      ? {
          value: { kind: "first-known", of: [newest, noted.value] },
          n: { kind: "first-known", of: [{ kind: "where-rows", rows: [n], value: n }, noted.n!] },
          rows: () => [...inData.rows(), ...noted.rows()],
          sources: [...inData.sources, ...noted.sources],
        }
      : inData;
  },
  definition: (metric, { expression, over }) =>
    metric.dataset === undefined || metric.of === undefined
      ? "observed"
      : `newest ${expression(metric.of, metric.dataset)}${over({ dataset: metric.dataset })}`,
  spoken: {
    nl: (metric, { expression, rows }) =>
      metric.dataset === undefined || metric.of === undefined
        ? "met de hand genoteerd"
        : `de nieuwste ${expression(metric.of, metric.dataset)} in ${rows({ dataset: metric.dataset })}`,
    en: (metric, { expression, rows }) =>
      metric.dataset === undefined || metric.of === undefined
        ? "noted by hand"
        : `the newest ${expression(metric.of, metric.dataset)} in ${rows({ dataset: metric.dataset })}`,
  },
};

function notedByHand(metric: MetricOf<"observed">, planner: Planner): Part {
  const unit = planner.unit(metric);
  const recipe = (part: "value" | "n" | "rows"): Recipe => ({
    kind: "observed",
    part,
    metric: metric.id,
    series: metric.series ?? [],
    adds: unit === "count" || unit === "currency",
    frame: planner.frame,
  });
  return { value: recipe("value"), n: recipe("n"), rows: () => [recipe("rows")], sources: [planner.observed(metric)] };
}
