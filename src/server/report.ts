import type { FastifyInstance } from "fastify";
import { message } from "../check/index.ts";
import { toJson } from "../report/index.ts";
import { askedLanguage } from "./language.ts";
import { asOfOf } from "./query.ts";
import type { Rooms } from "./rooms.ts";

export function reportRoutes(app: FastifyInstance, rooms: Rooms): void {
  app.get("/api/report", async (request) => {
    const { report } = await rooms.engine.run({ asOf: asOfOf(request) });
    return toJson(report, askedLanguage(request) ?? report.workspace.language, message);
  });
  app.get("/api/framework", () => rooms.engine.framework());
}
