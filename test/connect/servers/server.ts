import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** replies with the same listing are pages of one list: any of them may come twice */
  readonly listing?: string;
}

export const faults = ["none", "busy", "failing", "cut", "expired", "repeated"] as const;
export type Fault = (typeof faults)[number];

export interface Server {
  readonly base: string;
  readonly asked: readonly Request[];
  /** what goes wrong with the next requests, in order */
  trouble(...plan: readonly Fault[]): void;
  close(): void;
}

/** A server on this machine that answers as a source does, and fails as it does. */
export async function startServer(answer: (request: Request) => Reply): Promise<Server> {
  const asked: Request[] = [];
  const plan: Fault[] = [];
  const last = new Map<string, Reply>();
  const server = createServer((incoming, response) => {
    const parts: Buffer[] = [];
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", () => {
      const url = new URL(incoming.url ?? "/", "http://localhost");
      const request: Request = {
        method: incoming.method ?? "GET",
        path: url.pathname,
        query: url.searchParams,
        headers: incoming.headers as Record<string, string>,
        body: Buffer.concat(parts).toString("utf8"),
      };
      asked.push(request);
      reply(request, response, plan.shift() ?? "none");
    });
  });

  function reply(request: Request, response: ServerResponse, fault: Fault): void {
    if (fault === "busy") return void response.writeHead(429, { "retry-after": "0" }).end("slow down");
    if (fault === "failing") return void response.writeHead(500).end("oops");
    if (fault === "expired" && request.headers["authorization"]?.startsWith("Bearer "))
      return void response.writeHead(401).end('[{"errorCode":"INVALID_SESSION_ID"}]');
    const own = answer(request);
    const before = own.listing === undefined ? undefined : last.get(own.listing);
    const sent = fault === "repeated" && before !== undefined ? before : own;
    if (own.listing !== undefined) last.set(own.listing, sent);
    const bytes = Buffer.from(sent.body);
    response.writeHead(sent.status ?? 200, { "content-length": String(bytes.length), ...sent.headers });
    if (fault === "cut" && bytes.length > 0) return void response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
    response.end(bytes);
  }

  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    trouble: (...next) => void plan.splice(0, plan.length, ...next),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
