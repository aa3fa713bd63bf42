import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { customerOfToken, customerValue, type CustomerValue } from "../engine/index.ts";
import { HelderError, type Language } from "../framework/index.ts";
import { customerPage, refusalPage } from "./customer-page.ts";
import { askedLanguage, languageOf } from "./language.ts";
import { dayOf, one, type Query } from "./query.ts";
import type { Rooms } from "./rooms.ts";

/**
 * `GET /customer-value?token=…`: what was delivered to the one customer of the token, as a page to show or print; `GET
 * /api/customer-value` with `Authorization: Bearer …`: the same as JSON.
 */
export function customerValueRoutes(app: FastifyInstance, { engine }: Rooms): void {
  const told = async (request: FastifyRequest, token: string): Promise<{ value: CustomerValue; language: Language }> => {
    const customer = customerOfToken(token, Math.floor(Date.now() / 1000), process.env);
    const { settings } = await engine.framework();
    const language = askedLanguage(request) ?? settings.language ?? languageOf(request);
    return { value: await customerValue(engine, { customer, asOf: dayOf(request.query as Query, "as-of"), language }), language };
  };
  app.get("/api/customer-value", async (request, reply) => {
    const [scheme = "", token = ""] = (request.headers.authorization ?? "").split(" ");
    const { value } = await told(closed(reply, request), scheme.toLowerCase() === "bearer" ? token : "");
    return value;
  });
  app.get("/customer-value", async (request, reply) => {
    void reply.type("text/html; charset=utf-8");
    try {
      const { value, language } = await told(closed(reply, request), one((request.query as Query)["token"]) ?? "");
      return customerPage(value, language);
    } catch (error) {
      if (!(error instanceof HelderError)) throw error;
      const language = languageOf(request);
      return reply.status(error.http).send(refusalPage(error.sentence(language), language));
    }
  });
}

/** What bears a token is kept nowhere and found by nobody. */
function closed(reply: FastifyReply, request: FastifyRequest): FastifyRequest {
  void reply.header("cache-control", "no-store").header("referrer-policy", "no-referrer").header("x-robots-tag", "noindex, nofollow");
  return request;
}
