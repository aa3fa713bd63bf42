import { z } from "zod";
import { DayText, DurationText, Effect, Id, oneOrMore, Quantity, Text } from "./value.ts";

/** A claim that one indicator moves another. Its status is computed from experiments, never typed. */
export const Link = z.strictObject({
  id: Id,
  from: Id,
  to: Id,
  effect: Effect.default("helps"),
  because: Text.optional(),
  lag: DurationText.optional(),
});
export type Link = z.infer<typeof Link>;

export const Experiment = z.strictObject({
  id: Id,
  name: Text.optional(),
  tests: oneOrMore(Id).default([]),
  unit: Text.optional(),
  assigned: Id.optional(),
  variant: Text.optional(),
  control: Text.optional(),
  window: DurationText.optional(),
  metrics: z.array(Id).default([]),
  guardrails: z.array(Id).default([]),
  minimumEffect: z.number().min(0).optional(),
  alpha: z.number().gt(0).lt(1).default(0.05),
  power: z.number().gt(0).lt(1).default(0.8),
  weights: z.union([z.array(z.number()), z.record(z.string(), z.number())]).optional(),
  from: DayText.optional(),
  to: DayText.optional(),
  design: z.enum(["sequential", "fixed"]).optional(),
  results: z.union([z.null(), z.looseObject({})]).optional(),
});
export type Experiment = z.infer<typeof Experiment>;

export const eventKinds = ["campaign", "release", "price", "holiday", "incident", "other"] as const;
export const Happening = z.strictObject({
  id: Id,
  on: DayText,
  to: DayText.optional(),
  name: Text,
  kind: z.enum(eventKinds).default("other"),
});
export type Happening = z.infer<typeof Happening>;

export const Steering = z.strictObject({
  id: Id,
  kpi: Id,
  opened: DayText.optional(),
  cause: Text.optional(),
  options: z.array(z.union([Text, z.looseObject({})])).default([]),
  chosen: z.union([Text, z.looseObject({})]).optional(),
  experiment: Id.optional(),
  decided: z.enum(["start", "stop", "continue"]).optional(),
  closed: DayText.optional(),
  effect: z.union([Text, z.number(), z.looseObject({})]).optional(),
  learning: Text.optional(),
  owner: Text.optional(),
  due: DayText.optional(),
});
export type Steering = z.infer<typeof Steering>;

const Growth = z.strictObject({
  id: Id,
  name: Text.optional(),
  kind: z.literal("growth"),
  weeks: z.int().min(1).max(1040),
  inflow: z.number().min(0),
  conversion: Quantity,
  viral: z.number().min(0).default(0),
  generations: z.union([z.literal(1), z.literal("all")]).default(1),
  churn: Quantity.default(0),
  start: z.number().min(0).default(0),
  measured: z
    .strictObject({ inflow: Id.optional(), conversion: Id.optional(), viral: Id.optional(), churn: Id.optional() })
    .optional()
    .describe("metrics that say what the rates were, week by week"),
  value: z
    .strictObject({ perWeek: z.number().min(0), spend: z.number().min(0).optional() })
    .optional()
    .describe("what a member brings in a week, costs taken off, and what the campaign costs"),
  capacity: z
    .strictObject({
      guestsPerHour: z.number().optional(),
      peakShare: Quantity.optional(),
      npsAt: z.record(z.string(), z.number()).optional(),
      churnAt: z.record(z.string(), Quantity).optional(),
      measured: z
        .strictObject({ guests: Id, nps: Id.optional(), churn: Id.optional() })
        .optional()
        .describe("metrics from which to learn what crowding does: guests per open hour, the score, the churn of a week"),
    })
    .optional(),
});
const TreeScenario = z.strictObject({
  id: Id,
  name: Text.optional(),
  kind: z.literal("tree"),
  change: z.record(Id, z.union([z.number(), z.string().regex(/^[+-]?\d+(?:[.,]\d+)?\s*%?$/, "quantity")])),
});
export const Scenario = z.discriminatedUnion("kind", [Growth, TreeScenario]);
export type Scenario = z.infer<typeof Scenario>;
