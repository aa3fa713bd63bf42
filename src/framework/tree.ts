import { z } from "zod";
import { Effect, Id, oneOrMore, Text } from "./value.ts";

/** Why: an existential goal. */
export const Goal = z.strictObject({
  id: Id,
  name: Text,
  promise: Text.optional(),
  theme: Text.optional(),
  stakeholders: z.array(Text).default([]),
  for: oneOrMore(Id).default([]).describe("segments it is for"),
});
export type Goal = z.infer<typeof Goal>;

const Support = z.union([
  Id.transform((goal) => ({ goal, effect: "helps" as const })),
  z.strictObject({ goal: Id, effect: Effect.default("helps") }),
]);

/** How: a business objective, where the company wants to go. */
export const Objective = z.strictObject({
  id: Id,
  name: Text,
  supports: oneOrMore(Support).default([]),
  parent: Id.optional(),
  theme: Text.optional(),
  stakeholders: z.array(Text).default([]),
  for: oneOrMore(Id).default([]),
});
export type Objective = z.infer<typeof Objective>;

const Service = z.union([
  Id.transform((objective) => ({ objective, effect: "helps" as const })),
  z.strictObject({ objective: Id, effect: Effect.default("helps") }),
]);

/** What: a contact with the customer, in one phase of the journey. */
export const Interaction = z.strictObject({
  id: Id,
  name: Text,
  phase: Id.optional(),
  serves: oneOrMore(Service).default([]),
  wants: Text.optional(),
  does: Text.optional(),
  theme: Text.optional(),
  stakeholders: z.array(Text).default([]),
  for: oneOrMore(Id).default([]),
});
export type Interaction = z.infer<typeof Interaction>;

/** What lets a customer need advance an objective: personalisation, for one. */
export const Enabler = z.strictObject({ id: Id, name: Text, needs: oneOrMore(Id).default([]), advances: oneOrMore(Id).default([]) });
export type Enabler = z.infer<typeof Enabler>;
