import { withinFrame } from "../within-frame.ts";
import { extentOf, nothing } from "../extent.ts";
import type { Kind } from "./kind.ts";

const beginnings = {
  nl: { year: "het jaar", quarter: "het kwartaal", month: "de maand", start: "de gegevens" },
  en: { year: "year", quarter: "quarter", month: "month", start: "data" },
} as const;

/** Another metric from the beginning of the year, quarter or month (or of the data) to the end of each period. */
export const running: Kind<"running"> = {
  unit: (metric, unitOf) => unitOf(metric.metric),
  empty: null,
  additive: false,
  plan: (metric, planner) => withinFrame(metric, planner, { kind: "running", since: metric.since, fiscalStart: planner.fiscalStart }),
  reach: ({ since }) => ({ before: nothing, after: since === "start" ? "all" : extentOf({ count: 1, unit: since }) }),
  definition: (metric) => `${metric.metric} since the ${metric.since} began`,
  spoken: {
    nl: (metric, { metric: name }) => `${name(metric.metric)} vanaf het begin van ${beginnings.nl[metric.since]}`,
    en: (metric, { metric: name }) => `${name(metric.metric)} since the beginning of the ${beginnings.en[metric.since]}`,
  },
};
