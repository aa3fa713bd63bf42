import { isTyped, type Metric } from "../../framework/index.ts";
import { companyMeasure } from "../company-words.ts";
import type { Rule } from "../rule.ts";

/** Types that gauge how customers perform for the company, whatever the metric is called. */
const companyTypes: ReadonlySet<string> = new Set(["nps", "csat", "churn", "retention", "reactivation", "recurring", "lifetime-value"]);

export const kpiPosingAsCpi: Rule = {
  code: "kpi-posing-as-cpi",
  severity: "error",
  why: {
    nl: "Anders denk je dat je naar de klant kijkt, terwijl je naar jezelf kijkt.",
    en: "Otherwise you think that you look at the customer while you look at yourself.",
  },
  sentences: {
    nl: ({ name, word }) =>
      `“${name}” meet wat het bedrijf eraan heeft (${word}), niet of de klant zijn uitkomst krijgt. Maak er een KPI van, en meet als CPI wat de klant zelf wil bereiken.`,
    en: ({ name, word }) =>
      `“${name}” gauges what the company gets out of it (${word}), not whether customers get their outcome. Make it a KPI, and gauge as CPI what customers want to achieve.`,
  },
  *find({ framework, sources }) {
    const metrics = new Map(framework.metrics.map((metric) => [metric.id, metric]));
    for (const { id, name, metric } of framework.cpis) {
      const measured = metric === undefined ? undefined : metrics.get(metric);
      const spoken = [id, name, metric, measured?.name].map((text) => text && companyMeasure(text)).find((word) => word);
      const word = spoken || (measured && typeOf(measured));
      if (!word) continue;
      yield { on: id, at: sources.at("cpis", id, spoken ? [] : ["metric"]), params: { name: name ?? id, word } };
    }
  },
};

function typeOf(metric: Metric): string | null {
  if (metric.use !== undefined && companyMeasure(metric.use)) return metric.use;
  return isTyped(metric) && companyTypes.has(metric.type) ? metric.type : null;
}
