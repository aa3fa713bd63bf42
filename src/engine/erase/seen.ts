import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Dataset, type Framework, HelderError } from "../../framework/index.ts";
import type { Session } from "../../warehouse/index.ts";
import { personParts, personRows, type PersonRows, readStaged, type Reject, type Staged } from "../load/index.ts";
import type { EventPerson } from "./event.ts";

/** What the files of a dataset say of people. */
export interface SeenDataset {
  readonly dataset: Dataset;
  readonly columns: PersonRows["columns"];
  readonly rejects: readonly Reject[];
}

/**
 * All that says which ids belong together, in tables of the session: `seen (place, customer, email, phone, anonymous)`, a row's customers one
 * by one, and `tied (place, one, other)`: ids that are one person's without standing in one row's customer, or a customer and a mark.
 */
export interface Seen {
  readonly session: Session;
  readonly datasets: readonly SeenDataset[];
  /** datasets whose files cannot be read now */
  readonly unread: readonly { readonly id: string; readonly error: HelderError }[];
}

export interface SeenOptions {
  readonly directory: string;
  readonly framework: Framework;
  readonly session: Session;
  readonly key: Buffer | null;
  /** of the journal */
  readonly events: Iterable<EventPerson>;
}

/** The place of the journal among the datasets. */
export const journalPlace = -1;

/** Reads all files and events once. Events are told by the journal itself, so that a dataset of events is not read. */
export async function seeAll(options: SeenOptions): Promise<Seen> {
  const { session, framework } = options;
  await session.query("CREATE TEMP TABLE seen (place INTEGER, customer VARCHAR, email VARCHAR, phone VARCHAR, anonymous VARCHAR)");
  await session.query("CREATE TEMP TABLE tied (place INTEGER, one VARCHAR, other VARCHAR)");
  const datasets: SeenDataset[] = [];
  const unread: { id: string; error: HelderError }[] = [];
  for (const [place, dataset] of framework.datasets.entries()) {
    if (dataset.connector?.type === "events") continue;
    try {
      datasets.push(
        await withRows(options, dataset, async (staged, person) => {
          if (person !== null) {
            await seeRows(session, place, person);
          }
          return { dataset, columns: person?.columns ?? {}, rejects: staged.rejects };
        }),
      );
    } catch (error) {
      if (!(error instanceof HelderError)) throw error;
      unread.push({ id: dataset.id, error });
    }
  }
  await seeEvents(session, options.events);
  return { session, datasets, unread };
}

async function seeRows(
  session: Session,
  place: number,
  { relation, parts: { customer, email, phone }, ids, marks }: PersonRows,
): Promise<void> {
  for (const one of ids.length === 0 ? [customer] : ids)
    await session.query(`INSERT INTO seen SELECT DISTINCT ${place}, ${one}, ${email}, ${phone}, NULL FROM ${relation}`);
  const pairs = [
    ...ids.flatMap((one, index) => ids.slice(index + 1).map((other) => [one, other] as const)),
    ...marks.map((mark) => [customer, mark] as const),
  ];
  for (const [one, other] of pairs)
    await session.query(
      `INSERT INTO tied SELECT * FROM (SELECT DISTINCT ${place} AS place, ${one} AS one, ${other} AS other FROM ${relation})
       WHERE other IS NOT NULL AND one IS DISTINCT FROM other`,
    );
}

/** A dataset's rows as they stand in its files, in the session, gone after `work`. */
export async function withRows<T>(
  { directory, framework, session, key }: SeenOptions,
  dataset: Dataset,
  work: (staged: Staged, person: PersonRows | null) => Promise<T>,
): Promise<T> {
  const temporary = join(directory, ".helder", "tmp", `${dataset.id}$erase`);
  await mkdir(temporary, { recursive: true });
  try {
    const staged = await readStaged(session, directory, dataset, temporary);
    return await work(staged, await personRows(session, staged, dataset, framework, dataset.pseudonymise === undefined ? null : key));
  } finally {
    for (const table of ["staged", "documents", "listed", "lines", "unnested"]) await session.query(`DROP TABLE IF EXISTS temp.${table}`);
    await rm(temporary, { recursive: true, force: true });
  }
}

const rowsAtOnce = 500;

async function seeEvents(session: Session, events: Iterable<EventPerson>): Promise<void> {
  let block = new Map<string, readonly (string | null)[]>();
  const formerly = new Map<string, Set<string>>();
  async function put(): Promise<void> {
    const rows = [...block.values()];
    block = new Map();
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      const part = rows.slice(start, start + rowsAtOnce);
      const width = personParts.length + 1;
      const values = part.map(
        (_, row) => `(${journalPlace}, ${Array.from({ length: width }, (_unused, at) => `$${row * width + at + 1}`).join(", ")})`,
      );
      await session.query(`INSERT INTO seen VALUES ${values.join(", ")}`, part.flat());
    }
  }
  for (const { customers, email, phone, anonymous, former } of events) {
    if (former !== null) formerly.set(former, new Set([...(formerly.get(former) ?? []), ...customers]));
    for (const customer of customers.length === 0 ? [null] : customers) {
      const row = [customer, email, phone, anonymous];
      block.set(JSON.stringify(row), row);
    }
    if (block.size >= 20_000) await put();
  }
  await put();
  // A visitor's mark that became several customers is a device that they share.
  const ties = [...formerly].flatMap(([former, customers]) => (customers.size === 1 ? [[...customers, former]] : []));
  const lists = [0, 1].map((at) => JSON.stringify(ties.map((tie) => tie[at])));
  await session.query(
    `INSERT INTO tied SELECT ${journalPlace}, unnest(from_json($1, '["VARCHAR"]')), unnest(from_json($2, '["VARCHAR"]'))`,
    lists,
  );
}
