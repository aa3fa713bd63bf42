import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** What is kept of one source: its pages, by name, and where the next fetch begins. */
export interface Stored {
  /** a hash of the connector's settings: other settings begin anew */
  readonly definition: string;
  readonly cursor: string | null;
  readonly columns: readonly string[];
  readonly pages: Readonly<Record<string, { readonly file: string; readonly rows: number | null }>>;
}

export interface StoredPage {
  readonly name: string;
  /** absolute */
  readonly path: string;
}

const stateName = "state.json";

export function sourceDirectory(directory: string, dataset: string): string {
  return join(directory, ".helder", "sources", dataset);
}

/** What was kept before; null where there is nothing that can be read, which means that it is fetched again. */
export async function stored(folder: string): Promise<Stored | null> {
  try {
    return JSON.parse(await readFile(join(folder, stateName), "utf8")) as Stored;
  } catch {
    return null;
  }
}

/** Keeps a state and its pages, on disk before it returns; a process that is killed leaves this state or the one before. */
export async function keep(folder: string, state: Stored): Promise<void> {
  for (const { file } of Object.values(state.pages)) if (!synced.has(join(folder, file))) await sync(join(folder, file));
  const temporary = join(folder, `${stateName}.${randomBytes(6).toString("hex")}`);
  const handle = await open(temporary, "w", 0o600);
  try {
    await handle.writeFile(JSON.stringify(state));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, join(folder, stateName));
  await sync(folder);
  for (const { file } of Object.values(state.pages)) synced.add(join(folder, file));
}

/** files that this process knows to be on disk: a page is never written to again */
const synced = new Set<string>();

async function sync(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes what no state speaks of: pages of a fetch that did not end well, and pages that were replaced. */
export async function sweep(folder: string, state: Stored | null): Promise<void> {
  const wanted = new Set([stateName, emptyName, ...Object.values(state?.pages ?? {}).map(({ file }) => file)]);
  for (const name of await readdir(folder).catch(() => [])) if (!wanted.has(name)) await rm(join(folder, name), { force: true });
}

export const emptyName = "empty.csv";

/** The files of what was fetched whole, in the order in which they are read; null where nothing was. */
export async function storedPages(directory: string, dataset: string): Promise<readonly StoredPage[] | null> {
  const folder = sourceDirectory(directory, dataset);
  const state = await stored(folder);
  if (state === null) return null;
  const pages = Object.entries(state.pages).filter(([, { rows }]) => rows !== 0);
  if (pages.length === 0) return [{ name: `${dataset}/${emptyName}`, path: join(folder, emptyName) }];
  return pages
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { file }]) => {
      const ending = file.slice(file.indexOf("."));
      return { name: `${dataset}/${name.endsWith(ending) ? name : name + ending}`, path: join(folder, file) };
    });
}

export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}
