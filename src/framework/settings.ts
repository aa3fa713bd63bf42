import { z } from "zod";
import { Id, MonthDay, Text, Zone } from "./value.ts";

export const Phase = z.strictObject({ id: Id, name: Text.optional(), aim: Text.optional() });
export type Phase = z.infer<typeof Phase>;

export const defaultPhases: readonly Phase[] = [{ id: "see" }, { id: "think" }, { id: "do" }, { id: "care" }];

/** The keys of `helder.yaml` that are not sections. */
export const Settings = z.strictObject({
  helder: z.literal(1).describe("format version"),
  name: Text,
  language: z.enum(["nl", "en"]).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "currency")
    .default("EUR"),
  timezone: Zone.default("Europe/Amsterdam"),
  kpiBudget: z.int().min(1).max(100).default(7),
  superKpi: Id.optional(),
  phases: z
    .array(z.union([Id.transform((id): Phase => ({ id })), Phase]))
    .min(1)
    .default([...defaultPhases]),
  fiscalYear: z.strictObject({ starts: MonthDay }).default({ starts: "01-01" }),
  brand: z
    .strictObject({
      name: Text.optional(),
      logo: Text.optional(),
      colours: z.array(z.string().regex(/^#[0-9a-fA-F]{6}$/, "colour")).optional(),
    })
    .optional(),
  warehouse: z
    .union([z.literal("duckdb"), z.strictObject({ clickhouse: z.strictObject({ url: Text, database: Text.default("helder") }) })])
    .default("duckdb"),
  ignore: z.array(Text).default([]),
});
export type Settings = z.infer<typeof Settings>;
