import type { FastifyInstance, FastifyRequest } from "fastify";
import { driversOf, keepScenario, readScenario, simulated } from "../engine/index.ts";
import { HelderError, type Language } from "../framework/index.ts";
import { askedLanguage } from "./language.ts";
import { refuseForeign } from "./own-page.ts";
import { asOfOf } from "./query.ts";
import type { Rooms } from "./rooms.ts";

type Body = Readonly<Record<string, unknown>>;

/** What a what-if that has no name yet goes by, in errors. */
const nameless = "what-if";

/**
 * `GET /api/scenario`: `{scenarios, drivers}`, what there is and what may be changed. `POST /api/scenario {scenario, least}` works a scenario out and
 * writes nothing: the same JSON as `helder simulate --json`. `POST /api/scenario/keep {of, name, scenario}` writes it into the workspace:
 * `{id, name, file, added}`.
 */
export function scenarioRoutes(app: FastifyInstance, { engine }: Rooms): void {
  app.get("/api/scenario", async (request) => {
    const framework = await engine.framework();
    return { scenarios: framework.scenarios, drivers: await driversOf(engine, framework, asOfOf(request)) };
  });
  app.post("/api/scenario", async (request) => {
    refuseForeign(request, "application/json");
    const { scenario, least = null } = bodyOf(request);
    if (!isThing(scenario) || !(least === null || (typeof least === "number" && Number.isFinite(least))))
      throw new HelderError("bad-call", { reason: "{scenario: {kind, …}, least: 8.5}" });
    const framework = await engine.framework();
    const read = readScenario(framework, { id: nameless, ...scenario });
    const language: Language = askedLanguage(request) ?? framework.settings.language ?? "en";
    return simulated(engine, framework, read, { language, asOf: asOfOf(request), least });
  });
  app.post("/api/scenario/keep", (request) => {
    refuseForeign(request, "application/json");
    const { of = null, name, scenario } = bodyOf(request);
    if (!(of === null || typeof of === "string") || typeof name !== "string" || !isThing(scenario))
      throw new HelderError("bad-call", { reason: "{of, name, scenario: {kind, …}}" });
    return keepScenario(engine.directory, { of, name, scenario });
  });
}

function bodyOf({ body }: FastifyRequest): Body {
  return isThing(body) ? body : {};
}

function isThing(value: unknown): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
