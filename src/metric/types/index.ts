import { HelderError, isTyped, type Metric, type MetricType } from "../../framework/index.ts";
import { average } from "./average.ts";
import { countDistinct } from "./count-distinct.ts";
import { count } from "./count.ts";
import { formula } from "./formula.ts";
import type { Kind, MetricOf } from "./kind.ts";
import { max } from "./max.ts";
import { median } from "./median.ts";
import { min } from "./min.ts";
import { observed } from "./observed.ts";
import { percentile } from "./percentile.ts";
import { ratio } from "./ratio.ts";
import { share } from "./share.ts";
import { sum } from "./sum.ts";

/** Types that are read but not computed. */
type UnavailableType =
  | "rolling"
  | "running"
  | "conversion"
  | "retention"
  | "churn"
  | "reactivation"
  | "duration"
  | "nps"
  | "csat"
  | "ces"
  | "recurring"
  | "lifetime-value";

export type ComputedType = Exclude<MetricType, UnavailableType>;
export type ComputedMetric = MetricOf<ComputedType>;

/** Every metric type that is computed. Does not compile while a type is neither here nor in `UnavailableType`. */
export const kinds: { readonly [T in ComputedType]: Kind<T> } = {
  sum,
  count,
  "count-distinct": countDistinct,
  average,
  min,
  max,
  median,
  percentile,
  share,
  ratio,
  formula,
  observed,
};

/** The metric, known to be of a computed type. Throws `metric-type-unavailable` for others and for instances of the catalogue. */
export function computed(metric: Metric): ComputedMetric {
  if (isTyped(metric) && metric.type in kinds) return metric as ComputedMetric;
  throw new HelderError("metric-type-unavailable", { name: metric.id, type: isTyped(metric) ? metric.type : metric.use });
}

/** The metric's type; typed so that the metric itself can be handed to its functions. */
export function kindOf<M extends ComputedMetric>(metric: M): Kind<M["type"]> {
  return kinds[metric.type] as unknown as Kind<M["type"]>;
}
