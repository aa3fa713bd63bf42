import type Database from "libsql";
import { pruneEvents } from "./prune.ts";

/** Rows that were removed from one place: a table of the warehouse, the journal, a file. */
export interface Removed {
  /** `warehouse/orders`, `journal`, `answers`, `rejects/orders`, `sources/crm` */
  readonly place: string;
  readonly rows: number;
}

/** A person who was removed, under keyed hashes: who that was cannot be read from it. */
export interface Erasure {
  readonly id: number;
  /** ISO moment in UTC */
  readonly at: string;
  readonly command: string;
  /** keyed hash of the id by which the person was asked for */
  readonly customer: string;
  /** fingerprint of the key of the hashes */
  readonly key: string;
  /** keyed hashes of all ids of the person: rows that bear one are never taken in again */
  readonly ids: readonly string[];
  readonly removed: readonly Removed[];
  /** by dataset with a connector: the columns that say whose its rows are, so that they are not kept when they are fetched again */
  readonly sources: Readonly<
    Record<
      string,
      Readonly<Partial<Record<"customer" | "email" | "phone", string>>> & {
        readonly ids?: readonly string[];
        readonly marks?: readonly string[];
      }
    >
  >;
  /** false: removing was cut short, and must be done to its end */
  readonly finished: boolean;
}

export type NewErasure = Omit<Erasure, "id" | "finished">;

/** Notes an erasure and removes the person's events, both or neither. */
export function appendErasure(database: Database.Database, erasure: NewErasure, isGone: (event: unknown) => boolean): number {
  const { at, command, customer, key, ids, removed, sources } = erasure;
  return pruneEvents(database, isGone, () => {
    const insert = database.prepare(
      "insert into erasures (at, command, customer, key, ids, removed, sources) values (?, ?, ?, ?, ?, ?, ?)",
    );
    const lists = [ids, removed, sources].map((list) => JSON.stringify(list));
    return Number(insert.run(at, command, customer, key, ...lists).lastInsertRowid);
  }).result;
}

export function finishErasure(database: Database.Database, id: number): void {
  database.prepare("update erasures set finished = 1 where id = ?").run(id);
}

export function allErasures(database: Database.Database): Erasure[] {
  const rows = database.prepare("select id, at, command, customer, key, ids, removed, sources, finished from erasures order by id").all();
  return (rows as Record<"id" | "at" | "command" | "customer" | "key" | "ids" | "removed" | "sources" | "finished", never>[]).map(
    (row) => ({
      ...row,
      ids: JSON.parse(row.ids) as string[],
      removed: JSON.parse(row.removed) as Removed[],
      sources: JSON.parse(row.sources) as Erasure["sources"],
      finished: row.finished === 1,
    }),
  );
}
