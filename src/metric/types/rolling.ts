import { formatDuration } from "../../calendar/index.ts";
import { withinFrame } from "../within-frame.ts";
import { extentOf, nothing } from "../extent.ts";
import type { Kind } from "./kind.ts";

/** Another metric over the days that end with each period: a ratio is that of its parts over those days. */
export const rolling: Kind<"rolling"> = {
  unit: (metric, unitOf) => unitOf(metric.metric),
  empty: null,
  additive: false,
  plan: (metric, planner) => withinFrame(metric, planner, { kind: "rolling", window: metric.window }),
  reach: ({ window }) => ({ before: nothing, after: extentOf(window) }),
  definition: (metric) => `${metric.metric} over ${formatDuration(metric.window)}`,
  spoken: {
    nl: (metric, { metric: name, length }) => `${name(metric.metric)} over de laatste ${length(metric.window)}`,
    en: (metric, { metric: name, length }) => `${name(metric.metric)} over the last ${length(metric.window)}`,
  },
};
