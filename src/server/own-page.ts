import type { FastifyRequest } from "fastify";
import { HelderError } from "../framework/index.ts";

/**
 * Refuses what a page elsewhere may have sent: it can send a form to this address, but nothing of another type without asking, and its browser
 * says where it comes from. Throws HelderError `foreign-host`, `bad-call`.
 */
export function refuseForeign({ headers }: FastifyRequest, contentType: string): void {
  const { origin, host = "" } = headers;
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host))
    throw new HelderError("foreign-host", { host: origin });
  const type = (headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
  if (type !== contentType) throw new HelderError("bad-call", { reason: `content-type: ${contentType}` });
}
