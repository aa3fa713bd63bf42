import { z } from "zod";
import { cadences } from "../calendar/index.ts";
import { DayText, Direction, Id, oneOrMore, Quantity, Text } from "./value.ts";

export const Target = z.strictObject({
  value: Quantity,
  from: DayText.optional(),
  to: DayText.optional(),
  measured: z.enum(["total", "average", "last"]).optional(),
  plan: z.array(Quantity).optional().describe("one value per cadence period"),
});
export type Target = z.infer<typeof Target>;

export const Targets = z.strictObject({ floor: Target.optional(), target: Target, stretch: Target.optional() });

export const Baseline = z.union([z.literal("auto"), z.strictObject({ value: Quantity, from: DayText.optional(), to: DayText.optional() })]);
export type Baseline = z.infer<typeof Baseline>;

export const Action = z.strictObject({
  when: z.enum(["achieved", "on-track", "at-risk", "behind", "missed", "ahead"]).optional(),
  do: z.enum(["start", "stop", "continue"]),
  what: Text,
  who: Text.optional(),
});
export type Action = z.infer<typeof Action>;

/** What somebody says about an indicator, at most three sentences; `@id` in it asks that owner for an answer. */
export const Comment = z.strictObject({ at: DayText, by: Text, text: Text });
export type Comment = z.infer<typeof Comment>;

const judged = {
  name: Text.optional(),
  metric: Id.optional(),
  target: Target.optional(),
  targets: Targets.optional(),
  baseline: Baseline.optional(),
  cadence: z.enum(cadences).default("monthly"),
  owner: Text.optional(),
  stakeholders: z.array(Text).optional(),
  theme: Text.optional(),
  agreedBy: oneOrMore(Text).optional(),
  agreedOn: DayText.optional(),
  because: Text.optional(),
  actions: z.array(Action).default([]),
  guardrail: oneOrMore(Id).default([]),
  comments: z.array(Comment).optional(),
};

export const Kpi = z.strictObject({
  id: Id,
  ...judged,
  measures: Id.optional().describe("the goal, objective or interaction whose gauge it is"),
  side: z.enum(["behaviour", "experience"]).optional(),
  timing: z.enum(["leading", "lagging"]).optional(),
  direction: Direction.optional(),
});
export type Kpi = z.infer<typeof Kpi>;

export const evidenceMethods = ["contextual-inquiry", "observation", "interview", "survey", "focus-group", "expert", "copied"] as const;
export const increments = [
  "time",
  "ease",
  "options",
  "money",
  "recognition",
  "safety",
  "certainty",
  "quality",
  "health",
  "belonging",
  "knowledge",
  "control",
  "convenience",
  "enjoyment",
  "status",
] as const;

export const Evidence = z.strictObject({
  method: z.enum(evidenceMethods),
  on: DayText.optional(),
  customers: z.int().min(0).optional(),
  situation: Text.optional(),
  quote: Text.optional(),
  by: Text.optional(),
});

/** A Customer Performance Indicator: how the company performs for its customer. */
export const Cpi = z.strictObject({
  id: Id,
  ...judged,
  outcome: Text.optional().describe("the outcome in the customer's words"),
  increment: z.enum(increments).optional(),
  direction: Direction,
  interaction: Id.optional(),
  evidence: z.array(Evidence).default([]),
});
export type Cpi = z.infer<typeof Cpi>;
