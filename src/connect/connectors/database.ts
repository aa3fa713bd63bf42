import { isIP } from "node:net";
import type { ConnectionOptions } from "node:tls";
import { type ConnectorOf, HelderError } from "../../framework/index.ts";
import { uniqueNames } from "../delimited.ts";
import { type Connector, connectorBroken, type Fetching, type Page, type Row, sourceBroken } from "./connector.ts";

type Settings = ConnectorOf<"postgres"> | ConnectorOf<"mysql">;

/** Where a database is, and who asks. The connection goes to `address`, which was checked; `host` is the name it must prove. */
export interface Place {
  readonly host: string;
  readonly address: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** null: not encrypted */
  readonly tls: ConnectionOptions | null;
  /** milliseconds */
  readonly timeout: number;
}

export interface Answering {
  readonly columns: readonly string[];
  /** values as they stand in a page: numbers as text, so that no digit is lost; moments with a zone end in `Z` */
  readonly rows: AsyncIterable<readonly unknown[]>;
}

/** What is of one kind of database. */
export interface Database {
  readonly type: Settings["type"];
  readonly schemes: readonly string[];
  readonly port: number;
  /** `"column"`, as a query writes it */
  quote(column: string): string;
  /** what stands for the only parameter */
  readonly parameter: string;
  /** Connects, begins a transaction that only reads, and asks. */
  open(place: Place): Promise<Connected>;
  /** what a failure means; null: the connection is gone */
  meaning(error: unknown): "denied" | "query" | "slow" | null;
}

export interface Connected {
  ask(query: string, parameters: readonly string[]): Promise<Answering>;
  close(): Promise<void>;
}

/** Rows in a page of what is fetched by cursor; the last page is fetched again until it is full, which shows what came late. */
const pageRows = 50_000;

export function databaseConnector<S extends Settings>(database: Database & { readonly type: S["type"] }): Connector<S> {
  return {
    type: database.type,
    whole: ({ cursor }) => cursor === undefined,
    async *pages(fetching) {
      // A connection that breaks takes its transaction along: all is asked anew.
      yield* await fetching.outbound.retry(() => allPages(fetching, database));
    },
  };
}

async function allPages(fetching: Fetching<Settings>, database: Database): Promise<readonly Page[]> {
  const place = await placeOf(fetching, database);
  let connected: Connected | null = null;
  const late = new AbortController();
  const timer = setTimeout(() => {
    late.abort();
    void connected?.close();
  }, place.timeout);
  try {
    connected = await database.open(place);
    return await pagesOf(fetching, database, connected);
  } catch (error) {
    if (error instanceof HelderError) throw error;
    throw late.signal.aborted ? slow(fetching) : failureOf(fetching, database, place, error);
  } finally {
    clearTimeout(timer);
    await connected?.close();
  }
}

/** What asks, behind comments and brackets. */
const question = /^(?:\s|\(|--[^\n]*\n|\/\*(?!!)[\s\S]*?\*\/)*(?:select|with|values|table)\b/i;

async function pagesOf(fetching: Fetching<Settings>, database: Database, connected: Connected): Promise<readonly Page[]> {
  const { settings, write } = fetching;
  if (!question.test(settings.query)) throw connectorBroken(fetching, "query: it must begin with SELECT or WITH");
  // What ends a statement would end it too early, and a comment at the end would take our words along.
  const query = `${settings.query.replace(/[;\s]+$/, "")}\n`;
  if (settings.cursor === undefined) {
    const answer = await connected.ask(query, []);
    if (answer.columns.length === 0) throw connectorBroken(fetching, "query: it answers no columns");
    const columns = uniqueNames(answer.columns);
    const page = await write(mapped(answer.rows, (row) => rowOf(columns, row)));
    return [{ name: "rows", ...page, columns }];
  }
  return newPages(fetching, database, connected, query, settings.cursor);
}

interface Cursor {
  readonly page: number;
  /** the first value of that page; null: from the beginning */
  readonly from: string | null;
}

async function newPages(
  fetching: Fetching<Settings>,
  database: Database,
  connected: Connected,
  query: string,
  cursor: string,
): Promise<readonly Page[]> {
  const begin = fetching.cursor === null ? { page: 1, from: null } : (JSON.parse(fetching.cursor) as Cursor);
  const name = database.quote(cursor);
  const since = begin.from === null ? "" : ` WHERE ${name} >= ${database.parameter}`;
  const answer = await connected.ask(`SELECT * FROM (${query}) AS asked${since} ORDER BY ${name}`, begin.from === null ? [] : [begin.from]);
  const columns = uniqueNames(answer.columns);
  const place = columns.findIndex((column) => column.toLowerCase() === cursor.toLowerCase());
  const rows = answer.rows[Symbol.asyncIterator]();
  const pages: Page[] = [];
  let next = await rows.next();
  let { page, from } = begin;
  do {
    if (!next.done) from = cursorOf(next.value);
    const written = await fetching.write(rowsOfPage());
    pages.push({ name: `rows-${String(page).padStart(9, "0")}`, ...written, columns });
    page++;
  } while (!next.done);
  // Only all of them together are what was asked for.
  pages.push({ ...pages.pop()!, cursor: JSON.stringify({ page: page - 1, from } satisfies Cursor) });
  return pages;

  async function* rowsOfPage(): AsyncGenerator<Row> {
    for (let count = 0; count < pageRows && !next.done; count++) {
      cursorOf(next.value);
      yield rowOf(columns, next.value);
      next = await rows.next();
    }
  }

  function cursorOf(row: readonly unknown[]): string {
    const value = row[place];
    if (value === null || value === undefined) throw connectorBroken(fetching, `cursor: ${cursor} is empty in some rows`);
    return value as string;
  }
}

function rowOf(columns: readonly string[], row: readonly unknown[]): Row {
  return Object.fromEntries(columns.map((column, index) => [column, row[index]]));
}

async function* mapped<T, U>(items: AsyncIterable<T>, map: (item: T) => U): AsyncGenerator<U> {
  for await (const item of items) yield map(item);
}

async function placeOf(fetching: Fetching<Settings>, { schemes, port }: Database): Promise<Place> {
  const { outbound, settings } = fetching;
  const text = outbound.secret(settings.url, "connector.url");
  const url = URL.canParse(text) ? new URL(text) : null;
  const database = url === null ? "" : decoded(url.pathname.slice(1));
  if (url === null || !schemes.includes(url.protocol.slice(0, -1)) || url.hostname === "" || database === "")
    throw connectorBroken(fetching, `url: ${settings.url} is not ${schemes[0]}://user:password@host:port/database`);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const password = decoded(url.password);
  outbound.hide(password);
  const ca = settings.ca === undefined ? {} : { ca: outbound.secret(settings.ca, "connector.ca") };
  const name = isIP(host) === 0 ? { servername: host } : {};
  return {
    host,
    address: (await outbound.address(host)).address,
    port: url.port === "" ? port : Number(url.port),
    user: decoded(url.username),
    password,
    database,
    tls: settings.tls === "off" ? null : { ...name, host, ...ca, rejectUnauthorized: settings.tls === "verify" },
    timeout: settings.timeout * 1000,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function slow(fetching: Fetching<Settings>): HelderError {
  return sourceBroken(fetching, `the query takes longer than ${fetching.settings.timeout} s`);
}

function failureOf(fetching: Fetching<Settings>, database: Database, { host }: Place, error: unknown): Error {
  const { code, message, errors } = error as NodeJS.ErrnoException & { readonly errors?: readonly NodeJS.ErrnoException[] };
  const said = fetching.outbound
    .redact(message || (errors?.[0]?.message ?? ""))
    .replace(/\s+/g, " ")
    .slice(0, 200);
  const meaning = database.meaning(error);
  if (meaning === "denied") return new HelderError("outbound-denied", { host, status: code ?? "", reason: said }, { cause: error });
  if (meaning === "slow") return slow(fetching);
  if (meaning === "query") return connectorBroken(fetching, `query: ${said}`);
  return new HelderError("outbound-failed", { host, reason: said || (code ?? "") }, { cause: error });
}
