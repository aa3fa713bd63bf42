import type { MetricType, TypedMetric } from "../../framework/index.ts";
import { average } from "./average.ts";
import { ces } from "./ces.ts";
import { churn } from "./churn.ts";
import { conversion } from "./conversion.ts";
import { countDistinct } from "./count-distinct.ts";
import { count } from "./count.ts";
import { csat } from "./csat.ts";
import { duration } from "./duration.ts";
import { formula } from "./formula.ts";
import type { Kind } from "./kind.ts";
import { lifetimeValue } from "./lifetime-value.ts";
import { max } from "./max.ts";
import { median } from "./median.ts";
import { min } from "./min.ts";
import { nps } from "./nps.ts";
import { observed } from "./observed.ts";
import { percentile } from "./percentile.ts";
import { ratio } from "./ratio.ts";
import { reactivation } from "./reactivation.ts";
import { recurring } from "./recurring.ts";
import { retention } from "./retention.ts";
import { rolling } from "./rolling.ts";
import { running } from "./running.ts";
import { share } from "./share.ts";
import { sum } from "./sum.ts";

/** Every metric type. Does not compile while one is missing. */
export const kinds: { readonly [T in MetricType]: Kind<T> } = {
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
  rolling,
  running,
  conversion,
  retention,
  churn,
  reactivation,
  duration,
  nps,
  csat,
  ces,
  recurring,
  "lifetime-value": lifetimeValue,
};

/** The metric's type; typed so that the metric itself can be handed to its functions. */
export function kindOf<M extends TypedMetric>(metric: M): Kind<M["type"]> {
  return kinds[metric.type] as unknown as Kind<M["type"]>;
}
