import type { FastifyInstance, FastifyRequest } from "fastify";
import { dayInZone, grains, isDay } from "../calendar/index.ts";
import { columnNames, comparisons, type QueryRequest } from "../engine/index.ts";
import { type Framework, HelderError } from "../framework/index.ts";
import type { Rooms } from "./rooms.ts";

export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** `/api/query?metric=a&metric=b&grain=month`: the same parameters and JSON as `helder query`. */
export function queryRoutes(app: FastifyInstance, rooms: Rooms): void {
  app.get("/api/query", (request) => rooms.engine.query(requestOf(request)));
}

export function asOfOf(request: FastifyRequest): string | null {
  return dayOf(request.query as Query, "as-of");
}

/** The day as of which something is written: the one that was asked for, else today where the workspace is. */
export function todayOf(request: FastifyRequest, { settings }: Framework): string {
  return asOfOf(request) ?? dayInZone(Date.now(), settings.timezone);
}

function requestOf(request: FastifyRequest): QueryRequest {
  const query = request.query as Query;
  const metrics = list(query["metric"]);
  if (metrics.length === 0) throw new HelderError("bad-call", { reason: "metric=…" });
  const grain = grains.find((known) => known === (one(query["grain"]) ?? "month"));
  if (!grain) throw new HelderError("bad-option", { option: "grain", value: one(query["grain"]), hint: grains.join(" | ") });
  const compared = one(query["compare"]);
  const compare = comparisons.find((known) => known === compared) ?? null;
  if (compare !== compared) throw new HelderError("bad-option", { option: "compare", value: compared, hint: comparisons.join(" | ") });
  return {
    metrics,
    grain,
    by: list(query["by"]).flatMap(columnNames),
    where: one(query["where"]),
    segment: one(query["segment"]),
    from: dayOf(query, "from"),
    to: dayOf(query, "to"),
    asOf: dayOf(query, "as-of"),
    compare,
    guarded: true,
  };
}

export function list(value: Query[string]): string[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

export function one(value: Query[string]): string | null {
  return list(value)[0] ?? null;
}

export function dayOf(query: Query, name: string): string | null {
  const value = one(query[name]);
  if (value !== null && !isDay(value)) throw new HelderError("bad-option", { option: name, value, hint: "2026-01-31" });
  return value;
}
