import { z } from "zod";
import { Id, Text } from "./value.ts";

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

export const Team = z.strictObject({ id: Id, name: Text, scorecard: z.array(Weight).default([]) });
export type Team = z.infer<typeof Team>;

/** A group of customers. `where` is an expression over `dataset`; `rfm`, `lapsed` and `top` are the classic cuts. */
export const Segment = z.strictObject({
  id: Id,
  name: Text.optional(),
  dataset: Id.optional(),
  where: Text.optional(),
  rfm: z.union([Text, z.array(Text)]).optional(),
  lapsed: Text.optional(),
  top: z.number().gt(0).max(1).optional(),
});
export type Segment = z.infer<typeof Segment>;
