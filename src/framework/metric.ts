import { z } from "zod";
import { DayText, Direction, DurationText, Id, Text, Unit } from "./value.ts";

const common = { id: Id, name: Text.optional(), unit: Unit.optional(), direction: Direction.optional(), description: Text.optional() };
const segment = Id.optional().describe("only rows of the customers of this segment");
const aggregate = { ...common, dataset: Id, where: Text.optional(), segment };
const table = z.strictObject({ dataset: Id, where: Text.optional() });

const Observation = z.strictObject({
  from: DayText,
  to: DayText,
  value: z.number().optional(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
});

/** Every metric type with its parameters; the key is the value of `type`. */
export const metricTypes = {
  sum: z.strictObject({ ...aggregate, type: z.literal("sum"), of: Text }),
  count: z.strictObject({ ...aggregate, type: z.literal("count"), of: Text.optional() }),
  "count-distinct": z.strictObject({ ...aggregate, type: z.literal("count-distinct"), of: Text }),
  average: z.strictObject({ ...aggregate, type: z.literal("average"), of: Text }),
  min: z.strictObject({ ...aggregate, type: z.literal("min"), of: Text }),
  max: z.strictObject({ ...aggregate, type: z.literal("max"), of: Text }),
  median: z.strictObject({ ...aggregate, type: z.literal("median"), of: Text }),
  percentile: z.strictObject({ ...aggregate, type: z.literal("percentile"), of: Text, p: z.number().min(0).max(1) }),
  share: z.strictObject({ ...aggregate, type: z.literal("share"), of: Text.describe("a condition") }),
  ratio: z.strictObject({ ...common, type: z.literal("ratio"), numerator: Id, denominator: Id }),
  formula: z.strictObject({ ...common, type: z.literal("formula"), formula: Text }),
  rolling: z.strictObject({ ...common, type: z.literal("rolling"), metric: Id, window: DurationText }),
  running: z.strictObject({ ...common, type: z.literal("running"), metric: Id, since: z.enum(["year", "quarter", "month", "start"]) }),
  conversion: z.strictObject({ ...common, type: z.literal("conversion"), from: table, to: table, window: DurationText, segment }),
  retention: z.strictObject({ ...aggregate, type: z.literal("retention"), age: DurationText, mode: z.enum(["on", "within"]) }),
  churn: z.strictObject({
    ...aggregate,
    type: z.literal("churn"),
    kind: z.enum(["contractual", "silence"]),
    started: Text.optional(),
    ended: Text.optional(),
    after: DurationText.optional(),
  }),
  reactivation: z.strictObject({
    ...aggregate,
    type: z.literal("reactivation"),
    lapsed: DurationText,
    active: DurationText.optional().describe("only who had a row in this time before the period"),
    top: z.number().gt(0).max(1).optional().describe("only this share of those, who brought in most in that time"),
    of: Text.optional().describe("what a row brings in, for top; else the column revenue"),
  }),
  duration: z.strictObject({
    ...aggregate,
    type: z.literal("duration"),
    start: Text,
    end: Text,
    statistic: z.enum(["median", "average", "p90"]),
    in: z.enum(["seconds", "minutes", "hours", "days"]),
  }),
  nps: z.strictObject({ ...aggregate, type: z.literal("nps"), of: Text, scale: z.tuple([z.number(), z.number()]).optional() }),
  csat: z.strictObject({ ...aggregate, type: z.literal("csat"), of: Text, scale: z.tuple([z.number(), z.number()]).optional() }),
  ces: z.strictObject({ ...aggregate, type: z.literal("ces"), of: Text, scale: z.tuple([z.number(), z.number()]).optional() }),
  recurring: z.strictObject({
    ...aggregate,
    type: z.literal("recurring"),
    amount: Text,
    started: Text,
    ended: Text,
    measure: z.enum(["mrr", "new", "expansion", "contraction", "churned", "nrr", "grr"]),
  }),
  "lifetime-value": z.strictObject({ ...aggregate, type: z.literal("lifetime-value"), of: Text.optional(), horizon: DurationText }),
  observed: z.strictObject({
    ...common,
    type: z.literal("observed"),
    series: z.array(Observation).optional(),
    dataset: Id.optional(),
    of: Text.optional(),
  }),
} as const;

export type MetricType = keyof typeof metricTypes;

/** An instance of a KPI of the catalogue: `use` names it, the other keys fill its parameters. */
export const CatalogueMetric = z.looseObject({ ...common, use: Id, dataset: Id.optional(), of: Text.optional(), where: Text.optional() });
export type CatalogueMetric = z.infer<typeof CatalogueMetric>;

/** `use`: the KPI of the catalogue that it is an instance of; never typed beside `type`. */
export type TypedMetric = { [T in MetricType]: z.infer<(typeof metricTypes)[T]> }[MetricType] & { readonly use?: string };
export type Metric = TypedMetric | CatalogueMetric;
export type Observation = z.infer<typeof Observation>;

export function isTyped(metric: Metric): metric is TypedMetric {
  return "type" in metric;
}
