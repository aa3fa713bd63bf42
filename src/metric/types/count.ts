import type { Kind } from "./kind.ts";

/** Number of rows; with `of`, of the rows where it is not null. */
export const count: Kind<"count"> = {
  unit: () => "count",
  empty: 0,
  additive: true,
  plan(metric, planner) {
    const rows = planner.rows(metric);
    const all = () => rows.measure(metric.of === undefined ? "" : "n", "count", null);
    return {
      value: metric.of === undefined ? all() : rows.measure("", "count", rows.any(metric.of)),
      n: all(),
      rows: () => [all()],
      sources: [rows.source],
    };
  },
  definition: (metric, { expression, over }) =>
    `count of ${metric.of === undefined ? "rows" : expression(metric.of, metric.dataset)}${over(metric)}`,
  spoken: {
    nl: (metric, { expression, rows }) =>
      metric.of === undefined
        ? `het aantal rijen in ${rows(metric)}`
        : `hoe vaak ${expression(metric.of, metric.dataset)} gevuld is in ${rows(metric)}`,
    en: (metric, { expression, rows }) =>
      metric.of === undefined
        ? `the number of rows in ${rows(metric)}`
        : `how often ${expression(metric.of, metric.dataset)} is filled in, in ${rows(metric)}`,
  },
};
