import { type Columns, parse, suggest, type, type Typed } from "../expression/index.ts";
import { type Framework, HelderError, isTyped, type Metric, type TypedMetric, type Unit } from "../framework/index.ts";
import { brokenExpression, suggestionText } from "./reading.ts";
import type { Catalog, LoadedDataset } from "./plan.ts";
import { kindOf } from "./types/index.ts";
import type { MetricOf } from "./types/kind.ts";

/** Frameworks are frozen values, so what is looked up in one can be kept with it. */
const indexes = new WeakMap<Metrics, Index>();

/** All that metrics refer to one another by. */
export type Metrics = Pick<Framework, "metrics">;

interface Index {
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly columns: Columns;
  /** filled as they are asked for */
  readonly units: Map<string, Unit | null>;
}

function indexOf(framework: Metrics): Index {
  const known = indexes.get(framework);
  if (known) return known;
  const metrics = new Map(framework.metrics.map((metric) => [metric.id, metric]));
  const made = {
    metrics,
    columns: new Map([...metrics.keys()].map((id) => [id, "double" as const])),
    units: new Map<string, Unit | null>(),
  };
  indexes.set(framework, made);
  return made;
}

/** Throws `unknown-metric` (with the nearest id), `broken-metric`. */
export function metricNamed(framework: Metrics, id: string): TypedMetric {
  const { metrics } = indexOf(framework);
  const metric = metrics.get(id);
  if (!metric) throw new HelderError("unknown-metric", { name: id, suggestion: suggestionText(suggest(id, metrics.keys())) });
  if (isTyped(metric)) return metric;
  throw new HelderError("broken-metric", {
    name: id,
    reason: `“${metric.use}” is no KPI of the catalogue`,
    "reason-nl": `“${metric.use}” is geen KPI van de catalogus`,
  });
}

/** A dataset as it is loaded. Throws `unknown-dataset`, `dataset-broken`. */
export function datasetLoaded(framework: Framework, catalog: Catalog, id: string): LoadedDataset {
  const dataset = catalog.datasets.get(id);
  if (dataset) return dataset;
  const known = framework.datasets.map((one) => one.id);
  if (known.includes(id))
    throw new HelderError("dataset-broken", { dataset: id, reason: "it is not loaded", "reason-nl": "hij is niet geladen" });
  throw new HelderError("unknown-dataset", { name: id, suggestion: suggestionText(suggest(id, known)) });
}

const numbers: readonly Typed["type"][] = ["integer", "decimal", "double"];

/** A formula over metric ids; its `columns` are the metrics it needs. Throws `unknown-metric`, `broken-expression`, `not-a-number`. */
export function formulaOf(framework: Metrics, metric: MetricOf<"formula">): Typed {
  const parsed = parse(metric.formula);
  const typed = parsed.ok ? type(parsed.value, indexOf(framework).columns) : parsed;
  if (!typed.ok) {
    const { code, params } = typed.error;
    if (code !== "unknown-column") throw brokenExpression(metric.formula, typed.error, metric.id);
    throw new HelderError("unknown-metric", { name: params["name"] ?? "", suggestion: suggestionText(params["suggestion"] ?? null) });
  }
  if (!numbers.includes(typed.value.type))
    throw new HelderError("not-a-number", { of: metric.id, expression: metric.formula, type: typed.value.type });
  return typed.value;
}

/** The metrics that a metric is made of, each once. Throws as `formulaOf`. */
export function inputsOf(framework: Metrics, metric: TypedMetric): readonly string[] {
  if (metric.type === "rolling" || metric.type === "running") return [metric.metric];
  if (metric.type === "ratio") return [...new Set([metric.numerator, metric.denominator])];
  return metric.type === "formula" ? formulaOf(framework, metric).columns : [];
}

/** The unit a metric is told in: its own, else that of its type; null = a bare number. Throws as `metricNamed`, and `metric-cycle`. */
export function unitOf(framework: Metrics, metricId: string): Unit | null {
  const path: string[] = [];
  const { units } = indexOf(framework);
  const find = (id: string): Unit | null => {
    const known = units.get(id);
    if (known !== undefined) return known;
    const metric = metricNamed(framework, id);
    const unit = metric.unit ?? guardCycle(path, id, () => kindOf(metric).unit(metric as never, find));
    units.set(id, unit);
    return unit;
  };
  return find(metricId);
}

/** No framework needs metrics of metrics this deep; a generated one could exhaust the stack. */
const deepest = 100;

/** Does `work` on a metric while it is remembered to be under way. Throws `metric-cycle` where it already is, `broken-metric` too deep. */
export function guardCycle<T>(path: string[], id: string, work: () => T): T {
  const start = path.indexOf(id);
  if (start >= 0) throw new HelderError("metric-cycle", { name: id, path: [...path.slice(start), id].join(" → ") });
  if (path.length >= deepest) {
    const params = { reason: `it lies more than ${deepest} metrics deep`, "reason-nl": `hij ligt meer dan ${deepest} metrieken diep` };
    throw new HelderError("broken-metric", { name: id, ...params });
  }
  path.push(id);
  try {
    return work();
  } finally {
    path.pop();
  }
}
