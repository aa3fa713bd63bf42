import type { FastifyInstance } from "fastify";
import { columnNames, whyOf } from "../engine/index.ts";
import { HelderError } from "../framework/index.ts";
import { dayOf, list, one, type Query } from "./query.ts";
import type { Rooms } from "./rooms.ts";

/** `/api/why?of=revenue&from=2026-01&to=2026-02&by=channel`: the same JSON as `helder why`; `kpi` and `metric` are read as `of`, `by=auto` as `--by auto`. */
export function whyRoutes(app: FastifyInstance, rooms: Rooms): void {
  app.get("/api/why", (request) => {
    const query = request.query as Query;
    const needed = (...names: readonly string[]): string => {
      const value = names.map((name) => one(query[name])).find((found) => found !== null);
      if (!value) throw new HelderError("bad-call", { reason: `${names[0]}=…` });
      return value;
    };
    return whyOf(rooms.engine, {
      of: needed("of", "kpi", "metric"),
      from: needed("from"),
      to: needed("to"),
      by: one(query["by"]) === "auto" ? "auto" : list(query["by"]).flatMap(columnNames),
      asOf: dayOf(query, "as-of"),
    });
  });
}
