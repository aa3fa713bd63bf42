import type { FastifyRequest } from "fastify";
import type { Language } from "../framework/index.ts";

/** The language a request asks for: `?language=`, else what the browser prefers. */
export function languageOf(request: FastifyRequest): Language {
  const asked = (request.query as { language?: unknown } | undefined)?.language;
  if (asked === "nl" || asked === "en") return asked;
  return (request.headers["accept-language"] ?? "").toLowerCase().startsWith("nl") ? "nl" : "en";
}
