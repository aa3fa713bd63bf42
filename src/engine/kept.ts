import type { Catalog, Plan } from "../metric/index.ts";
import type { Table } from "../sql/index.ts";
import type { Warehouse } from "../warehouse/index.ts";
import { between, type Slice, type Sliced, slicesOf } from "./slices.ts";

/** Of all answers together; beyond it the oldest are dropped. */
const mostCharacters = 64 * 2 ** 20;
/** Longer answers are asked again: reading them would take as long. */
const mostRows = 20_000;
const mostInMemory = 1_000;
/** More separate stretches of days than this are asked for as one statement over all of them. */
const mostStretches = 8;

type Rows = Table["rows"];

/** An answer as it is kept: the rows of each slice, with the mark of what they were made of. */
interface Kept {
  readonly columns: Table["columns"];
  readonly slices: Readonly<Record<string, { readonly mark: string; readonly rows: Rows }>>;
}

/** What the warehouse answered before, of the same statements over the same rows. */
export interface KeptAnswers {
  /** The plans' answers in order; `ask` is called for those, or those parts of them, that are not kept. */
  of(plans: readonly Plan[], catalog: Catalog, ask: (plan: Plan) => Promise<Table>): Promise<Table[]>;
}

/**
 * Answers are kept in the warehouse beside the data, under a hash of the statement without its range of days, in slices by period. A slice
 * bears the mark of the rows that it was made of (`slices.ts`), so nothing is ever invalidated: what has another mark now is asked again,
 * alone. An answer is a row of its own: whenever the process is killed, there is a whole answer or none.
 */
export function keptAnswers(warehouse: Warehouse): KeptAnswers {
  const known = new Map<string, Kept | null>();
  let ready: Promise<unknown> | null = null;

  /** All that are missing in one statement: one for each would take longer than some of the answers. */
  async function read(keys: readonly string[]): Promise<void> {
    ready ??= warehouse
      .query(
        'CREATE SEQUENCE IF NOT EXISTS "helder"."answered"; CREATE TABLE IF NOT EXISTS "helder"."answers" (key VARCHAR PRIMARY KEY, number BIGINT NOT NULL, answer VARCHAR NOT NULL)',
      )
      .catch((problem: unknown) => {
        ready = null;
        throw problem;
      });
    await ready;
    // The warehouse holds them all; the memory of a process that goes on for weeks need not.
    if (known.size > mostInMemory) known.clear();
    const missing = [...new Set(keys)].filter((key) => !known.has(key));
    if (missing.length === 0) return;
    const wanted = missing.map((_, index) => `$${index + 1}`).join(", ");
    const { rows } = await warehouse.query(`SELECT key, answer FROM "helder"."answers" WHERE key IN (${wanted})`, missing);
    for (const key of missing) known.set(key, null);
    for (const [key, answer] of rows) if (typeof answer === "string") known.set(String(key), keptIn(answer));
  }

  async function write(fresh: ReadonlyMap<string, Kept>): Promise<void> {
    if (fresh.size === 0) return;
    const values = [...fresh].map((_, index) => `($${2 * index + 1}, nextval('helder.answered'), $${2 * index + 2})`).join(", ");
    await warehouse.query(
      `INSERT OR REPLACE INTO "helder"."answers" VALUES ${values}`,
      [...fresh].flatMap(([key, kept]) => [key, JSON.stringify(kept)]),
    );
    await warehouse.query(
      `DELETE FROM "helder"."answers" WHERE number IN (SELECT number FROM
        (SELECT number, sum(length(answer)) OVER (ORDER BY number DESC) AS total FROM "helder"."answers") WHERE total > CAST($1 AS BIGINT))`,
      [mostCharacters],
    );
  }

  return {
    async of(plans, catalog, ask) {
      const sliced = plans.map((plan) => slicesOf(plan, catalog, warehouse.dialect));
      await read(sliced.flatMap((one) => (one === null ? [] : [one.key])));
      const fresh = new Map<string, Kept>();
      const tables: Table[] = [];
      for (const [index, plan] of plans.entries()) {
        const one = sliced[index]!;
        if (one === null) {
          tables.push(await ask(plan));
          continue;
        }
        const before = known.get(one.key) ?? null;
        const now = await brought(plan, one, before, ask);
        tables.push({ columns: now.columns, rows: one.slices.flatMap(({ start }) => now.slices[start]?.rows ?? []) });
        if (now === before) continue;
        const rows = Object.values(now.slices).reduce((count, slice) => count + slice.rows.length, 0);
        if (rows > mostRows) continue;
        known.set(one.key, now);
        fresh.set(one.key, now);
      }
      await write(fresh);
      return tables;
    },
  };
}

/** What was kept, brought up to date: the same object where nothing changed. */
async function brought(plan: Plan, { column, slices }: Sliced, before: Kept | null, ask: (plan: Plan) => Promise<Table>): Promise<Kept> {
  const stale = slices.filter(({ start, mark }) => before?.slices[start]?.mark !== mark);
  if (before !== null && stale.length === 0) return before;
  if (before === null || column === null || stale.length * 2 > slices.length) {
    const whole = divided(await ask(plan), column, slices);
    return { columns: whole.columns, slices: { ...before?.slices, ...whole.slices } };
  }
  const found: Record<string, Rows[number][]> = {};
  for (const stretch of stretchesOf(slices, stale)) {
    const { rows } = await ask(between(plan, stretch));
    for (const row of rows) (found[String(row[column])] ??= []).push(row);
  }
  const renewed = Object.fromEntries(stale.map(({ start, mark }) => [start, { mark, rows: found[start] ?? [] }]));
  return { columns: before.columns, slices: { ...before.slices, ...renewed } };
}

function divided({ columns, rows }: Table, column: number | null, slices: readonly Slice[]): Kept {
  if (column === null) return { columns, slices: Object.fromEntries(slices.map(({ start, mark }) => [start, { mark, rows }])) };
  const found = new Map<string, Rows[number][]>();
  for (const row of rows) {
    const start = String(row[column]);
    const own = found.get(start);
    if (own) own.push(row);
    else found.set(start, [row]);
  }
  return { columns, slices: Object.fromEntries(slices.map(({ start, mark }) => [start, { mark, rows: found.get(start) ?? [] }])) };
}

/** Stale slices that follow one another, as one range of days. */
function stretchesOf(slices: readonly Slice[], stale: readonly Slice[]): { from: string; to: string; rows: number | null }[] {
  const again = new Set(stale);
  const stretches: { from: string; to: string; rows: number | null }[] = [];
  let open = false;
  for (const slice of slices) {
    if (!again.has(slice)) {
      open = false;
      continue;
    }
    const { from, to } = slice.days!;
    const last = stretches.at(-1);
    if (open && last) stretches[stretches.length - 1] = { from: last.from, to, rows: last.rows! + slice.rows! };
    else stretches.push({ from, to, rows: slice.rows });
    open = true;
  }
  if (stretches.length <= mostStretches) return stretches;
  const rows = slices.reduce((count, slice) => count + (slice.rows ?? 0), 0);
  return [{ from: stretches[0]!.from, to: stretches.at(-1)!.to, rows }];
}

/** An answer that cannot be read is none. */
function keptIn(answer: string): Kept | null {
  try {
    const kept = JSON.parse(answer) as Partial<Kept>;
    return Array.isArray(kept.columns) && typeof kept.slices === "object" && kept.slices !== null ? (kept as Kept) : null;
  } catch {
    return null;
  }
}
