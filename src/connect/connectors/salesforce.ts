import type { ConnectorOf } from "../../framework/index.ts";
import { type Connector, connectorBroken, type Fetching, isRow, jsonOf, type Row, sourceBroken, untilWhole } from "./connector.ts";
import { inSession, type Session } from "./session.ts";

type Settings = ConnectorOf<"salesforce">;
type Ask = ReturnType<typeof inSession>;

/** A change that takes long gets the moment at which it began: so far back is looked for those. */
const overlap = 5 * 60_000;

/** Salesforce by its REST API: one query, with all of its pages. */
export const salesforce: Connector<Settings> = {
  type: "salesforce",
  whole: ({ cursor }) => cursor === undefined,
  async *pages(fetching) {
    const { settings, cursor, known, write } = fetching;
    const ask = inSession(fetching.outbound, () => logIn(fetching));
    const since = cursor ?? "1970-01-01T00:00:00.000Z";
    const query = settings.cursor === undefined ? settings.query : settings.query.replaceAll("{cursor}", since);
    const records = await recordsOf(fetching, ask, query);
    const rows = records.map((record) => flat(record));
    const newest = settings.cursor === undefined ? undefined : newestOf(fetching, settings.cursor, rows, since);
    // Where nothing is newer, what comes again takes the place of what came before.
    const name = newest === undefined ? "page" : `since ${since}`;
    const columns = rows.length > 0 || known.size > 0 ? {} : { columns: selected(query) };
    yield { name, ...(await write(rows)), ...columns, ...(newest === undefined ? {} : { cursor: newest }) };
  },
};

async function recordsOf(fetching: Fetching<Settings>, ask: Ask, query: string): Promise<readonly Row[]> {
  const { version } = fetching.settings;
  const first = `/services/data/${version}/query?q=${encodeURIComponent(query)}`;
  return untilWhole(fetching, "its pages hold fewer records than it says", async () => {
    const { text } = await ask((base) => ({ url: base + first }));
    return allRecords(fetching, ask, jsonOf(fetching, text));
  });
}

/** The records of a query and of the queries inside it, every page of them; null where some are missing. */
async function allRecords(fetching: Fetching<Settings>, ask: Ask, answer: unknown): Promise<readonly Row[] | null> {
  const records = new Map<string, Row>();
  const total = isRow(answer) ? answer["totalSize"] : undefined;
  const pages = new Set<unknown>();
  for (let page: unknown = answer; ;) {
    if (!isRow(page) || !Array.isArray(page["records"]) || !page["records"].every(isRow)) throw sourceBroken(fetching, "no records");
    for (const record of page["records"] as readonly Row[]) {
      const whole: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(record)) {
        const inner = isRow(value) && Array.isArray(value["records"]) ? await allRecords(fetching, ask, value) : undefined;
        if (inner === null) return null;
        whole[name] = inner === undefined ? value : inner.map((one) => flat(one));
      }
      records.set(addressOf(record) ?? String(records.size), whole);
    }
    if (page["done"] === true) break;
    const next = page["nextRecordsUrl"];
    // It begins with one slash: a path of the same server, to which the token may go.
    if (typeof next !== "string" || !/^\/[^/\\]/.test(next)) throw sourceBroken(fetching, "no address of a next page");
    if (pages.has(next)) return null;
    pages.add(next);
    page = jsonOf(fetching, (await ask((base) => ({ url: base + next }))).text);
  }
  return records.size === total ? [...records.values()] : null;
}

/** What tells a record from every other; a total over records has none. */
function addressOf(record: Row): string | null {
  const attributes = record["attributes"];
  return isRow(attributes) && typeof attributes["url"] === "string" ? attributes["url"] : null;
}

/** Records inside a record become columns `Account.Name`; moments end in `Z`. */
function flat(record: Row, prefix = ""): Row {
  const row: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record)) {
    if (name === "attributes" && isRow(value)) continue;
    if (isRow(value)) Object.assign(row, flat(value, `${prefix}${name}.`));
    else row[prefix + name] = typeof value === "string" && isMoment(value) ? value.replace("+0000", "Z") : value;
  }
  return row;
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+0000)$/.test(text);
}

function newestOf(fetching: Fetching<Settings>, column: string, rows: readonly Row[], since: string): string {
  let newest: number | null = null;
  for (const row of rows) {
    const value = row[column];
    if (typeof value !== "string" || !isMoment(value)) throw connectorBroken(fetching, `cursor: ${column} is no moment in every record`);
    newest = Math.max(newest ?? 0, Date.parse(value));
  }
  return newest === null ? since : new Date(newest - overlap).toISOString();
}

/** The plain columns of a query that found nothing. */
function selected(query: string): readonly string[] {
  const list = /^\s*SELECT\s+([\s\S]*?)\s+FROM\s/i.exec(query)?.[1] ?? "";
  return list.split(",").flatMap((one) => (/^[\w.]+$/.test(one.trim()) ? [one.trim()] : []));
}

async function logIn(fetching: Fetching<Settings>): Promise<Session> {
  const { outbound, settings } = fetching;
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: outbound.secret(settings.client, "connector.client"),
    client_secret: outbound.secret(settings.secret, "connector.secret"),
  });
  const { text } = await outbound.fetch({
    url: `${settings.url.replace(/\/$/, "")}/services/oauth2/token`,
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: body.toString(),
  });
  const answer = jsonOf(fetching, text);
  const { access_token: token, instance_url: base = settings.url } = isRow(answer) ? answer : {};
  if (typeof token !== "string" || typeof base !== "string") throw sourceBroken(fetching, "no access_token");
  return { token, base: base.replace(/\/$/, "") };
}
