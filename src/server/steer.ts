import type { FastifyInstance } from "fastify";
import { type SteeringSaid, steerCycle } from "../engine/index.ts";
import { HelderError } from "../framework/index.ts";
import { type Board, boardOf, calendarFeed, tellWaiting, type ToldWaiting, waitingOf } from "../report/index.ts";
import { askedLanguage } from "./language.ts";
import { refuseForeign } from "./own-page.ts";
import { dayOf, type Query, todayOf } from "./query.ts";
import type { Rooms } from "./rooms.ts";

/** What a page may say of a cycle: all but which cycle it is. */
const sayable = new Set<string>([
  "opened",
  "cause",
  "options",
  "chosen",
  "experiment",
  "decided",
  "closed",
  "effect",
  "learning",
  "owner",
  "due",
] satisfies (keyof SteeringSaid)[]);

/**
 * `GET /api/steering`: the same JSON as `helder steer`; `/api/steering.ics`: the days as a calendar that others can subscribe to. `POST
 * /api/steering {of, said}` writes what people say of a cycle, or of a KPI's next one, into the workspace: `{cycle, file, opened}`.
 */
export function steerRoutes(app: FastifyInstance, rooms: Rooms): void {
  const told = async (
    query: Query,
    asked: ReturnType<typeof askedLanguage>,
  ): Promise<{ waiting: readonly ToldWaiting[]; board: Board; feed: string }> => {
    const [framework, { report }] = [await rooms.engine.framework(), await rooms.engine.run({ asOf: dayOf(query, "as-of") })];
    const found = waitingOf(framework, report);
    const waiting = tellWaiting(found, report, asked ?? framework.settings.language ?? "en");
    const feed = calendarFeed(waiting, { name: report.workspace.name, asOf: report.asOf });
    return { waiting, board: boardOf(framework, report, found), feed };
  };
  app.get("/api/steering", async (request) => {
    const { waiting, board } = await told(request.query as Query, askedLanguage(request));
    return { waiting, ...board };
  });
  app.get("/api/steering.ics", async (request, reply) => {
    const { feed } = await told(request.query as Query, askedLanguage(request));
    return reply.type("text/calendar; charset=utf-8").send(feed);
  });
  app.post("/api/steering", async (request) => {
    refuseForeign(request, "application/json");
    const { of, said } = (request.body ?? {}) as { readonly of?: unknown; readonly said?: unknown };
    if (typeof of !== "string" || typeof said !== "object" || said === null || Array.isArray(said))
      throw new HelderError("bad-call", { reason: "{of, said: {cause, options, chosen, …}}" });
    const stranger = Object.keys(said).find((key) => !sayable.has(key));
    if (stranger !== undefined) throw new HelderError("bad-steering", { key: stranger });
    const today = todayOf(request, await rooms.engine.framework());
    // What does not fit is refused by `steerCycle`, which reads it as it reads YAML.
    return steerCycle(rooms.engine.directory, { of, said, today });
  });
}
