import type { FastifyInstance } from "fastify";
import { calendarFeed, tellWaiting, type ToldWaiting, waitingOf } from "../report/index.ts";
import { askedLanguage } from "./language.ts";
import { dayOf, type Query } from "./query.ts";
import type { Rooms } from "./rooms.ts";

/** `/api/steering`: the same JSON as `helder steer`; `/api/steering.ics`: the days as a calendar that others can subscribe to. */
export function steerRoutes(app: FastifyInstance, rooms: Rooms): void {
  const told = async (
    query: Query,
    asked: ReturnType<typeof askedLanguage>,
  ): Promise<{ waiting: readonly ToldWaiting[]; feed: string }> => {
    const [framework, { report }] = [await rooms.engine.framework(), await rooms.engine.run({ asOf: dayOf(query, "as-of") })];
    const waiting = tellWaiting(waitingOf(framework, report), report, asked ?? framework.settings.language ?? "en");
    return { waiting, feed: calendarFeed(waiting, { name: report.workspace.name, asOf: report.asOf }) };
  };
  app.get("/api/steering", async (request) => {
    const { waiting } = await told(request.query as Query, askedLanguage(request));
    return { waiting };
  });
  app.get("/api/steering.ics", async (request, reply) => {
    const { feed } = await told(request.query as Query, askedLanguage(request));
    return reply.type("text/calendar; charset=utf-8").send(feed);
  });
}
