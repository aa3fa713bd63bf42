import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequire } from "node:module";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Session {
  queryAsync(sql: string, options: { format?: string }): Promise<{ bytes(): Uint8Array }>;
  queryBindAsync(sql: string, parameters: Record<string, string>, options: { format?: string }): Promise<{ bytes(): Uint8Array }>;
  close(): void;
}

/** A ClickHouse server's HTTP door, with the engine of chdb behind it. */
export interface Front {
  readonly url: string;
  close(): Promise<void>;
}

/** Settings of the HTTP door itself. */
const ofTheDoor = new Set([
  "database",
  "query",
  "query_id",
  "default_format",
  "wait_end_of_query",
  "cancel_http_readonly_queries_on_client_close",
]);
/** What the client may make of a body that is sent along with its statement. */
const form = /^multipart\/form-data; boundary=(.+)$/;

/** Starts the engine in this process: one at a time, as chdb has it. */
export async function startFront(): Promise<Front> {
  const { Session } = createRequire(import.meta.url)("chdb") as { Session: new (path: string) => Session };
  const directory = mkdtempSync(join(tmpdir(), "helder-clickhouse-"));
  const session = new Session(directory);
  let last: Promise<unknown> = Promise.resolve();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString("utf8");
    const asked = new URL(request.url!, "http://x").searchParams;
    const parts = form.test(request.headers["content-type"] ?? "") ? partsOf(body, form.exec(request.headers["content-type"]!)![1]!) : null;
    const statement = parts?.get("query") ?? (asked.has("query") ? `${asked.get("query")}\n${body}` : body);
    const parameters: Record<string, string> = {};
    for (const [name, value] of [...asked, ...(parts ?? [])]) if (name.startsWith("param_")) parameters[name.slice(6)] = unescaped(value);
    const settings = [...asked].filter(([name]) => !ofTheDoor.has(name) && !name.startsWith("param_"));
    const before = [
      `USE "${(asked.get("database") ?? "default").replaceAll('"', '\\"')}"`,
      ...settings.map(([name, value]) => `SET ${name} = '${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`),
    ];
    const turn = last.then(async () => {
      for (const one of before) await session.queryAsync(one, {});
      return Object.keys(parameters).length === 0 ? session.queryAsync(statement, {}) : session.queryBindAsync(statement, parameters, {});
    });
    last = turn.catch(() => undefined);
    try {
      const bytes = (await turn).bytes();
      response.end(bytes);
    } catch (error) {
      const message = /Code: [\s\S]*/.exec((error as Error).message)?.[0] ?? String(error);
      response.writeHead(/\(UNKNOWN_DATABASE\)/.test(message) ? 404 : 500, {
        "x-clickhouse-exception-code": /Code: (\d+)/.exec(message)?.[1] ?? "0",
      });
      response.end(message);
    }
  }

  const server: Server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await last;
      session.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Texts travel as in a file of tab-separated values. */
function unescaped(text: string): string {
  const meant: Record<string, string> = { t: "\t", n: "\n", r: "\r" };
  return text.replace(/\\(.)/gs, (_, letter: string) => meant[letter] ?? letter);
}

function partsOf(body: string, boundary: string): Map<string, string> {
  const parts = body.split(`--${boundary}`).slice(1, -1);
  return new Map(
    parts.map((part) => {
      const head = part.indexOf("\r\n\r\n");
      return [/name="([^"]*)"/.exec(part.slice(0, head))![1]!, part.slice(head + 4, -2)];
    }),
  );
}
