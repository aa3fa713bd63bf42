import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Dataset, Settings } from "../../framework/index.ts";
import type { Session } from "../../warehouse/index.ts";
import { resolveColumn } from "./build.ts";
import type { TypedColumn } from "./column.ts";
import { findFiles } from "./files.ts";
import { inferColumns } from "./infer.ts";
import { requireMoment, stage } from "./load.ts";
import { prepare } from "./prepare.ts";
import type { RawColumn, Staged } from "./staged.ts";

/** A dataset's rows as they stand in its files, in this session. */
export interface Read {
  /** SQL for a FROM clause */
  readonly relation: string;
  /** lines that could not be read */
  readonly rejected: number;
  /** SQL of a column as it stands. Throws HelderError `unknown-column`. */
  raw(name: string): string;
  /** a column with its type, its SQL over the relation. Throws HelderError `unknown-column`, and for the time `time-not-a-day` and its like. */
  typed(name: string): Promise<TypedColumn>;
}

/** All rows of a dataset as they stand in its files, in this session; `temporary` is a folder for readable copies. */
export async function readStaged(session: Session, directory: string, dataset: Dataset, temporary: string): Promise<Staged> {
  const sources = await findFiles(directory, dataset);
  const ready = await Promise.all(
    sources.map((source, index) => prepare(source, dataset.format, join(temporary, String(index)), dataset.id)),
  );
  return stage(session, dataset, ready, temporary);
}

/**
 * Reads a dataset for one question and keeps nothing. Only the columns that are asked for get a type, found from their distinct values, of
 * which there are far fewer than rows. Throws what a load throws.
 */
export async function readOnce(session: Session, directory: string, dataset: Dataset, settings: Settings): Promise<Read> {
  const temporary = join(directory, ".helder", "tmp", dataset.id);
  await mkdir(temporary, { recursive: true });
  const staged = await readStaged(session, directory, dataset, temporary);
  const names = staged.columns.map(({ name }) => name);
  const asked = new Map<string, string>();
  const columnOf = (name: string): RawColumn => {
    const exact = resolveColumn(name, names, dataset.id);
    return staged.columns.find((column) => column.name === exact)!;
  };
  return {
    relation: `(SELECT *, ${staged.columns.map(({ sql }, index) => `${sql} AS "$column ${index}"`).join(", ")} FROM ${staged.relation})`,
    rejected: staged.rejects.length,
    raw: (name) => columnOf(name).sql,
    async typed(name) {
      const raw = columnOf(name);
      const alias = `"$column ${staged.columns.indexOf(raw)}"`;
      const values = `"values of ${asked.size}"`;
      asked.set(name, values);
      await session.query(`CREATE TEMP TABLE ${values} AS SELECT DISTINCT ${raw.sql} AS ${alias} FROM ${staged.relation}`);
      const few = { ...staged, relation: `(SELECT *, 0 AS "$row" FROM ${values})`, columns: [{ ...raw, sql: alias }] };
      const [typed] = (await inferColumns(session, few, dataset, settings)).columns;
      if (dataset.time === name) await requireMoment(session, staged, dataset, raw.name, typed!.type);
      return typed!;
    },
  };
}
