import { constants, copyFile, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { tmpdir } from "node:os";
import { propose, type Role } from "../../connect/index.ts";
import { corrected, correctedRoles, type RoleCorrections } from "./corrected.ts";
import type { ValueType } from "../../expression/index.ts";
import { type Dataset, type Framework, HelderError, type Language, privateColumns } from "../../framework/index.ts";
import type { Catalog } from "../../metric/index.ts";
import { openWarehouse, type Session, type Warehouse } from "../../warehouse/index.ts";
import { open } from "../../workspace/index.ts";
import { type ChosenSheets, sniffed } from "../add.ts";
import { rememberedIn } from "../erase/index.ts";
import { catalogOf, loadDatasets, type Sniffed } from "../load/index.ts";

/** A loaded table with what its columns are about. */
export interface Source {
  readonly id: string;
  readonly files: readonly string[];
  /** absolute paths of files that were asked for */
  readonly paths: readonly string[];
  /** SQL for a FROM clause */
  readonly table: string;
  readonly columns: ReadonlyMap<string, ValueType>;
  readonly roles: ReadonlyMap<Role, string>;
  /** the one column in which no two rows have the same value; null where none is said to be one */
  readonly key: string | null;
  /** columns that the workspace calls private, in small letters */
  readonly private: ReadonlySet<string>;
  /** equal lines beyond the first, which were kept */
  readonly duplicates: number;
}

/** Where the sources are from. */
export interface Place {
  /** files that were asked for, in the order of reading */
  readonly sniffed: readonly Sniffed[];
  /** the workspace, or one that stands for the files */
  readonly framework: Framework;
  readonly catalog: Catalog;
}

export interface SourceOptions {
  /** none: the workspace's own datasets */
  readonly files: readonly string[];
  /** the workspace, where there is one */
  readonly directory: string | null;
  readonly language: Language;
  readonly timezone: string;
  /** what a person says of columns of the files that were asked for */
  readonly roles?: RoleCorrections;
  /** which sheet of a workbook that was asked for is read */
  readonly sheets?: ChosenSheets;
  readonly progress?: (line: string) => void;
}

/**
 * Reads files, or the workspace's datasets, into a DuckDB of its own, which is gone after `work`. Throws what reading a file throws.
 */
export async function withSources<T>(
  options: SourceOptions,
  work: (session: Session, sources: readonly Source[], place: Place) => Promise<T>,
): Promise<T> {
  const temporary = await realpath(await mkdtemp(join(tmpdir(), "helder-discover-")));
  try {
    const isRaw = options.files.length > 0;
    const directory = isRaw ? join(temporary, "files") : await realpath(options.directory!);
    const found = isRaw ? await copyIn(directory, options) : [];
    const { framework } = await open(directory);
    const warehouse = await openWarehouse(join(temporary, ".helder"), { folders: [directory] });
    try {
      const loaded = await loadDatasets(warehouse, {
        directory,
        framework,
        datasets: null,
        erased: isRaw ? null : await rememberedIn(directory),
        passing: isRaw ? { unique: uniqueOf(found) } : null,
        ...(options.progress ? { progress: options.progress } : {}),
      });
      // Of files that were asked for, each must be readable; of a workspace's datasets, what is there is used.
      if (loaded.failures[0] && (isRaw || loaded.datasets.length === 0)) throw loaded.failures[0].error;
      const catalog = await catalogOf(warehouse, framework, "9999-12-31");
      const declared = isRaw ? await declaredPrivate(options.directory) : null;
      return await warehouse.session(async (session) => {
        const sources: Source[] = [];
        for (const { id, duplicates } of loaded.datasets) {
          const dataset = framework.datasets.find((one) => one.id === id)!;
          const columns = catalog.datasets.get(id)!.columns;
          const paths = found[Number(id.slice(idPrefix.length)) - 1]?.paths ?? [];
          const files = isRaw ? paths.map((path) => basename(path)) : [dataset.file ?? id];
          const table = warehouse.dialect.table(id);
          const seen = await rolesOf(session, warehouse, dataset, table, columns, basename(files[0]!));
          const roles = isRaw ? correctedRoles(seen, columns, options.roles, paths) : seen;
          sources.push({
            id,
            files,
            paths: isRaw ? paths : [],
            table,
            columns,
            roles,
            key: oneKey(dataset, columns),
            private: declared ?? privateColumns(dataset),
            duplicates: dataset.key === undefined ? duplicates.identical : 0,
          });
        }
        return work(session, sources, { sniffed: found, framework, catalog });
      });
    } finally {
      await warehouse.close();
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function oneKey({ key }: Dataset, columns: ReadonlyMap<string, ValueType>): string | null {
  if (key?.length !== 1) return null;
  const typed = key[0]!.toLowerCase();
  return [...columns.keys()].find((name) => name.toLowerCase() === typed) ?? null;
}

/** What a workspace calls private, of whichever dataset: a file that is asked for beside it may hold the same columns. */
async function declaredPrivate(directory: string | null): Promise<ReadonlySet<string>> {
  if (directory === null) return new Set();
  const { framework } = await open(directory);
  return new Set(framework.datasets.flatMap((dataset) => [...privateColumns(dataset)]));
}

const idPrefix = "file-";

/** The datasets whose key was found because all its values differ. */
function uniqueOf(found: readonly Sniffed[]): ReadonlySet<string> {
  const places = found.flatMap(({ key, duplicates }, index) =>
    key !== null && duplicates.differing + duplicates.identical === 0 ? [index] : [],
  );
  return new Set(places.map((index) => `${idPrefix}${index + 1}`));
}

/** Makes a workspace of raw files: a dataset for each kind, as it was sniffed, in that order. */
async function copyIn(directory: string, options: SourceOptions): Promise<readonly Sniffed[]> {
  const found = (await sniffed(options.files, options)).map((one) => corrected(one, options.roles));
  const datasets: unknown[] = [];
  for (const [index, { paths, format, key, time, customer }] of found.entries()) {
    const id = `${idPrefix}${index + 1}`;
    await mkdir(join(directory, id), { recursive: true });
    for (const [place, path] of paths.entries()) {
      const ending = /(?:\.[a-z0-9]{1,8}){1,2}$/i.exec(basename(path))?.[0] ?? "";
      await copyFile(path, join(directory, id, `${String(place).padStart(6, "0")}${ending}`), constants.COPYFILE_FICLONE);
    }
    const said = { ...(key === null ? {} : { key }), ...(time === null ? {} : { time }), ...(customer === null ? {} : { customer }) };
    datasets.push({ id, file: `${id}/*`, ...said, format });
  }
  const settings = { helder: 1, name: "discover", language: options.language, timezone: options.timezone, datasets };
  await writeFile(join(directory, "helder.yaml"), JSON.stringify(settings));
  return found;
}

async function rolesOf(
  session: Session,
  { dialect }: Warehouse,
  dataset: Dataset,
  table: string,
  columns: ReadonlyMap<string, ValueType>,
  file: string,
): Promise<Map<Role, string>> {
  const names = [...columns.keys()];
  if (names.length === 0) return new Map();
  const texts = names.map((name) => `CAST(${dialect.identifier(name)} AS VARCHAR)`);
  const { rows } = await session.query(`SELECT ${texts.join(", ")} FROM ${table} LIMIT 1000`);
  const counted = await session.query(
    `SELECT count(*), ${names.map((name) => `approx_count_distinct(${dialect.identifier(name)})`).join(", ")} FROM ${table}`,
  );
  const profiled = names.map((name, index) => {
    const sample = rows.flatMap((row) => (row[index] === null ? [] : [String(row[index])])).slice(0, 200);
    const distinct = Number(counted.rows[0]![index + 1]);
    return { name, type: columns.get(name)!, sample, distinct, filled: 0, low: null, high: null };
  });
  const { roles } = propose(profiled, Number(counted.rows[0]![0]), file);
  const found = new Map<Role, string>();
  for (const [name, { role, confidence }] of roles) if (confidence >= 0.3) found.set(role, name);
  const exact = (wanted: string) => names.find((name) => name.toLowerCase() === wanted.toLowerCase()) ?? wanted;
  for (const role of ["time", "customer"] as const) {
    const declared = dataset[role];
    if (declared === undefined) continue;
    const name = exact(declared);
    for (const [other, column] of found) if (column === name && other !== "email") found.delete(other);
    found.set(role, name);
  }
  // Rows that carry a day and an id that comes back are what somebody did again and again.
  const rowCount = Number(counted.rows[0]![0]);
  const again = profiled.find(({ name, distinct }) => /^id$/i.test(name) && distinct < 0.9 * rowCount);
  if (!found.has("customer") && !found.has("email") && again) {
    for (const [other, column] of found) if (column === again.name) found.delete(other);
    found.set("customer", again.name);
  }
  const time = found.get("time");
  if (time !== undefined && !["date", "timestamp"].includes(columns.get(time) ?? "")) found.delete("time");
  return found;
}

/** What is missing where no file says who bought when. */
export function missing(sources: readonly Source[]): HelderError {
  const has = (role: Role) => sources.some(({ roles }) => roles.has(role));
  const files = sources.flatMap((source) => source.files).join(", ");
  if (!has("time")) return new HelderError("no-time-column", { files });
  return new HelderError(has("customer") || has("email") ? "no-transactions" : "no-customer-column", { files });
}
