import { HelderError } from "../framework/index.ts";
import type { Frame } from "./frame.ts";
import type { Part, Planner } from "./types/kind.ts";

/** Another metric over a frame. Throws `broken-metric` within another frame, for which no one answer would be the right one. */
export function withinFrame(metric: { readonly id: string; readonly metric: string }, planner: Planner, frame: Frame): Part {
  if (planner.frame !== null) {
    throw new HelderError("broken-metric", {
      name: metric.id,
      reason: "a rolling or running metric cannot be made of one; make it of the metric below",
      "reason-nl": "een rolling- of running-metriek kan er niet van een gemaakt zijn; maak hem van de metriek daaronder",
    });
  }
  return planner.within(frame).metric(metric.metric);
}
