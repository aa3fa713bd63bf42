import type { FastifyInstance } from "fastify";
import { checkWords } from "../check/index.ts";
import { toJson, treeFor, treeOf } from "../report/index.ts";
import { askedLanguage } from "./language.ts";
import { asOfOf } from "./query.ts";
import type { Rooms } from "./rooms.ts";

export function reportRoutes(app: FastifyInstance, rooms: Rooms): void {
  app.get("/api/report", async (request) => {
    const { report } = await rooms.engine.run({ asOf: asOfOf(request) });
    return toJson(report, askedLanguage(request) ?? report.workspace.language, checkWords);
  });
  app.get("/api/tree", async (request) => {
    const framework = await rooms.engine.framework();
    const { for: person } = request.query as { readonly for?: unknown };
    return typeof person === "string" && person !== "" ? treeFor(framework, person) : treeOf(framework);
  });
  app.get("/api/framework", () => rooms.engine.framework());
}
