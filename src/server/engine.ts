import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { type Engine, type EngineCall, engineMethods } from "../engine/index.ts";
import { HelderError } from "../framework/index.ts";
import type { Rooms } from "./rooms.ts";

/**
 * The door for this user's other processes (the CLI while the server holds the warehouse). The secret stands in a file that only this
 * user can read, so no page and no other user can come in here.
 */
export function engineRoutes(app: FastifyInstance, rooms: Rooms): void {
  app.post("/api/engine", { bodyLimit: 16_777_216 }, async (request) => {
    const given = (request.headers.authorization ?? "").replace(/^Bearer /, "");
    if (!sameSecret(given, rooms.token)) throw new HelderError("not-found", { what: "/api/engine" });
    const call = request.body as EngineCall | { method: "ping" };
    if (call.method === "ping") return { result: "pong" };
    if (!engineMethods.includes(call.method)) throw new HelderError("bad-call", { reason: `method ${call.method}` });
    const lines: string[] = [];
    const engine: Engine = call.trace ? rooms.traced((line) => lines.push(line)) : rooms.engine;
    const perform = engine[call.method] as (request: unknown) => Promise<unknown>;
    try {
      return { result: await perform(call.request), trace: lines };
    } catch (problem) {
      if (!(problem instanceof HelderError)) throw problem;
      // A failure is an answer here: the caller makes the sentence in its own language.
      return { error: { code: problem.code, params: problem.params, message: problem.message }, trace: lines };
    }
  });
}

function sameSecret(given: string, secret: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(secret)];
  return left.length === right.length && timingSafeEqual(left, right);
}
