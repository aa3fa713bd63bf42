import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { HelderError } from "../framework/index.ts";
import { type Journal, openJournal } from "../journal/index.ts";
import { busySeconds, ingestQueue } from "./ingest-queue.ts";
import type { Rooms } from "./rooms.ts";

const kinds = new Set(["track", "identify", "page", "screen", "group", "alias"]);
const mostEventBytes = 32 * 1024;
const mostRequestBytes = 500 * 1024;
const texts = ["messageId", "event", "userId", "anonymousId", "previousId", "timestamp", "name"] as const;

/**
 * Events as Segment's libraries send them: `POST /v1/batch {batch: […]}`, and one at a time at `/v1/track`, `/identify`, `/page`,
 * `/screen`, `/group`, `/alias`. The write key is the user of basic auth. `{success: true}` is answered when they are on disk, not before.
 */
export async function ingestRoutes(app: FastifyInstance, { engine }: Rooms): Promise<void> {
  let journal: Journal | null = null;
  const opened = () => (journal ??= openJournal(join(engine.directory, ".helder")));
  const queue = ingestQueue((batches) => opened().appendEvents(batches));
  const sizes = new WeakMap<FastifyRequest, number>();

  await app.register((routes, _options, ready) => {
    routes.addHook("onRequest", (request, reply, done) => {
      try {
        requireKey(opened(), request);
        const length = Number(request.headers["content-length"] ?? mostRequestBytes);
        if (length > mostRequestBytes) throw new HelderError("events-too-large");
        // Before the body is read, so that what waits is bounded whatever clients do.
        queue.enter(length);
        sizes.set(request, length);
        done();
      } catch (error) {
        if (error instanceof HelderError && error.code === "events-busy") void reply.header("retry-after", String(busySeconds));
        done(error as Error);
      }
    });
    const leave = (request: FastifyRequest) => {
      queue.leave(sizes.get(request) ?? 0);
      sizes.delete(request);
    };
    routes.addHook("onResponse", (request, _reply, done) => {
      leave(request);
      done();
    });
    routes.addHook("onRequestAbort", (request, done) => {
      leave(request);
      done();
    });
    routes.setErrorHandler((problem) => {
      const { code } = problem as { readonly code?: string };
      throw code === "FST_ERR_CTP_BODY_TOO_LARGE" ? new HelderError("events-too-large") : problem;
    });
    const bodyLimit = mostRequestBytes;
    routes.post("/v1/batch", { bodyLimit }, async ({ body }) => {
      const { batch } = (body ?? {}) as { readonly batch?: unknown };
      if (!Array.isArray(batch)) throw new HelderError("event-refused", { index: 0, reason: "{batch: […]}" });
      return keep(batch.map((event, index) => checked(event, null, index)));
    });
    for (const kind of kinds) routes.post(`/v1/${kind}`, { bodyLimit }, async ({ body }) => keep([checked(body, kind, 0)]));
    ready();
  });
  app.addHook("onClose", () => journal?.close());

  /** `events`: each as JSON */
  async function keep(events: readonly string[]): Promise<{ success: true }> {
    if (events.length > 0) await queue.append({ at: new Date().toISOString(), events: `[${events.join(",")}]` });
    return { success: true };
  }
}

function requireKey(journal: Journal, { headers }: FastifyRequest): void {
  const [scheme, encoded = ""] = (headers.authorization ?? "").split(" ");
  const key = scheme?.toLowerCase() === "basic" ? Buffer.from(encoded, "base64").toString("utf8").split(":")[0]! : "";
  if (key === "" || journal.ownerOfKey(key)?.scope !== "events") throw new HelderError("write-key-refused");
}

/** The event with a kind and a `messageId`, as JSON. Throws HelderError `event-refused` or `events-too-large`. */
function checked(sent: unknown, kind: string | null, index: number): string {
  const refused = (reason: string) => new HelderError("event-refused", { index, reason });
  if (typeof sent !== "object" || sent === null || Array.isArray(sent)) throw refused("{…}");
  const event = sent as Readonly<Record<string, unknown>>;
  const type = kind ?? event["type"];
  if (typeof type !== "string" || !kinds.has(type)) throw refused(`type: ${[...kinds].join(" | ")}`);
  for (const name of texts) {
    const value = event[name];
    if (value !== undefined && value !== null && typeof value !== "string") throw refused(`${name}: "…"`);
  }
  if (type === "track" && !event["event"]) throw refused('event: "…"');
  if (!event["userId"] && !event["anonymousId"]) throw refused("userId | anonymousId");
  const { timestamp } = event;
  if (typeof timestamp === "string" && Number.isNaN(Date.parse(timestamp))) throw refused(`timestamp: ${timestamp.slice(0, 40)}`);
  const whole = JSON.stringify({ ...event, type, messageId: event["messageId"] || randomUUID() });
  if (Buffer.byteLength(whole) > mostEventBytes) throw new HelderError("events-too-large");
  return whole;
}
