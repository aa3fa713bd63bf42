import type { ConnectorOf } from "../../framework/index.ts";
import { at, type Connector, connectorBroken, type Fetching, isRow, jsonOf, type Page, type Row, sourceBroken } from "./connector.ts";

type Settings = ConnectorOf<"http">;

const mostPages = 10_000;

export const http: Connector<Settings> = {
  type: "http",
  whole: () => true,
  async *pages(fetching) {
    const { settings, outbound } = fetching;
    const headers = Object.fromEntries(
      Object.entries(settings.headers).map(([name, value]) => [name, outbound.secret(value, `connector.headers.${name}`)]),
    );
    const url = outbound.secret(settings.url, "connector.url");
    yield* settings.as === "csv" ? csv(fetching, url, headers) : json(fetching, url, headers);
  },
};

async function* csv(fetching: Fetching<Settings>, url: string, headers: Record<string, string>): AsyncGenerator<Page> {
  const file = fetching.file("csv");
  const answer = await fetching.outbound.download({ url, headers }, file);
  // A sheet that is not shared answers with a page to log in, and status 200.
  if (/^text\/html/i.test(answer.headers["content-type"] ?? "")) throw sourceBroken(fetching, "a web page, not CSV");
  yield { name: "page", file, rows: null };
}

async function* json(fetching: Fetching<Settings>, first: string, headers: Record<string, string>): AsyncGenerator<Page> {
  const { settings, outbound } = fetching;
  const seen = new Set<string>();
  let url: string | null = first;
  for (let number = 1; url !== null; number++) {
    if (seen.has(url) || number > mostPages) throw sourceBroken(fetching, "its pages go round");
    seen.add(url);
    const answer: unknown = jsonOf(fetching, (await outbound.fetch({ url, headers: { accept: "application/json", ...headers } })).text);
    const list = at(answer, settings.rows);
    if (!Array.isArray(list) || !list.every(isRow))
      throw sourceBroken(fetching, settings.rows === "" ? "no list of objects" : `no list of objects at ${settings.rows}`);
    const rows: readonly Row[] = list;
    yield { name: `page-${String(number).padStart(6, "0")}`, ...(await fetching.write(rows)) };
    url = settings.next === undefined ? null : nextPage(fetching, at(answer, settings.next), url, first);
  }
}

function nextPage(fetching: Fetching<Settings>, next: unknown, current: string, first: string): string | null {
  if (next === undefined || next === null || next === "" || next === false) return null;
  if (typeof next !== "string" || !URL.canParse(next, current)) throw connectorBroken(fetching, `next: ${JSON.stringify(next)}`);
  const url = new URL(next, current);
  // The headers hold credentials that are for the first page's server alone.
  if (url.origin !== new URL(first).origin) throw sourceBroken(fetching, `its next page is at ${url.host}`);
  return url.href;
}
