import { type Framework, HelderError, type Scenario, sectionSchemas } from "../../framework/index.ts";
import { partsOf } from "../../metric/index.ts";
import { unknown } from "../unknown.ts";

/** What is a part of a whole, and cannot be less than nothing or more than all. */
const shares = ["conversion", "churn"] as const;

/** The scenario of this id. Throws HelderError `unknown-scenario`. */
export function scenarioNamed(framework: Framework, id: string): Scenario {
  const found = framework.scenarios.find((scenario) => scenario.id === id);
  if (found) return found;
  throw unknown("unknown-scenario", id, framework.scenarios);
}

/** A scenario that came from outside, read as YAML is. Throws HelderError `bad-scenario`, `unknown-metric`. */
export function readScenario(framework: Framework, asked: unknown): Scenario {
  const read = sectionSchemas.scenarios.safeParse(asked);
  if (!read.success) throw new HelderError("bad-scenario", { key: read.error.issues[0]?.path.join(".") || "scenario" });
  const scenario = read.data;
  const refuse = (key: string): never => {
    throw new HelderError("bad-scenario", { key });
  };
  if (scenario.kind === "tree") {
    for (const metric of Object.keys(scenario.change)) partsOf(framework, metric);
    return scenario;
  }
  const { guestsPerHour, peakShare, npsAt = {}, churnAt = {} } = scenario.capacity ?? {};
  for (const key of shares) if (!isShare(scenario[key])) refuse(key);
  if (peakShare !== undefined && !isShare(peakShare)) refuse("capacity.peakShare");
  if (guestsPerHour !== undefined && guestsPerHour <= 0) refuse("capacity.guestsPerHour");
  for (const [key, points] of Object.entries({ npsAt, churnAt }))
    for (const [guests, value] of Object.entries(points))
      if (guests.trim() === "" || !Number.isFinite(Number(guests)) || (key === "churnAt" && !isShare(value)))
        refuse(`capacity.${key}.${guests}`);
  return scenario;
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 1;
}
