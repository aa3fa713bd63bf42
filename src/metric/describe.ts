import { parse, type Expression, print, suggest } from "../expression/index.ts";
import { type Framework, HelderError, isTyped, type Metric, type Segment, type TypedMetric } from "../framework/index.ts";
import { suggestionText } from "./reading.ts";
import { joinsOf } from "./join.ts";
import { segmentDataset } from "./membership.ts";
import type { MetricQuery } from "./plan.ts";
import { guardCycle, inputsOf, metricNamed, type Metrics } from "./reference.ts";
import { kindOf, kinds } from "./types/index.ts";

/** Whether the metric's values of segments, and of the periods in a longer one, add up to the whole. */
export function isAdditive(metric: Metric): boolean {
  return isTyped(metric) && kinds[metric.type].additive;
}

/**
 * The datasets whose rows a metric is computed from, each once. Throws HelderError `unknown-metric`, `unknown-dataset`, `metric-cycle`,
 * `broken-metric`, and `broken-expression`, `not-a-number` for a formula.
 */
export function measuredDatasets(framework: Framework, metricId: string): string[] {
  const found = new Set<string>();
  eachInput(framework, metricId, (metric) => {
    const datasets = metric.type === "conversion" ? [metric.from.dataset, metric.to.dataset] : "dataset" in metric ? [metric.dataset] : [];
    for (const dataset of datasets) if (dataset !== undefined) found.add(declared(framework, dataset));
    if ("segment" in metric && metric.segment !== undefined) found.add(segmentDataset(framework, metric.segment));
  });
  return [...found];
}

type Asked = Pick<MetricQuery, "metrics" | "by" | "where" | "segment">;

/**
 * The datasets that a question may need: those that its metrics are computed from, those that these are joined with, and those of the
 * segments that it speaks of. Throws as `measuredDatasets`, and for its own segment `unknown-segment`, `broken-segment`, `unknown-dataset`.
 */
export function neededDatasets(framework: Framework, asked: Asked): string[] {
  const all = new Set(asked.metrics.flatMap((metric) => measuredDatasets(framework, metric)));
  if (asked.segment) all.add(segmentDataset(framework, asked.segment));
  for (const segment of segmentsNamed(framework, asked)) {
    const candidates = framework.datasets.filter(
      ({ id, customer }) => id === segment.dataset || (!segment.dataset && customer !== undefined),
    );
    for (const { id } of candidates) all.add(id);
  }
  const joined = [...all].flatMap((id) => joinsOf(framework, id)).filter(({ to }) => framework.datasets.some(({ id }) => id === to));
  return [...new Set([...all, ...joined.map(({ to }) => to)])];
}

/** The segments whose id stands somewhere in a question or in its metrics: one too many does no harm. */
function segmentsNamed(framework: Framework, { metrics, by, where }: Asked): readonly Segment[] {
  if (framework.segments.length === 0) return [];
  const said = [...by, where ?? ""];
  for (const metric of metrics) eachInput(framework, metric, (one) => said.push(JSON.stringify(one)));
  const text = said.join("\n").toLowerCase();
  return framework.segments.filter(({ id }) => text.includes(id));
}

/**
 * Everything that a metric's values depend on but the rows, as one text: its definition, those of the metrics it is made of, and their
 * datasets. What is only told (names, descriptions) is left out. Throws as `measuredDatasets`.
 */
export function fingerprintOf(framework: Framework, metricId: string): string {
  const metrics: Metric[] = [];
  eachInput(framework, metricId, (metric) => metrics.push(metric));
  const asked: Asked = { metrics: [metricId], by: [], where: null };
  const used = new Set(neededDatasets(framework, asked));
  const segments = segmentsNamed(framework, asked);
  const parts = [...metrics, ...segments, ...framework.datasets.filter(({ id }) => used.has(id))];
  return JSON.stringify([parts, framework.settings.timezone, framework.settings.fiscalYear], (key, value: unknown) =>
    key === "name" || key === "description" || key === "use" ? undefined : value,
  );
}

/** Visits a metric, then those it is made of, each once. Throws as `metricNamed`, and `metric-cycle`. */
export function eachInput(framework: Metrics, metricId: string, see: (metric: TypedMetric) => void): void {
  const path: string[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id) && !path.includes(id)) return;
    guardCycle(path, id, () => {
      seen.add(id);
      const metric = metricNamed(framework, id);
      see(metric);
      for (const input of inputsOf(framework, metric)) visit(input);
    });
  };
  visit(metricId);
}

/** The dataset's id. Throws `unknown-dataset`. */
function declared(framework: Framework, dataset: string): string {
  const known = framework.datasets.map(({ id }) => id);
  if (!known.includes(dataset))
    throw new HelderError("unknown-dataset", { name: dataset, suggestion: suggestionText(suggest(dataset, known)) });
  return dataset;
}

/**
 * How a metric is made, in one line: `sum of quantity * unit_price over orders where status <> 'cancelled'`. Computed columns are told
 * as what they are computed from, the dataset's own `where` is told with the metric's. Throws as `metricNamed`.
 */
export function definitionOf(framework: Framework, metricId: string): string {
  const metric = metricNamed(framework, metricId);
  const datasetOf = (id: string | null) => framework.datasets.find((dataset) => dataset.id === id);
  return kindOf(metric).definition(metric, {
    expression: (text, dataset) => tidy(datasetOf(dataset)?.columns[text] ?? text),
    over({ dataset, where, segment }) {
      const conditions = [datasetOf(dataset)?.where, where].filter((one) => one !== undefined);
      const told = conditions.map((one) => (conditions.length > 1 && isOr(one) ? `(${tidy(one)})` : tidy(one)));
      return ` over ${dataset}${segment === undefined ? "" : ` of ${segment}`}${told.length > 0 ? ` where ${told.join(" and ")}` : ""}`;
    },
  });
}

/** On one line and evenly spaced; text that cannot be read stands as it was typed, but on one line. */
function tidy(text: string): string {
  const parsed = parse(text);
  return parsed.ok ? print(parsed.value) : text.replace(/\s+/g, " ").trim();
}

/** Whether a condition needs brackets beside another. */
export function isOr(text: string): boolean {
  const parsed = parse(text);
  const expression: Expression | null = parsed.ok ? parsed.value : null;
  return expression?.kind === "binary" && expression.operator === "or";
}

/**
 * For a sum, the metric that is the smallest number it adds: asked together with it over the same range it tells whether the sum can only
 * grow. Its id (`minimum of revenue`) cannot be that of a metric of the workspace; add it to `framework.metrics` to ask for it. Null for
 * all other types. Throws as `metricNamed`.
 */
export function minimumOf(framework: Framework, metricId: string): TypedMetric | null {
  const metric = metricNamed(framework, metricId);
  return metric.type === "sum" ? { ...metric, id: `minimum of ${metric.id}`, type: "min" } : null;
}
