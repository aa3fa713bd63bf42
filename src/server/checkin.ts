import type { FastifyInstance } from "fastify";
import { HelderError } from "../framework/index.ts";
import { refuseForeign } from "./own-page.ts";
import type { Rooms } from "./rooms.ts";

/** `POST /api/checkin {indicator, period, value, note}` records a number that people type in, as `helder checkin`: `{id}`. */
export function checkinRoutes(app: FastifyInstance, { engine }: Rooms): void {
  app.post("/api/checkin", (request) => {
    refuseForeign(request, "application/json");
    const { indicator, period, value, note = null } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const fits =
      typeof indicator === "string" &&
      typeof period === "string" &&
      typeof value === "number" &&
      Number.isFinite(value) &&
      (note === null || typeof note === "string");
    if (!fits) throw new HelderError("bad-call", { reason: "{indicator, period, value: 41.5, note}" });
    return engine.checkin({ indicator, period, value, note });
  });
}
