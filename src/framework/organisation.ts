import { z } from "zod";
import { DurationText, Id, Text } from "./value.ts";

export const Theme = z.strictObject({
  id: Id,
  name: Text,
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, "colour")
    .optional(),
});
export type Theme = z.infer<typeof Theme>;

export const Stakeholder = z.strictObject({ id: Id, name: Text, organisation: Text.optional() });
export type Stakeholder = z.infer<typeof Stakeholder>;

const Weight = z
  .strictObject({ kpi: Id.optional(), cpi: Id.optional(), weight: z.number().min(0).max(1) })
  .refine((line) => (line.kpi === undefined) !== (line.cpi === undefined), { message: "kpi-or-cpi" });

/** How attainment counts for pay: below `floor` nothing, above `cap` no more. */
const Incentive = z.strictObject({ floor: z.number().min(0).max(1).default(0), cap: z.number().min(1).max(10).default(1) });

export const Team = z.strictObject({ id: Id, name: Text, scorecard: z.array(Weight).default([]), incentive: Incentive.optional() });
export type Team = z.infer<typeof Team>;

/** Scores from 1 to 5 for recency, frequency and money; `*`: any. */
const Scores = z.string().regex(/^[1-5*]{3}$/, "scores");

/**
 * A group of customers: those with rows of `dataset` for which `where` is true, and of those the part that `lapsed` (no row for so
 * long), `top` (the fraction that brings in most) and `rfm` keep.
 */
export const Segment = z.strictObject({
  id: Id,
  name: Text.optional(),
  dataset: Id.optional(),
  where: Text.optional(),
  rfm: z
    .union([Scores, z.array(Scores).min(1)])
    .optional()
    .describe("quintiles of recency, frequency and money: 5*5, or a list"),
  lapsed: DurationText.optional(),
  top: z.number().gt(0).max(1).optional(),
  of: Text.optional().describe("what a row brings in, for top and rfm; else the column revenue"),
});
export type Segment = z.infer<typeof Segment>;
