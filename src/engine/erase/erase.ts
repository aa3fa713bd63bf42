import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { removeRows, storedPages } from "../../connect/index.ts";
import { type Framework, HelderError } from "../../framework/index.ts";
import { eachEvent, type Erasure, type Journal } from "../../journal/index.ts";
import type { Warehouse } from "../../warehouse/index.ts";
import type { LoadResult } from "../engine.ts";
import { erasedHash, fingerprintOf, loadedDatasets, mentions, plainId, privacyKey } from "../load/index.ts";
import { customerPaths, eventPerson, isPersonsEvent } from "./event.ts";
import { gather, type Person, placesOf } from "./person.ts";
import type { EraseRequest, EraseResult, FileTrace } from "./result.ts";
import { requireKey } from "./remembered.ts";
import { type Seen, seeAll, type SeenOptions } from "./seen.ts";
import { inAnswers, inFiles, inRejects, inTable } from "./traces.ts";

/** What erasing takes. */
export interface Erasing {
  readonly directory: string;
  readonly framework: Framework;
  readonly journal: Journal;
  /** ISO moment in UTC */
  readonly at: string;
  /** Work with the warehouse as it is now; after `discard` a new one, from which unfinished erasures are gone. Done twice where it breaks. */
  reading<T>(work: (warehouse: Warehouse) => Promise<T>): Promise<T>;
  /** closes the warehouse, so that the next `reading` opens it anew */
  discard(): Promise<void>;
  load(warehouse: Warehouse): Promise<LoadResult>;
}

/**
 * Removes a person: from the journal's events, from what was fetched, from rejected lines, and from the warehouse with all answers, which is
 * made anew. From the moment at which the journal has it on disk it holds, whatever happens then. Throws HelderError `unknown-customer`,
 * `ambiguous-customer`, `privacy-key-lost`.
 */
export async function erase({ customer: typed, confirmed, command }: EraseRequest, erasing: Erasing): Promise<EraseResult> {
  const { directory, framework, journal } = erasing;
  const helder = join(directory, ".helder");
  const mayHaveKey = journal.erasures().length > 0 || framework.datasets.some(({ pseudonymise }) => pseudonymise !== undefined);
  const known = mayHaveKey ? await privacyKey(helder, journal.erasures().length > 0) : null;
  if (known !== null) requireKey(journal.erasures(), known, helder);
  const paths = customerPaths(framework);
  const countIn = async (warehouse: Warehouse, { person, seen, sources }: Found, key: Buffer | null) =>
    countAll({ ...erasing, helder, seen, person, key, events: () => countEvents(journal, goneOf(person)), sources }, warehouse);
  const goneOf = (person: Person) => {
    const isKnown = (plain: string) => person.ids.has(plain);
    return (event: unknown) => isPersonsEvent(eventPerson(event, paths), isKnown);
  };
  const { found, began } = await erasing.reading(async (warehouse) => {
    const found = await warehouse.session(async (session) => {
      const events = people(journal, paths);
      const options: SeenOptions = { directory, framework, session, key: known, events };
      const seen = await seeAll(options);
      const person = await gather(session, typed, known);
      if (person === null) {
        const rejected = inRejects(seen, { ids: new Set([plainId(typed)]) });
        if (rejected.size === 0 || plainId(typed) === "") throw new HelderError("unknown-customer", {});
        return traces(options, seen, { ids: new Set([plainId(typed)]) }, new Set());
      }
      return traces(options, seen, person, await placesOf(session, person));
    });
    return { found, began: await countIn(warehouse, found, known) };
  });
  const { person, seen } = found;
  const standing = began.filter(({ rows }) => rows > 0);
  const answer = { ids: person.ids.size, files: found.files, unread: seen.unread.map(({ id }) => id) };
  const hash = (key: Buffer) => erasedHash(key, plainId(typed));
  if (!confirmed) {
    const removed = standing.map(({ place, rows }) => ({ place, before: rows, after: rows, rows }));
    return { customer: known && hash(known), erased: false, removed, left: sum(began), ...answer };
  }
  const key = known ?? (await privacyKey(helder, false));
  journal.appendErasure(
    {
      at: erasing.at,
      command,
      customer: hash(key),
      key: fingerprintOf(key),
      ids: [...person.ids].map((id) => erasedHash(key, id)),
      removed: standing,
      sources: Object.fromEntries(seen.datasets.flatMap(({ dataset, columns }) => (dataset.connector ? [[dataset.id, columns]] : []))),
    },
    goneOf(person),
  );
  await erasing.discard();
  const ended = await erasing.reading(async (warehouse) => {
    await erasing.load(warehouse);
    return countIn(warehouse, found, key);
  });
  const now = new Map(ended.map(({ place, rows }) => [place, rows]));
  const removed = standing.map(({ place, rows }) => ({
    place,
    before: rows,
    after: now.get(place) ?? 0,
    rows: rows - (now.get(place) ?? 0),
  }));
  return { customer: hash(key), erased: true, removed, left: sum(ended), ...answer };
}

/**
 * Takes what erasures that were cut short have left: pages of sources, rejected lines, the warehouse, which must be closed. All of it can be
 * made again, without the person.
 */
export async function completeErasures(directory: string, framework: Framework, journal: Journal): Promise<void> {
  const erasures = journal.erasures();
  const open = erasures.filter(({ finished }) => !finished);
  if (open.length === 0) return;
  const helder = join(directory, ".helder");
  const key = await privacyKey(helder, true);
  requireKey(erasures, key, helder);
  const hashes = new Set(open.flatMap(({ ids }) => ids));
  const isKnown = (plain: string) => hashes.has(erasedHash(key, plain));
  const sources = open.reduce<Erasure["sources"]>((all, one) => ({ ...all, ...one.sources }), {});
  for (const { id, connector } of framework.datasets) {
    if (connector?.type === "events") await rm(join(helder, "sources", id), { recursive: true, force: true });
    else if (connector && sources[id]) await removeRows(directory, id, sources[id], (text, part) => isKnown(plainId(text, part)));
  }
  await rm(join(helder, "rejects"), { recursive: true, force: true });
  for (const ending of ["", ".wal", ".broken"]) await rm(join(helder, `warehouse.duckdb${ending}`), { recursive: true, force: true });
  journal.compact();
  for (const { id } of open) journal.finishErasure(id);
}

interface Found {
  readonly person: Person;
  readonly seen: Seen;
  readonly files: readonly FileTrace[];
  /** rows in what connectors fetched, by dataset */
  readonly sources: ReadonlyMap<string, number>;
}

async function traces(options: SeenOptions, seen: Seen, person: Person, places: ReadonlySet<number>): Promise<Found> {
  const files: FileTrace[] = [];
  const sources = new Map<string, number>();
  const rejected = inRejects(seen, person);
  for (const one of seen.datasets) {
    if (!places.has(options.framework.datasets.indexOf(one.dataset)) && !rejected.has(one.dataset.id)) continue;
    const own = await inFiles(options, one, person);
    if (one.dataset.connector)
      sources.set(
        one.dataset.id,
        own.reduce((rows, trace) => rows + trace.rows, 0),
      );
    else files.push(...own);
  }
  return { person, seen, files, sources };
}

interface Counting extends Erasing {
  readonly helder: string;
  readonly seen: Seen;
  readonly person: Person;
  readonly key: Buffer | null;
  readonly events: () => number;
  /** where each source's rows stood before */
  readonly sources: ReadonlyMap<string, number>;
}

interface Counted {
  readonly place: string;
  readonly rows: number;
}

async function countAll(counting: Counting, warehouse: Warehouse): Promise<Counted[]> {
  const { directory, framework, seen, person, key, helder } = counting;
  const loaded = new Set((await loadedDatasets(warehouse)).map(({ id }) => id));
  const counted: Counted[] = [];
  for (const dataset of framework.datasets) {
    const isEvents = dataset.connector?.type === "events";
    const columns = isEvents ? { customer: dataset.customer ?? "user_id" } : seen.datasets.find((one) => one.dataset === dataset)?.columns;
    if (columns === undefined) continue;
    const rows = loaded.has(dataset.id)
      ? await inTable(warehouse, { dataset, columns, ...(isEvents ? { visitor: "anonymous_id" } : {}) }, person, key)
      : 0;
    counted.push({ place: `warehouse/${dataset.id}`, rows });
    if (isEvents || !dataset.connector) continue;
    const isFetched = (await storedPages(directory, dataset.id)) !== null;
    const ids = (plain: string, part: Parameters<typeof plainId>[1]) => person.ids.has(plainId(plain, part));
    const stored = isFetched ? await removeRows(directory, dataset.id, columns, ids, true) : 0;
    counted.push({ place: `sources/${dataset.id}`, rows: stored ?? counting.sources.get(dataset.id) ?? 0 });
  }
  counted.push({ place: "journal", rows: counting.events() }, { place: "answers", rows: await inAnswers(warehouse, person, key) });
  for (const file of await readdir(join(helder, "rejects")).catch(() => [])) {
    const lines = (await readFile(join(helder, "rejects", file), "utf8")).split("\n");
    const rows = lines.filter((line) => mentions(line, (plain) => person.ids.has(plain))).length;
    counted.push({ place: `rejects/${file.replace(/\.csv$/, "")}`, rows });
  }
  return counted;
}

function* people(journal: Journal, paths: readonly string[]) {
  for (const event of eachEvent(journal)) yield eventPerson(event, paths);
}

function countEvents(journal: Journal, isGone: (event: unknown) => boolean): number {
  let count = 0;
  for (const event of eachEvent(journal)) if (isGone(event)) count++;
  return count;
}

function sum(counted: readonly Counted[]): number {
  return counted.reduce((all, { rows }) => all + rows, 0);
}
