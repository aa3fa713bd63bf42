import { createWriteStream } from "node:fs";
import type { LookupFunction } from "node:net";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { Agent, type Dispatcher, request as send } from "undici";
import { HelderError } from "../framework/index.ts";
import { checkedAddresses, type Checked } from "./guard.ts";
import { Passing, type Patience, retried, retryAfter, usualPatience } from "./retry.ts";
import { fromEnvironment, redacted } from "./secret.ts";

export interface OutboundOptions {
  /** hosts, addresses and networks that may be reached though they are inside */
  readonly allow?: readonly string[];
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly patience?: Patience;
  /** requests a second to one host, at most */
  readonly pace?: number;
}

export interface OutboundRequest {
  readonly url: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** bytes of the answer, at most */
  readonly most?: number;
  /** statuses that are an answer here, not a failure */
  readonly accepts?: readonly number[];
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * The one door to the network. Requests only read, so each may be sent again. Every method throws HelderError `outbound-refused` (an
 * address inside), `outbound-failed` (no answer, or cut off, again and again), `outbound-denied` (401, 403), `outbound-status`,
 * `outbound-too-large`; none of them holds a secret.
 */
export interface Outbound {
  /** a whole answer as text, of at most 64 MB unless `most` says otherwise */
  fetch(request: OutboundRequest): Promise<Answer>;
  /** writes a whole answer to a file, of at most 20 GB unless `most` says otherwise; a file of a failed download may be left */
  download(request: OutboundRequest, file: string): Promise<Omit<Answer, "text">>;
  /** an address of a host that a database may be connected to */
  address(host: string): Promise<Checked>;
  /** does again what failed with `outbound-failed`, later each time */
  retry<T>(work: () => Promise<T>): Promise<T>;
  /** the value of `env(NAME)`, remembered so that no message shows it; throws HelderError `variable-missing` */
  secret(text: string, setting: string): string;
  /** remembers a secret that came from elsewhere, such as a token */
  hide(secret: string): void;
  /** text without the secrets */
  redact(text: string): string;
  close(): Promise<void>;
}

const timeLimits = { headersTimeout: 60_000, bodyTimeout: 60_000 };
const mostRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
const passing = new Set([408, 425, 429, 500, 502, 503, 504]);

export function openOutbound(options: OutboundOptions = {}): Outbound {
  const { allow = [], environment = {}, patience = usualPatience, pace = 10 } = options;
  const secrets = new Set<string>();
  const free = new Map<string, number>();
  const lookup: LookupFunction = (hostname, { all }, callback) => {
    void (async () => {
      let found: readonly Checked[];
      try {
        found = await checkedAddresses(hostname, allow);
      } catch (error) {
        return callback(error as NodeJS.ErrnoException, []);
      }
      if (all) callback(null, [...found]);
      else callback(null, found[0]!.address, found[0]!.family);
    })();
  };
  const agent = new Agent({ connect: { lookup, timeout: 15_000 }, ...timeLimits });
  const redact = (text: string) => redacted(text, secrets);

  /** Waits until this host may be asked again. */
  async function turnFor(host: string): Promise<void> {
    const now = Date.now();
    const turn = Math.max(now, free.get(host) ?? 0);
    free.set(host, turn + 1000 / pace);
    if (turn > now) await sleep(turn - now);
  }

  async function follow(request: OutboundRequest): Promise<{ response: Dispatcher.ResponseData; host: string }> {
    let url = urlOf(request.url);
    let { headers = {}, method = "GET", body } = request;
    for (let hop = 0; ; hop++) {
      // A host that is an address is never looked up, so it is checked here; the others when they are connected to.
      if (/^[[\d]/.test(url.hostname)) await checkedAddresses(url.hostname, allow);
      await turnFor(url.host);
      const response = await send(url, {
        method,
        headers: { "user-agent": "helder", ...headers },
        ...(body === undefined ? {} : { body }),
        dispatcher: agent,
      });
      const location = response.headers["location"];
      if (!redirects.has(response.statusCode) || typeof location !== "string") return { response, host: url.host };
      await response.body.dump();
      if (hop >= mostRedirects) throw new HelderError("outbound-failed", { host: url.host, reason: "too many redirects" });
      const next = urlOf(new URL(location, url).href);
      // Credentials and bodies are for the host they were meant for.
      if (next.origin !== url.origin) headers = {};
      if (next.origin !== url.origin && body !== undefined)
        throw new HelderError("outbound-failed", { host: url.host, reason: `redirect to ${next.host}` });
      if (response.statusCode <= 303 && method === "POST") [method, body] = ["GET", undefined];
      url = next;
    }
  }

  async function ask<T>(request: OutboundRequest, read: (response: Dispatcher.ResponseData, host: string) => Promise<T>): Promise<T> {
    return retried(patience, async () => {
      let host = hostOf(request.url);
      try {
        const { response, host: answering } = await follow(request);
        host = answering;
        const { statusCode: status } = response;
        if ((status >= 200 && status < 300) || request.accepts?.includes(status)) return await read(response, host);
        const said = redact((await beginning(response)).trim().replace(/\s+/g, " ").slice(0, 200));
        const code = status === 401 || status === 403 ? "outbound-denied" : "outbound-status";
        const error = new HelderError(code, { host, status, reason: said });
        throw passing.has(status) ? new Passing(error, retryAfter(headersOf(response)["retry-after"], Date.now())) : error;
      } catch (error) {
        if (error instanceof HelderError || error instanceof Passing) throw error;
        const { code, message } = error as NodeJS.ErrnoException;
        throw new Passing(new HelderError("outbound-failed", { host, reason: redact(code ?? message) }, { cause: error }));
      }
    });
  }

  return {
    fetch: (request) =>
      ask(request, async (response, host) => {
        const chunks: Buffer[] = [];
        for await (const chunk of limited(response, host, request.most ?? 64 * 2 ** 20)) chunks.push(chunk);
        return { status: response.statusCode, headers: headersOf(response), text: Buffer.concat(chunks).toString("utf8") };
      }),
    download: (request, file) =>
      ask(request, async (response, host) => {
        await pipeline(limited(response, host, request.most ?? 20 * 2 ** 30), createWriteStream(file, { mode: 0o600 }));
        return { status: response.statusCode, headers: headersOf(response) };
      }),
    async address(host) {
      try {
        return (await checkedAddresses(host, allow))[0]!;
      } catch (error) {
        if (error instanceof HelderError) throw error;
        throw new HelderError("outbound-failed", { host, reason: (error as NodeJS.ErrnoException).code ?? "" }, { cause: error });
      }
    },
    retry: (work) =>
      retried(patience, async () => {
        try {
          return await work();
        } catch (error) {
          throw error instanceof HelderError && error.code === "outbound-failed" ? new Passing(error) : error;
        }
      }),
    secret(text, setting) {
      const value = fromEnvironment(text, environment, setting);
      if (value !== text) secrets.add(value);
      return value;
    },
    hide: (secret) => void secrets.add(secret),
    redact,
    close: () => agent.destroy(),
  };
}

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:") || url.username !== "" || url.password !== "")
    throw new HelderError("outbound-failed", {
      host: url?.host ?? "",
      reason: "the address must begin with https:// or http:// and hold no password",
    });
  return url;
}

function hostOf(text: string): string {
  return URL.canParse(text) ? new URL(text).host : "";
}

function headersOf({ headers }: Dispatcher.ResponseData): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : String(value)]),
  );
}

/** The answer's bytes; throws once there are too many. A server that breaks off makes the reading fail. */
function limited({ body }: Dispatcher.ResponseData, host: string, most: number): AsyncIterable<Buffer> {
  let size = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done(size > most ? new HelderError("outbound-too-large", { host, most: Math.floor(most / 2 ** 20) }) : null, chunk);
    },
  });
  body.on("error", (error) => count.destroy(error));
  count.on("close", () => body.destroy());
  return body.pipe(count);
}

async function beginning(response: Dispatcher.ResponseData): Promise<string> {
  let text = "";
  for await (const chunk of response.body as AsyncIterable<Buffer>) {
    text += chunk.toString("utf8");
    if (text.length > 4096) break;
  }
  return text;
}
