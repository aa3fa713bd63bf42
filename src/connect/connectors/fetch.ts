import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Day } from "../../calendar/index.ts";
import { type Connector as Settings, type Dataset, HelderError } from "../../framework/index.ts";
import type { Outbound } from "../../outbound/index.ts";
import type { Connector, Fetching, Row } from "./connector.ts";
import { emptyName, keep, makeFolder, sourceDirectory, stored, type Stored, sweep } from "./store.ts";

export interface FetchOptions {
  /** the workspace, absolute */
  readonly directory: string;
  readonly dataset: Dataset;
  readonly outbound: Outbound;
  readonly today: Day;
  /** has the pages to itself while it works: nobody reads them meanwhile */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * Brings what is kept of a source up to date: `.helder/sources/<dataset>/`, whole pages only. What fails leaves all as it was, but for
 * the pages up to the last cursor. Throws HelderError `connector-broken`, `source-broken`, `variable-missing`, `outbound-…`, `not-writable`.
 */
export async function fetchWith<S extends Settings>(connector: Connector<S>, options: FetchOptions): Promise<void> {
  const { directory, dataset, alone } = options;
  const folder = sourceDirectory(directory, dataset.id);
  const settings = dataset.connector as S;
  const definition = createHash("sha256").update(JSON.stringify(dataset.connector)).digest("hex");
  const before = await stored(folder);
  const began = before?.definition === definition ? before : null;
  try {
    await makeFolder(folder);
    await sweep(folder, before);
    let state: Stored = began ?? { definition, cursor: null, columns: [], pages: {} };
    const whole = connector.whole(settings);
    let pages: Stored["pages"] = whole ? {} : state.pages;
    const fetching = fetchingOf(options, folder, settings, state);
    for await (const page of connector.pages(fetching)) {
      const one = "kept" in page ? state.pages[page.name]! : { file: page.file.slice(folder.length + 1), rows: page.rows };
      pages = { ...pages, [page.name]: one };
      const columns = "columns" in page ? page.columns : undefined;
      state = { ...state, columns: columns ?? state.columns, cursor: page.cursor ?? state.cursor };
      if (page.cursor === undefined || whole) continue;
      state = { ...state, pages };
      await alone(() => keepAll(folder, state));
    }
    await alone(async () => {
      state = { ...state, pages };
      await keepAll(folder, state);
      await sweep(folder, state);
    });
  } catch (error) {
    await alone(async () => sweep(folder, await stored(folder)));
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (error instanceof HelderError || code === undefined || syscall === undefined) throw error;
    throw new HelderError("not-writable", { path: folder, reason: code }, { cause: error });
  }
}

async function keepAll(folder: string, state: Stored): Promise<void> {
  const columns = state.columns.map((name) => `"${name.replaceAll('"', '""')}"`).join(",");
  await writeFile(join(folder, emptyName), `${columns}\n`, { mode: 0o600 });
  await keep(folder, state);
}

function fetchingOf<S extends Settings>(
  { dataset, outbound, today }: FetchOptions,
  folder: string,
  settings: S,
  state: Stored,
): Fetching<S> {
  const file = (ending: string) => join(folder, `${randomBytes(8).toString("hex")}.${ending}`);
  return {
    dataset,
    settings,
    cursor: state.cursor,
    known: new Set(Object.keys(state.pages)),
    today,
    outbound,
    file,
    async write(rows) {
      const path = file("jsonl");
      let count = 0;
      async function* lines(): AsyncGenerator<string> {
        let block = "";
        for await (const row of rows as AsyncIterable<Row>) {
          block += `${JSON.stringify(row)}\n`;
          count++;
          if (block.length < 2 ** 16) continue;
          yield block;
          block = "";
        }
        yield block;
      }
      await pipeline(lines, createWriteStream(path, { mode: 0o600 }));
      return { file: path, rows: count };
    },
  };
}
