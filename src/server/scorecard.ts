import type { FastifyInstance } from "fastify";
import { teamNamed, tellAttainments } from "../report/index.ts";
import { askedLanguage } from "./language.ts";
import { asOfOf, one, type Query } from "./query.ts";
import type { Rooms } from "./rooms.ts";

/** `GET /api/scorecard`, or of one team with `?team=`: the same JSON as `helder scorecard`. */
export function scorecardRoutes(app: FastifyInstance, { engine }: Rooms): void {
  app.get("/api/scorecard", async (request) => {
    const asked = one((request.query as Query)["team"]);
    const id = asked === null ? null : teamNamed(await engine.framework(), asked).id;
    const { report } = await engine.run({ asOf: asOfOf(request) });
    const teams = report.attained.filter(({ team }) => id === null || team === id);
    return { asOf: report.asOf, teams: tellAttainments(teams, report, askedLanguage(request) ?? report.workspace.language) };
  });
}
