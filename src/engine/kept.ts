import { createHash } from "node:crypto";
import { type Catalog, ofTouched, type Plan, type Reach } from "../metric/index.ts";
import { compile, type Table } from "../sql/index.ts";
import type { Warehouse } from "../warehouse/index.ts";
import { type Growth, type Part, type Parts, partsOf } from "./parts.ts";

/** Beyond this many the oldest are dropped, and beyond this many bytes. */
const mostAnswers = 400;
const mostBytes = 64 * 2 ** 20;
/** Longer answers are asked again: writing and reading them would take longer. */
const mostRows = 20_000;

type Rows = Table["rows"];

/** What is kept of the answers to one form of statement. */
interface Answered {
  readonly columns: readonly string[];
  /** by the name of the part, the newest first */
  readonly parts: Readonly<Record<string, Held>>;
}

/** A part's rows; for one that can grow what was asked, and the place in the order of loading that no row had reached. */
interface Held {
  readonly rows: Rows;
  readonly stem?: string;
  readonly next?: number;
}

/** What the warehouse answered before, of the same statements over the same data. */
export interface KeptAnswers {
  /** The plans' answers in order; `reaches`: for each plan those of the metrics that it serves. `ask` is called for what is not kept. */
  of(
    plans: readonly Plan[],
    reaches: readonly (readonly Reach[])[],
    catalog: Catalog,
    ask: (plan: Plan) => Promise<Table>,
  ): Promise<Table[]>;
}

/**
 * Answers are kept in the warehouse beside the data, in parts of a period each, under a hash of the statement without its days. A part bears
 * the name of all rows that can touch it: changed rows, another definition of a metric or another day asked about make another name, so
 * nothing is ever invalidated. An answer is a row of its own: whenever the process is killed, there is a whole answer or none.
 */
export function keptAnswers(warehouse: Warehouse): KeptAnswers {
  const known = new Map<string, Answered>();

  /** All that is wanted at once: a statement for each would take longer than some of the answers. */
  async function read(keys: readonly string[]): Promise<void> {
    const wanted = keys.filter((key) => !known.has(key));
    if (wanted.length === 0) return;
    await warehouse.query(
      'CREATE SEQUENCE IF NOT EXISTS "helder"."answered"; CREATE TABLE IF NOT EXISTS "helder"."answers" (key VARCHAR PRIMARY KEY, number BIGINT NOT NULL, answer VARCHAR NOT NULL)',
    );
    const { rows } = await warehouse.query(
      `SELECT key, answer FROM "helder"."answers" WHERE key IN (${wanted.map((_, index) => `$${index + 1}`).join(", ")})`,
      wanted,
    );
    for (const [key, answer] of rows) {
      const held = answeredIn(String(answer));
      if (held) known.set(String(key), held);
    }
  }

  /** `used` are the newest now, those of them in `fresh` with other contents. */
  async function write(fresh: ReadonlyMap<string, Answered>, used: readonly string[]): Promise<void> {
    if (fresh.size === 0) return;
    const others = used.filter((key) => !fresh.has(key));
    if (others.length > 0)
      await warehouse.query(
        `UPDATE "helder"."answers" SET number = nextval('helder.answered') WHERE key IN (${others.map((_, index) => `$${index + 1}`).join(", ")})`,
        others,
      );
    const values = [...fresh].map((_, index) => `($${2 * index + 1}, nextval('helder.answered'), $${2 * index + 2})`).join(", ");
    await warehouse.query(
      `INSERT OR REPLACE INTO "helder"."answers" VALUES ${values}`,
      [...fresh].flatMap(([key, answered]) => [key, JSON.stringify(answered)]),
    );
    await warehouse.query(
      `DELETE FROM "helder"."answers" WHERE key IN (
         SELECT key FROM (SELECT key, row_number() OVER newest AS place, sum(strlen(answer)) OVER newest AS bytes
                          FROM "helder"."answers" WINDOW newest AS (ORDER BY number DESC))
         WHERE place > CAST($1 AS BIGINT) OR bytes > CAST($2 AS BIGINT))`,
      [mostAnswers, mostBytes],
    );
  }

  return {
    async of(plans, reaches, catalog, ask) {
      const wanted = plans.map((plan, index) => {
        const parts = partsOf(plan, reaches[index]!, catalog);
        return { plan, parts, key: parts && keyOf(parts, warehouse) };
      });
      const used = [...new Set(wanted.flatMap(({ key }) => key ?? []))];
      await read(used);
      const fresh = new Map<string, Answered>();
      const tables: Table[] = [];
      for (const { plan, parts, key } of wanted) {
        if (parts === null || key === null) {
          tables.push(await ask(plan));
          continue;
        }
        const before = known.get(key) ?? { columns: [], parts: {} };
        const { table, answered } = await answerOf(parts, plan, before, ask);
        tables.push(table);
        if (answered === null) continue;
        known.delete(key);
        known.set(key, answered);
        fresh.set(key, answered);
      }
      for (const key of known.keys()) {
        if (known.size <= mostAnswers) break;
        known.delete(key);
      }
      await write(fresh, used);
      return tables;
    },
  };
}

/** The answer from what is kept and what is asked now; `answered`: what to keep from now on, null where that is what is kept already. */
async function answerOf(
  parts: Parts,
  plan: Plan,
  before: Answered,
  ask: (plan: Plan) => Promise<Table>,
): Promise<{ table: Table; answered: Answered | null }> {
  const missing = parts.all.filter(({ name }) => before.parts[name] === undefined);
  let { columns } = before;
  /** rows of some of the parts, each in its own; null where a row is of none: then these are not the parts of this answer */
  async function rowsOf(some: readonly Part[], change: (plan: Plan) => Plan = (one) => one): Promise<Map<Part, Rows[number][]> | null> {
    const found = new Map<Part, Rows[number][]>(some.map((part) => [part, []]));
    for (const one of some.length === 0 ? [] : parts.only(some)) {
      const answer = await ask(change(one));
      columns = answer.columns;
      for (const row of answer.rows) {
        const part = parts.of(row);
        if (part === undefined) return null;
        found.get(part)?.push(row);
      }
    }
    return found;
  }

  const found = new Map<Part, Rows>();
  const { growth } = parts;
  for (const [since, grown] of growth === null ? [] : grownFrom(missing, before, growth)) {
    const some = [...grown.keys()];
    const then = await rowsOf(some, (one) => ofTouched(one, growth!.apart, since, true));
    const now = await rowsOf(some, (one) => ofTouched(one, growth!.apart, since, false));
    if (then === null || now === null) continue;
    for (const part of some) found.set(part, exchanged(grown.get(part)!, then.get(part)!, now.get(part)!, plan));
  }
  const asked = await rowsOf(missing.filter((part) => !found.has(part)));
  if (asked === null) return { table: await ask(plan), answered: null };
  for (const [part, rows] of asked) found.set(part, rows);

  const held = (part: Part): Rows => found.get(part) ?? before.parts[part.name]?.rows ?? [];
  const table = { columns, rows: parts.all.flatMap(held) };
  if (missing.length === 0 || table.rows.length > mostRows) return { table, answered: null };
  const now = parts.all.map((part): [string, Held] => {
    const grows = part.stem === null || growth === null ? {} : { stem: part.stem, next: growth.next };
    return [part.name, { rows: held(part), ...grows }];
  });
  return { table, answered: { columns, parts: Object.fromEntries([...now, ...others(now, before)]) } };
}

/** From this share of new rows on, most customers have one, and asking twice about them takes longer than asking once about all. */
const mostNew = 1 / 25;
/** So few rows are no matter. */
const fewRows = 10_000;

/** Parts that were kept when there were fewer rows, with their rows of then, by the place in the order of loading up to which there were. */
function grownFrom(missing: readonly Part[], { parts }: Answered, { next }: Growth): ReadonlyMap<number, ReadonlyMap<Part, Rows>> {
  const kept = new Map<string, Held>();
  for (const held of Object.values(parts)) {
    const { stem, next: reached } = held;
    if (stem === undefined || reached === undefined || reached >= next) continue;
    if (reached > (kept.get(stem)?.next ?? -1)) kept.set(stem, held);
  }
  const grown = new Map<number, Map<Part, Rows>>();
  for (const part of missing) {
    const held = part.stem === null ? undefined : kept.get(part.stem);
    if (held === undefined || (next > fewRows && next - held.next! > next * mostNew)) continue;
    grown.set(held.next!, (grown.get(held.next!) ?? new Map<Part, Rows>()).set(part, held.rows));
  }
  return grown;
}

/** Counts of before, less those of some customers then, and theirs of now. */
function exchanged(before: Rows, then: Rows, now: Rows, { root }: Plan): Rows {
  const width = root.op === "aggregate" ? root.keys.length : 0;
  const groups = new Map<string, Rows[number]>();
  const add = (rows: Rows, sign: 1 | -1): void => {
    for (const row of rows) {
      const key = JSON.stringify(row.slice(0, width));
      const sum = groups.get(key);
      groups.set(key, [
        ...row.slice(0, width),
        ...row.slice(width).map((count, index) => Number(sum?.[width + index] ?? 0) + sign * Number(count)),
      ]);
    }
  };
  add(before, 1);
  add(then, -1);
  add(now, 1);
  // A group that nobody is left in is no row.
  return [...groups.values()].filter((row) => row.slice(width).some((count) => count !== 0));
}

/** Of what is kept of other days asked about, as much again as is in use. */
function others(now: readonly (readonly [string, Held])[], before: Answered): readonly [string, Held][] {
  const names = new Set(now.map(([name]) => name));
  const kept: [string, Held][] = [];
  let rows = now.reduce((sum, [, own]) => sum + own.rows.length, 0);
  for (const [name, own] of Object.entries(before.parts)) {
    rows += own.rows.length;
    if (kept.length >= now.length || rows > mostRows) break;
    if (!names.has(name)) kept.push([name, own]);
  }
  return kept;
}

/** An answer that cannot be read is none. */
function answeredIn(text: string): Answered | null {
  try {
    const { columns, parts } = JSON.parse(text) as Partial<Answered>;
    return Array.isArray(columns) && typeof parts === "object" ? { columns, parts } : null;
  } catch {
    return null;
  }
}

function keyOf({ form }: Parts, { dialect }: Warehouse): string {
  const { text, parameters } = compile(form, dialect);
  return createHash("sha256")
    .update(JSON.stringify(["grown parts", text, parameters]))
    .digest("base64url");
}
