import { kpiNamed } from "../../catalogue/index.ts";
import { isTyped, type Metric } from "../../framework/index.ts";
import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

export const directionAgainstEffect: Rule = {
  code: "direction-against-effect",
  severity: "warning",
  why: {
    nl: "Wie de verkeerde kant op stuurt, viert een verslechtering als succes.",
    en: "If you steer the wrong way, you celebrate a loss as a success.",
  },
  sentences: {
    nl: ({ name, direction, metric }) =>
      `“${name}” wil “${direction}”, maar bij “${metric}” is ${direction === "up" ? "lager" : "hoger"} beter. Verbeter “direction”, of leg in een opmerking uit waarom het hier andersom is en geef uitstel met “waivers”.`,
    en: ({ name, direction, metric }) =>
      `“${name}” wants “${direction}”, yet of “${metric}” ${direction === "up" ? "lower" : "higher"} is better. Mend “direction”, or explain why it is the other way round here and add a waiver.`,
  },
  *find({ framework, sources }) {
    for (const { section, entry, metric } of indicatorsOf(framework)) {
      const { id, name = id, direction } = entry;
      const good = metric && goodDirection(metric);
      if (!metric || !good || direction === undefined || direction === good) continue;
      yield { on: id, at: sources.at(section, id, ["direction"]), params: { name, direction, metric: metric.name ?? metric.id } };
    }
  },
};

const byType: Partial<Record<string, "up" | "down">> = {
  churn: "down",
  retention: "up",
  reactivation: "up",
  conversion: "up",
  nps: "up",
  csat: "up",
};

/** Which way is good, as the metric says, else as everybody knows; undefined where it depends. */
function goodDirection(metric: Metric): "up" | "down" | undefined {
  if (metric.direction) return metric.direction;
  return (
    (isTyped(metric) ? byType[metric.type] : undefined) ?? kpiNamed(metric.name ?? metric.id)?.direction ?? kpiNamed(metric.id)?.direction
  );
}
