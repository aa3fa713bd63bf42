import type { Kind } from "./kind.ts";

/** The value below which a fraction `p` of the rows lies, by linear interpolation (R type 7). */
export const percentile: Kind<"percentile"> = {
  unit: () => null,
  empty: null,
  additive: false,
  plan(metric, planner) {
    const rows = planner.rows(metric);
    const of = rows.number(metric.of);
    return {
      value: rows.measure("", "percentile", of, { p: metric.p }),
      n: rows.measure("n", "count", of),
      rows: () => [rows.measure("rows", "count", null)],
      sources: [rows.source],
    };
  },
  definition: (metric, { expression, over }) => `percentile ${metric.p} of ${expression(metric.of, metric.dataset)}${over(metric)}`,
  spoken: {
    nl: (metric, { expression, rows }) =>
      `de ${expression(metric.of, metric.dataset)} waar ${percent(metric.p, "nl")}% van de rijen niet boven komt, in ${rows(metric)}`,
    en: (metric, { expression, rows }) =>
      `the ${expression(metric.of, metric.dataset)} that ${percent(metric.p, "en")}% of the rows do not exceed, in ${rows(metric)}`,
  },
};

function percent(p: number, language: "nl" | "en"): string {
  const text = String(Number((p * 100).toPrecision(12)));
  return language === "nl" ? `${text.replace(".", ",")}\u00a0` : text;
}
