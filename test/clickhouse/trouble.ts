import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";

/** What happens to one request instead of being passed on. */
export type Trouble = (passed: IncomingMessage, response: ServerResponse, body: Buffer) => void | Promise<void>;

/** A road to the engine on which things happen to requests: the next of `troubles` to the next request, nothing when there are none left. */
export interface Road {
  readonly url: string;
  readonly host: string;
  readonly troubles: (Trouble | null)[];
  /** every request that came by: its statement and its Authorization header */
  readonly seen: { readonly statement: string; readonly authorization: string }[];
  close(): Promise<void>;
}

export async function startRoad(engine: string, secure?: { readonly key: string; readonly cert: string }): Promise<Road> {
  const troubles: (Trouble | null)[] = [];
  const seen: Road["seen"] = [];
  const handle = (passed: IncomingMessage, response: ServerResponse) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of passed) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      const query = new URL(passed.url!, "http://x").searchParams.get("query");
      seen.push({ statement: query ?? body.toString(), authorization: passed.headers.authorization ?? "" });
      const trouble = troubles.shift() ?? null;
      if (trouble === null) await passOn(engine, passed, response, body);
      else await trouble(passed, response, body);
    })().catch(() => response.destroy());
  };
  const server = secure ? createSecureServer(secure, handle) : createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http${secure ? "s" : ""}://${host}`,
    host,
    troubles,
    seen,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Passes a request on; `change` may do something else with the answer than give it. */
export function passOn(
  engine: string,
  passed: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  change?: (answer: Buffer) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const onward = request(
      `${engine}${passed.url}`,
      { method: passed.method, headers: { ...passed.headers, host: new URL(engine).host } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          if (change) change(Buffer.concat(chunks));
          else response.writeHead(answer.statusCode!, answer.headers).end(Buffer.concat(chunks));
          resolve();
        });
      },
    );
    onward.on("error", reject);
    onward.end(body);
  });
}

/** The server answers that something is wrong. */
export function refusing(status: number, body: string): Trouble {
  return (_, response) => {
    response.writeHead(status, { "content-type": "text/plain" }).end(body);
  };
}

/** The connection breaks before anything is answered. */
export const breaking: Trouble = (passed) => {
  passed.socket.destroy();
};

/** The connection stays, and nothing comes. */
export const silent: Trouble = () => undefined;
