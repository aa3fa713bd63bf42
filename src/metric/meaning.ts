import type { Framework, Metric } from "../framework/index.ts";
import { eachInput, neededDatasets } from "./describe.ts";

/** What is only told, and where the rows are kept and how far they go, does not change what a number means. */
const told = new Set(["name", "description", "use", "unit", "direction"]);
const meant = ["id", "key", "time", "customer", "columns", "where"] as const;

/**
 * What a metric means, as one text: how it is computed, of which metrics, over which rows. Another file of the same rows, a new name or a
 * later watermark leave it as it is. Throws as `measuredDatasets`.
 */
export function meaningOf(framework: Framework, metricId: string): string {
  const metrics: Metric[] = [];
  eachInput(framework, metricId, (metric) => metrics.push(metric));
  const used = new Set(neededDatasets(framework, { metrics: [metricId], by: [], where: null }));
  const datasets = framework.datasets.filter(({ id }) => used.has(id));
  const rows = datasets.map((dataset) => Object.fromEntries(meant.map((part) => [part, dataset[part]])));
  // An empty part is left out: one that a later version of Helder knows does not change what was meant before it.
  return JSON.stringify([metrics, rows], (key, value: unknown) => (told.has(key) || isEmpty(value) ? undefined : value));
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === "object" && Object.keys(value).length === 0);
}
