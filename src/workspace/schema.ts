import { z } from "zod";
import { catalogue } from "../catalogue/index.ts";
import { CatalogueMetric, metricTypes, type SectionName, sectionNames, sectionSchemas, Settings } from "../framework/index.ts";

const told: Record<SectionName, string> = {
  datasets: "Where rows come from: files or connectors.",
  metrics: "Numbers computed from datasets, from other metrics, or entered by hand.",
  segments: "Groups of customers.",
  goals: "Why the organisation exists for its customers: promises.",
  objectives: "How: where the company wants to go to keep its promises.",
  interactions: "What: contacts with the customer, each in one phase of the journey.",
  kpis: "Key Performance Indicators: how customers and company do, each with a target. Few.",
  cpis: "Customer Performance Indicators: how the company performs for its customer, in the customer's words.",
  enablers: "What lets a customer need advance an objective.",
  links: "Claims that one indicator moves another, to be tested.",
  experiments: "Tests of links.",
  teams: "Teams and the indicators on their scorecards.",
  themes: "Themes that cut across the tree.",
  stakeholders: "Who has a say or an interest.",
  events: "What happened and may explain a change: campaigns, releases, holidays.",
  steering: "What was decided when an indicator went wrong, and what it did.",
  scenarios: "What-if calculations.",
  schedule: "What Helder does by itself, and when.",
  alerts: "Whom to tell when something changes.",
  waivers: "Findings that are accepted for a while, with the reason.",
};

/** The JSON Schema (draft 7) by which editors complete and check a workspace's YAML; one schema for all its files. */
export function jsonSchema(): object {
  // Editors offer the ids; an alias may be typed too, so anything that could be an id is let through.
  const use = z.union([z.enum(catalogue.map(({ id }) => id)), CatalogueMetric.shape.use]);
  const metric = z.union([...Object.values(metricTypes), CatalogueMetric.extend({ use })]);
  const lists = sectionNames.map((name) => {
    const schema: z.ZodType = name === "metrics" ? metric : sectionSchemas[name];
    return [
      name,
      z
        .union([z.array(schema), z.null()])
        .optional()
        .describe(told[name]),
    ] as const;
  });
  // Any file may hold any section, so what helder.yaml must have cannot be demanded here; `helder check` does.
  const workspace = z.strictObject({ ...Settings.partial().shape, ...Object.fromEntries(lists) });
  return z.toJSONSchema(workspace, { io: "input", target: "draft-7", unrepresentable: "any", reused: "ref" });
}
