import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import files from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { HelderError } from "../framework/index.ts";

const root = fileURLToPath(new URL("../../dist/web/", import.meta.url));

/** The built web app: hashed assets for a year, and one page for every address that is not an API's. */
export async function pageRoutes(app: FastifyInstance): Promise<void> {
  if (existsSync(root)) {
    await app.register(files, {
      root,
      wildcard: false,
      index: "index.html",
      setHeaders: (reply, path) => {
        reply.setHeader("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0]!;
    const isPage = request.method === "GET" && !path.startsWith("/api/") && !path.startsWith("/assets/") && !path.startsWith("/v1/");
    if (!isPage || !existsSync(root)) throw new HelderError("not-found", { what: path });
    return reply.header("cache-control", "no-cache").sendFile("index.html");
  });
}
