import { z } from "zod";
import { EnvironmentName, Id, InsidePath, MonthDay, Text, Zone } from "./value.ts";

export const Phase = z.strictObject({ id: Id, name: Text.optional(), aim: Text.optional() });
export type Phase = z.infer<typeof Phase>;

export const defaultPhases: readonly Phase[] = [{ id: "see" }, { id: "think" }, { id: "do" }, { id: "care" }];

/** A ClickHouse server; `env(NAME)` stands for the environment variable of that name. */
export const ClickhouseSettings = z.strictObject({
  url: Text.describe("https://clickhouse.example.com:8443, or env(CLICKHOUSE_URL)"),
  database: Text.default("helder").describe("made where it is absent"),
  user: Text.optional().describe("a name, or env(CLICKHOUSE_USER)"),
  password: EnvironmentName.optional().describe("env(CLICKHOUSE_PASSWORD); never the password itself"),
  cluster: Text.optional().describe("a cluster of the server's configuration, over which rows are spread"),
  nodes: z.array(Text).min(1).optional().describe("the address of each shard, for a cluster without Keeper"),
});
export type ClickhouseSettings = z.infer<typeof ClickhouseSettings>;

/** The keys of `helder.yaml` that are not sections. */
export const Settings = z.strictObject({
  helder: z.literal(1).describe("format version"),
  name: Text.describe("the organisation's or workspace's name"),
  language: z.enum(["nl", "en"]).optional().describe("of everything Helder says; else the system's"),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "currency")
    .default("EUR")
    .describe("three capitals: EUR"),
  timezone: Zone.default("Europe/Amsterdam").describe("where a day begins: Europe/Amsterdam"),
  kpiBudget: z.int().min(1).max(100).default(7).describe("the most KPIs there may be, the super-KPI included"),
  superKpi: Id.optional().describe("the one KPI that the others contribute to"),
  phases: z
    .array(z.union([Id.transform((id): Phase => ({ id })), Phase]))
    .min(1)
    .default([...defaultPhases])
    .describe("of the customer's journey: see, think, do, care"),
  fiscalYear: z.strictObject({ starts: MonthDay }).default({ starts: "01-01" }).describe("first month and day: 07-01"),
  brand: z
    .strictObject({
      name: Text.optional(),
      logo: InsidePath.optional(),
      colours: z.array(z.string().regex(/^#[0-9a-fA-F]{6}$/, "colour")).optional(),
    })
    .optional()
    .describe("how reports look"),
  warehouse: z
    .union([z.literal("duckdb"), z.strictObject({ clickhouse: ClickhouseSettings })])
    .default("duckdb")
    .describe("where is computed: duckdb, or a ClickHouse server"),
  network: z
    .strictObject({
      allow: z.array(Text).default([]).describe("hosts, addresses and networks inside that connectors may reach: 10.1.0.0/16"),
    })
    .optional()
    .describe("what connectors may reach"),
  controller: Text.optional().describe("who answers for people's data, with address, for the record of processing"),
  ignore: z.array(Text).default([]).describe("folders whose YAML is not read"),
});
export type Settings = z.infer<typeof Settings>;
