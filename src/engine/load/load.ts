import { createHash, randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Day, shiftDay } from "../../calendar/index.ts";
import { type Dataset, type Framework, HelderError, type Language } from "../../framework/index.ts";
import type { Session, Warehouse } from "../../warehouse/index.ts";
import type { Doubt, LoadedFile, LoadFailure, LoadResult } from "../engine.ts";
import { append } from "./append.ts";
import { compute, fill, leansOnNothing, resolveColumn } from "./build.ts";
import { findDuplicates, noDuplicates } from "./duplicates.ts";
import { digestOf, type Erased, withoutErased, withoutErasedText } from "./erased.ts";
import { findFiles, type SourceFile } from "./files.ts";
import { identify, withIdentities } from "./identity.ts";
import { inferColumns } from "./infer.ts";
import { keepingOf } from "./keep.ts";
import { keyOf } from "./key.ts";
import { firstNonDay } from "./locate.ts";
import { hashOf, prepare, type ReadyFile, stampOf, type Stamp } from "./prepare.ts";
import { fingerprintOf, privacyKey, pseudonymised, withoutText } from "./pseudonym.ts";
import { writeRejects } from "./rejects.ts";
import { bothCounts, hasOwnKey, withoutResent } from "./resent.ts";
import { stageDelimited } from "./stage-delimited.ts";
import { stageJson } from "./stage-json.ts";
import { stageParquet } from "./stage-parquet.ts";
import type { Staged } from "./staged.ts";
import { type Keeping, loaderVersion, type LoadState, type ReadBefore } from "./state.ts";

const none = { identical: 0, differing: 0 };

export interface LoadOptions {
  /** the workspace, absolute */
  readonly directory: string;
  readonly framework: Framework;
  /** null: all, and what is no longer a dataset is dropped */
  readonly datasets: readonly string[] | null;
  /** who was removed and must not come back; null: nobody */
  readonly erased?: Erased | null;
  /** the day it is, from which retention is counted */
  readonly today?: Day;
  /** told what is being read */
  readonly progress?: (line: string) => void;
  /** of a warehouse that is thrown away after one reading; null: it is there to stay */
  readonly passing?: Passing | null;
}

/** What a warehouse need not do that is thrown away: note what would tell a change, and hold what can be read where it lies. */
export interface Passing {
  /** ids of datasets of which no two rows have the same key, as somebody has just seen */
  readonly unique: ReadonlySet<string>;
}

/**
 * Brings the warehouse up to date with the files. A dataset whose files and definition are unchanged is skipped; each other dataset is one
 * transaction. What fails is told in `failures` and stops no other; its table goes, so that nothing is computed from data that are no
 * longer there.
 */
export async function loadDatasets(warehouse: Warehouse, options: LoadOptions): Promise<LoadResult> {
  const { framework } = options;
  const datasets = withIdentities(framework, options.datasets);
  const keeping = keepingOf(warehouse);
  const states = await keeping.states();
  const loaded: LoadedFile[] = [];
  const failures: LoadFailure[] = [];
  const keyWasUsed = [...states.values()].some(({ pseudonyms }) => pseudonyms === true);
  if (datasets === null) await dropOthers(warehouse, keeping, states, framework);
  for (const dataset of framework.datasets) {
    if (datasets !== null && !datasets.includes(dataset.id)) continue;
    try {
      loaded.push(await loadOne(warehouse, keeping, { ...options, keyWasUsed }, dataset, states.get(dataset.id) ?? null));
    } catch (thrown) {
      const error = failureOf(thrown, dataset);
      // A server that cannot be reached says nothing of the data: what it holds stays, and the others would fail alike.
      if (error.code.startsWith("clickhouse-")) throw error;
      // Without the key it is not known what the rows are; they are what says that there was one.
      if (states.has(dataset.id) && error.code !== "privacy-key-lost")
        await drop(warehouse, keeping, dataset.id).catch(() => {
          // A warehouse that does nothing any more says so of every statement; why, it said at the first.
          throw error;
        });
      failures.push({ id: dataset.id, error });
    }
  }
  failures.push(...(await identify(warehouse, keeping, framework, datasets, failures)));
  const known = await keeping.states();
  const failed = new Set(failures.map(({ id }) => id));
  const identities = loaded.flatMap(({ id }) => {
    const { identity } = known.get(id) ?? {};
    return identity === undefined || failed.has(id)
      ? []
      : [{ id, ids: identity.ids, customers: identity.customers, clashes: identity.clashes }];
  });
  const wanted = loaded.filter(({ id }) => options.datasets === null || options.datasets.includes(id));
  return { datasets: wanted, failures, ...(identities.length > 0 && { identities }) };
}

async function dropOthers(
  warehouse: Warehouse,
  keeping: Keeping,
  states: ReadonlyMap<string, LoadState>,
  framework: Framework,
): Promise<void> {
  const wanted = new Set(framework.datasets.map((dataset) => dataset.id));
  for (const id of states.keys()) if (!wanted.has(id)) await drop(warehouse, keeping, id);
}

async function drop(warehouse: Warehouse, keeping: Keeping, id: string): Promise<void> {
  await keeping.drop(id);
  await writeRejects(warehouse.directory, id, []);
}

async function loadOne(
  warehouse: Warehouse,
  keeping: Keeping,
  options: LoadOptions & { readonly keyWasUsed: boolean },
  dataset: Dataset,
  before: LoadState | null,
): Promise<LoadedFile> {
  const began = performance.now();
  const { settings } = options.framework;
  const privacy = dataset.pseudonymise === undefined ? null : await privacyKey(warehouse.directory, options.keyWasUsed);
  const erased = options.erased ?? null;
  const definition = definitionOf(dataset, options.framework, privacy, erased);
  const sources = await findFiles(options.directory, dataset);
  const stamps = await Promise.all(sources.map(({ path }) => stampOf(path)));
  const keptFrom = keptFromOf(dataset, options.today);
  const isExpired = keptFrom !== null && before?.from !== undefined && before.from !== null && before.from < keptFrom;
  if (before?.definition === definition && !isExpired) {
    const files = await sameFiles(before, sources, stamps);
    if (files !== null) {
      if (files !== before.files) await keeping.restate({ ...before, files });
      return resultOf(before, began, true);
    }
  }
  familyOf(dataset, sources);
  const language: Language = settings.language ?? "en";
  // Who a person is, is told from texts as they stand.
  const isTyped = privacy === null && erased === null;
  const temporary = join(warehouse.directory, "tmp", dataset.id);
  async function readied(from: number): Promise<{ ready: ReadyFile[]; files: ReadBefore[] }> {
    const asked = sources.slice(from);
    options.progress?.(`${dataset.id} ← ${asked.length === 1 ? asked[0]!.name : `${asked.length} × ${dataset.file ?? ""}`}`);
    await mkdir(temporary, { recursive: true });
    const ready: ReadyFile[] = [];
    for (const [index, source] of asked.entries())
      ready.push(await prepare(source, dataset.format, join(temporary, String(from + index)), dataset.id));
    return { ready, files: ready.map(({ source, sha256 }, index) => ({ name: source.name, stamp: stamps[from + index]!, sha256 })) };
  }
  try {
    const read =
      before?.definition === definition &&
      before.identity === undefined &&
      warehouse.clickhouse === null &&
      erased === null &&
      keptFrom === null
        ? await filesBefore(before, sources, stamps)
        : null;
    if (before && read !== null) {
      const { ready, files } = await readied(read.length);
      const state = await warehouse.session(async (session) =>
        append(keeping, session, dataset, options.framework, await stage(session, dataset, ready, temporary, isTyped), privacy, {
          ...before,
          files: [...read, ...files],
        }),
      );
      if (state !== null) return resultOf(state, began, false);
    }
    const { ready, files } = await readied(0);
    const state = await warehouse.session(async (session) => {
      const staged = await stage(session, dataset, ready, temporary, isTyped);
      return buildTable(warehouse, keeping, session, dataset, options.framework, staged, {
        definition,
        files,
        language,
        privacy,
        erased,
        keptFrom,
        passing: options.passing ?? null,
        isInPlace: ready.every(({ path, source }) => path === source.path),
      });
    });
    return resultOf(state, began, false);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function buildTable(
  warehouse: Warehouse,
  keeping: Keeping,
  session: Session,
  dataset: Dataset,
  framework: Framework,
  read: Staged,
  {
    definition,
    files,
    language,
    privacy,
    erased,
    keptFrom,
    passing,
    isInPlace,
  }: {
    definition: string;
    files: readonly ReadBefore[];
    language: Language;
    privacy: Buffer | null;
    erased: Erased | null;
    keptFrom: Day | null;
    passing: Passing | null;
    /** whether the files are read as they came, and no copy that is gone after this */
    isInPlace: boolean;
  },
): Promise<LoadState> {
  const others = erased === null ? { staged: read, erased: 0 } : await withoutErased(session, read, dataset, framework, erased);
  const { staged, counted } = hasOwnKey(dataset) ? await withoutResent(session, others.staged) : { staged: others.staged, counted: none };
  const inferred = await inferColumns(session, staged, dataset, framework.settings);
  const { doubts } = inferred;
  const columns = await pseudonymised(session, staged, dataset, inferred.columns, privacy);
  const key = keyOf(dataset, columns);
  const names = [...columns.map(({ name }) => name), ...Object.keys(dataset.columns)];
  const customer = dataset.customer === undefined ? null : resolveColumn(dataset.customer, names, dataset.id);
  const time = dataset.time === undefined ? null : resolveColumn(dataset.time, names, dataset.id);
  const duplicates = passing?.unique.has(dataset.id) ? noDuplicates : await findDuplicates(session, staged, key);
  const computed = await compute(session, staged, columns, duplicates, dataset, language);
  if (time !== null) await requireMoment(session, staged, dataset, time, computed.types.get(time)!);
  // Before the commit, so that what the warehouse says of rejects is there whatever happens.
  const rejects = await writeRejects(warehouse.directory, dataset.id, withoutErasedText(withoutText(staged.rejects, privacy), erased));
  return keeping.keep(session, customer, async () => {
    const isShown = passing !== null && isInPlace && keptFrom === null && (await leansOnNothing(session));
    const filled = await fill(session, dataset, computed, language, { keptFrom, isShown, isPassing: passing !== null });
    const nullTimes: Doubt[] =
      time !== null && filled.withoutDay > 0 ? [{ column: time, code: "null-time", count: filled.withoutDay }] : [];
    const state: LoadState = {
      id: dataset.id,
      version: loaderVersion,
      definition,
      files,
      columns: filled.columns,
      forms: columns.map(({ name, form }) => [name, form] as const),
      filled: filled.filled,
      spans: filled.spans,
      few: filled.few,
      days: filled.days,
      origin: randomUUID(),
      next: filled.next,
      measured: filled.measured,
      hasTime: time !== null,
      rows: filled.rows,
      rejected: staged.rejects.length,
      rejects,
      duplicates: bothCounts(duplicates.counted, counted),
      erased: others.erased,
      expired: filled.expired,
      ...(keptFrom === null ? {} : { keptFrom }),
      ...(privacy === null ? {} : { pseudonyms: true }),
      from: filled.from,
      to: filled.to,
      doubts: [...staged.doubts, ...doubts, ...nullTimes],
    };
    return state;
  });
}

/** All rows of a dataset's files; where `typed`, columns may get their types while text files are read. */
export function stage(session: Session, dataset: Dataset, files: readonly ReadyFile[], temporary: string, typed = false): Promise<Staged> {
  const family = familyOf(
    dataset,
    files.map(({ source }) => source),
  );
  if (family === "parquet") return stageParquet(session, dataset, files);
  return family === "json" ? stageJson(session, dataset, files) : stageDelimited(session, dataset, files, temporary, typed);
}

/** The one way in which all files of a dataset are read. Throws HelderError `mixed-file-types`. */
function familyOf(dataset: Dataset, sources: readonly SourceFile[]): "parquet" | "json" | "delimited" {
  const families = sources.map(({ kind }) => (kind === "parquet" ? "parquet" : kind.startsWith("json") ? "json" : "delimited"));
  if (new Set(families).size > 1) throw new HelderError("mixed-file-types", { dataset: dataset.id, file: dataset.file ?? "" });
  return families[0] ?? "delimited";
}

export async function requireMoment(session: Session, staged: Staged, dataset: Dataset, time: string, found: string): Promise<void> {
  if (found === "date" || found === "timestamp") return;
  const column = staged.columns.find(({ name }) => name === time);
  if (!column) throw new HelderError("time-not-a-day", { dataset: dataset.id, column: time, type: found });
  const place = await firstNonDay(session, staged, column, dataset.format.date);
  if (place !== null)
    throw new HelderError("value-not-a-day", {
      dataset: dataset.id,
      column: time,
      value: place.value.slice(0, 80),
      file: place.file,
      line: place.line,
    });
}

/** The first day of which rows are kept; null: of all days. Throws HelderError `dataset-broken` for rows that lie on no day. */
export function keptFromOf({ id, retention, time }: Dataset, today: Day | undefined): Day | null {
  if (retention === undefined || today === undefined) return null;
  if (time === undefined) throw new HelderError("dataset-broken", { dataset: id, reason: "retention: time: ?" });
  return shiftDay(today, retention, -1);
}

/** Null where something changed; the files with fresh stamps where only those differ. */
async function sameFiles(
  before: LoadState,
  sources: readonly SourceFile[],
  stamps: readonly Stamp[],
): Promise<readonly ReadBefore[] | null> {
  if (before.files.length !== sources.length) return null;
  if (before.files.some((file, index) => file.name !== sources[index]!.name || file.stamp.size !== stamps[index]!.size)) return null;
  const touched = before.files.map((file, index) => JSON.stringify(file.stamp) !== JSON.stringify(stamps[index]));
  if (!touched.includes(true)) return before.files;
  for (const [index, file] of before.files.entries()) {
    if (touched[index] && (await hashOf(sources[index]!.path).catch(() => null)) !== file.sha256) return null;
  }
  return before.files.map((file, index) => ({ ...file, stamp: stamps[index]! }));
}

/** The files that were read before, where they are all there unchanged and others come behind them; else null. */
async function filesBefore(
  before: LoadState,
  sources: readonly SourceFile[],
  stamps: readonly Stamp[],
): Promise<readonly ReadBefore[] | null> {
  const count = before.files.length;
  return count === 0 || sources.length <= count ? null : sameFiles(before, sources.slice(0, count), stamps.slice(0, count));
}

/** Name, purpose, watermark, who may see it and what must hold of it do not touch the table; who is who is put into it afterwards. */
function definitionOf(
  {
    name: _name,
    quality: _quality,
    identity: _identity,
    purpose: _purpose,
    basis: _basis,
    completeThrough: _through,
    private: _private,
    ...dataset
  }: Dataset,
  { settings }: Framework,
  privacy: Buffer | null,
  erased: Erased | null,
): string {
  // Computed columns are made in the order in which they are written, which JSON keeps.
  const parts = [
    loaderVersion,
    dataset,
    settings.timezone,
    settings.language ?? null,
    ...(privacy === null ? [] : [fingerprintOf(privacy)]),
    ...(erased === null ? [] : [digestOf(erased)]),
  ];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

function resultOf(state: LoadState, began: number, skipped: boolean): LoadedFile {
  const { id, rows, rejected, rejects, duplicates, erased = 0, expired = 0, from, to, doubts } = state;
  return {
    id,
    rows,
    rejected,
    rejects,
    duplicates,
    erased,
    expired,
    from,
    to,
    seconds: (performance.now() - began) / 1000,
    skipped,
    doubts,
  };
}

/** A failure of the warehouse or of the disk while loading is the dataset's; anything else is a mistake of ours. */
function failureOf(error: unknown, { id, file = "" }: Dataset): HelderError {
  if (error instanceof HelderError) {
    if (error.code === "overflow") return new HelderError("overflow", { ...error.params, name: id }, { cause: error });
    if (error.code === "warehouse-failed")
      return new HelderError("dataset-broken", { dataset: id, reason: String(error.params["reason"]) }, { cause: error });
    return error;
  }
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  return new HelderError("file-unreadable", { dataset: id, file, reason: code }, { cause: error });
}
