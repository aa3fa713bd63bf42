import type { z } from "zod";
import { Dataset } from "./dataset.ts";
import { Cpi, Kpi } from "./kpi.ts";
import { Experiment, Happening, Link, Scenario, Steering } from "./learning.ts";
import type { Metric } from "./metric.ts";
import { Alert, Schedule, Waiver } from "./operation.ts";
import { Segment, Stakeholder, Team, Theme } from "./organisation.ts";
import type { Settings } from "./settings.ts";
import { Enabler, Goal, Interaction, Objective } from "./tree.ts";

/** The sections of a workspace's YAML but `metrics`, whose schema depends on each entry's `type` or `use`. */
export const sectionSchemas = {
  datasets: Dataset,
  segments: Segment,
  goals: Goal,
  objectives: Objective,
  interactions: Interaction,
  kpis: Kpi,
  cpis: Cpi,
  enablers: Enabler,
  links: Link,
  experiments: Experiment,
  teams: Team,
  themes: Theme,
  stakeholders: Stakeholder,
  events: Happening,
  steering: Steering,
  scenarios: Scenario,
  schedule: Schedule,
  alerts: Alert,
  waivers: Waiver,
} as const;

export type SectionName = keyof typeof sectionSchemas | "metrics";
export const sectionNames: readonly SectionName[] = ["datasets", "metrics", ...(Object.keys(sectionSchemas).slice(1) as SectionName[])];

type Sections = { readonly [S in keyof typeof sectionSchemas]: readonly z.infer<(typeof sectionSchemas)[S]>[] };

/** A whole workspace as one frozen, serialisable value. Entries stand in the order of files (by path), then of text. */
export interface Framework extends Sections {
  readonly settings: Settings;
  readonly metrics: readonly Metric[];
}

/** Which entry fields hold ids of which sections; `soft` ones may be undeclared (info, not error). `*` steps through a list, `#` through a map's keys. */
export interface Reference {
  readonly path: readonly string[];
  readonly to: readonly SectionName[];
  readonly soft?: true;
}

export const references: Readonly<Record<SectionName | "settings", readonly Reference[]>> = {
  settings: [{ path: ["superKpi"], to: ["kpis"] }],
  datasets: [{ path: ["join", "*", "to"], to: ["datasets"] }],
  metrics: [
    { path: ["dataset"], to: ["datasets"] },
    { path: ["numerator"], to: ["metrics"] },
    { path: ["denominator"], to: ["metrics"] },
    { path: ["metric"], to: ["metrics"] },
    { path: ["from", "dataset"], to: ["datasets"] },
    { path: ["to", "dataset"], to: ["datasets"] },
    { path: ["segment"], to: ["segments"] },
  ],
  segments: [{ path: ["dataset"], to: ["datasets"] }],
  goals: [
    { path: ["theme"], to: ["themes"], soft: true },
    { path: ["stakeholders", "*"], to: ["stakeholders"], soft: true },
    { path: ["for", "*"], to: ["segments"] },
  ],
  objectives: [
    { path: ["supports", "*", "goal"], to: ["goals"] },
    { path: ["parent"], to: ["objectives"] },
    { path: ["theme"], to: ["themes"], soft: true },
    { path: ["stakeholders", "*"], to: ["stakeholders"], soft: true },
    { path: ["for", "*"], to: ["segments"] },
  ],
  interactions: [
    { path: ["serves", "*", "objective"], to: ["objectives"] },
    { path: ["theme"], to: ["themes"], soft: true },
    { path: ["stakeholders", "*"], to: ["stakeholders"], soft: true },
    { path: ["for", "*"], to: ["segments"] },
  ],
  kpis: [
    { path: ["measures"], to: ["goals", "objectives", "interactions"] },
    { path: ["metric"], to: ["metrics"] },
    { path: ["guardrail", "*"], to: ["kpis", "cpis", "metrics"] },
    { path: ["owner"], to: ["teams", "stakeholders"], soft: true },
    { path: ["theme"], to: ["themes"], soft: true },
    { path: ["stakeholders", "*"], to: ["stakeholders"], soft: true },
    { path: ["agreedBy", "*"], to: ["stakeholders", "teams"], soft: true },
    { path: ["actions", "*", "who"], to: ["teams", "stakeholders"], soft: true },
  ],
  cpis: [
    { path: ["interaction"], to: ["interactions"] },
    { path: ["metric"], to: ["metrics"] },
    { path: ["guardrail", "*"], to: ["kpis", "cpis", "metrics"] },
    { path: ["owner"], to: ["teams", "stakeholders"], soft: true },
    { path: ["theme"], to: ["themes"], soft: true },
    { path: ["stakeholders", "*"], to: ["stakeholders"], soft: true },
    { path: ["agreedBy", "*"], to: ["stakeholders", "teams"], soft: true },
    { path: ["actions", "*", "who"], to: ["teams", "stakeholders"], soft: true },
  ],
  enablers: [
    { path: ["needs", "*"], to: ["cpis"] },
    { path: ["advances", "*"], to: ["objectives"] },
  ],
  links: [
    { path: ["from"], to: ["cpis", "kpis"] },
    { path: ["to"], to: ["kpis", "cpis"] },
  ],
  experiments: [
    { path: ["tests", "*"], to: ["links"] },
    { path: ["assigned"], to: ["datasets"] },
    { path: ["metrics", "*"], to: ["metrics"] },
    { path: ["guardrails", "*"], to: ["metrics", "kpis", "cpis"] },
  ],
  teams: [
    { path: ["scorecard", "*", "kpi"], to: ["kpis"] },
    { path: ["scorecard", "*", "cpi"], to: ["cpis"] },
  ],
  themes: [],
  stakeholders: [],
  events: [],
  steering: [
    { path: ["kpi"], to: ["kpis", "cpis"] },
    { path: ["experiment"], to: ["experiments"] },
  ],
  scenarios: [
    { path: ["change", "#"], to: ["metrics"] },
    { path: ["measured", "inflow"], to: ["metrics"] },
    { path: ["measured", "conversion"], to: ["metrics"] },
    { path: ["measured", "viral"], to: ["metrics"] },
    { path: ["measured", "churn"], to: ["metrics"] },
    { path: ["capacity", "measured", "guests"], to: ["metrics"] },
    { path: ["capacity", "measured", "nps"], to: ["metrics"] },
    { path: ["capacity", "measured", "churn"], to: ["metrics"] },
  ],
  schedule: [],
  alerts: [{ path: ["on", "*"], to: ["kpis", "cpis", "metrics", "datasets"] }],
  waivers: [],
};

/** The target that is judged, whichever way it was typed; null where there is none. */
export function judgedTarget(indicator: Pick<Kpi, "target" | "targets">): Kpi["target"] | null {
  return indicator.target ?? indicator.targets?.target ?? null;
}
