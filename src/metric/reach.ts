import { HelderError } from "../framework/index.ts";
import { eachInput } from "./describe.ts";
import { nothing, plus, type Reach, type Window } from "./extent.ts";
import type { Metrics } from "./reference.ts";
import { kindOf } from "./types/index.ts";

/** The reach of a metric's rows, those of the metrics that it is made of included. Throws as `metricNamed`, and `metric-cycle`. */
export function reachOf(framework: Metrics, metricId: string): Reach {
  let reach: Reach = { before: nothing, after: nothing };
  eachInput(framework, metricId, (metric) => {
    const own = kindOf(metric).reach?.(metric);
    // What a frame or a formula is made of comes on top: more than enough is still right.
    if (own) reach = { before: plus(reach.before, own.before), after: plus(reach.after, own.after) };
  });
  return reach;
}

/** The windows of a metric and of those that it is made of; none for a metric that is broken. */
export function windowsOf(framework: Metrics, metricId: string): readonly Window[] {
  const windows: Window[] = [];
  try {
    eachInput(framework, metricId, (metric) => {
      const own = kindOf(metric).window?.(metric);
      if (own) windows.push(own);
    });
  } catch (error) {
    if (error instanceof HelderError) return [];
    throw error;
  }
  return windows;
}
