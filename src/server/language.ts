import type { FastifyRequest } from "fastify";
import type { Language } from "../framework/index.ts";

/** The language that `?language=` asks for; null where it asks for none. */
export function askedLanguage(request: FastifyRequest): Language | null {
  const asked = (request.query as { language?: unknown } | undefined)?.language;
  return asked === "nl" || asked === "en" ? asked : null;
}

/** The language of an error, which may be about a workspace that has none: the one asked for, else what the browser prefers. */
export function languageOf(request: FastifyRequest): Language {
  return askedLanguage(request) ?? ((request.headers["accept-language"] ?? "").toLowerCase().startsWith("nl") ? "nl" : "en");
}
