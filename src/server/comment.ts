import type { FastifyInstance } from "fastify";
import { commentOn } from "../engine/index.ts";
import { HelderError } from "../framework/index.ts";
import { refuseForeign } from "./own-page.ts";
import { todayOf } from "./query.ts";
import type { Rooms } from "./rooms.ts";

/** `POST /api/comment {on, by, text}` writes a comment on a KPI or CPI into the workspace: `{comment, file}`. */
export function commentRoutes(app: FastifyInstance, { engine }: Rooms): void {
  app.post("/api/comment", async (request) => {
    refuseForeign(request, "application/json");
    const { on, by, text } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof on !== "string" || typeof by !== "string" || typeof text !== "string")
      throw new HelderError("bad-call", { reason: "{on, by, text}" });
    return commentOn(engine.directory, { on, by, text, today: todayOf(request, await engine.framework()) });
  });
}
