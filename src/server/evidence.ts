import type { FastifyInstance } from "fastify";
import { evidenceOf, tellEvidence } from "../engine/index.ts";
import { askedLanguage } from "./language.ts";
import { dayOf, one, type Query } from "./query.ts";
import type { Rooms } from "./rooms.ts";

/** `GET /api/evidence`, or of one link with `?link=`: the same JSON as `helder evidence`. */
export function evidenceRoutes(app: FastifyInstance, { engine }: Rooms): void {
  app.get("/api/evidence", async (request) => {
    const query = request.query as Query;
    const asOf = dayOf(query, "as-of");
    const framework = await engine.framework();
    const result = await engine.experiments({ id: null, asOf });
    const { report } = await engine.run({ asOf });
    const links = evidenceOf(framework, result, report, one(query["link"]));
    return tellEvidence(links, result.failures, askedLanguage(request) ?? report.workspace.language);
  });
}
