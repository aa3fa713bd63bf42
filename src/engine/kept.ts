import { createHash } from "node:crypto";
import type { Catalog, Plan, Reach } from "../metric/index.ts";
import { compile, type Table } from "../sql/index.ts";
import type { Warehouse } from "../warehouse/index.ts";
import { type Part, type Parts, partsOf } from "./parts.ts";

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
  readonly parts: Readonly<Record<string, Rows>>;
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
  const found = new Map<Part, Rows[number][]>(missing.map((part) => [part, []]));
  let { columns } = before;
  for (const one of missing.length === 0 ? [] : parts.only(missing)) {
    const answer = await ask(one);
    columns = answer.columns;
    for (const row of answer.rows) {
      const part = parts.of(row);
      // A row that is of none of the parts: then these are not the parts of this answer.
      if (part === undefined) return { table: one === plan ? answer : await ask(plan), answered: null };
      found.get(part)?.push(row);
    }
  }
  const held = (part: Part): Rows => found.get(part) ?? before.parts[part.name] ?? [];
  const table = { columns, rows: parts.all.flatMap(held) };
  if (missing.length === 0 || table.rows.length > mostRows) return { table, answered: null };
  const now = parts.all.map((part): [string, Rows] => [part.name, held(part)]);
  return { table, answered: { columns, parts: Object.fromEntries([...now, ...others(now, before)]) } };
}

/** Of what is kept of other days asked about, as much again as is in use. */
function others(now: readonly (readonly [string, Rows])[], before: Answered): readonly [string, Rows][] {
  const names = new Set(now.map(([name]) => name));
  const kept: [string, Rows][] = [];
  let rows = now.reduce((sum, [, own]) => sum + own.length, 0);
  for (const [name, own] of Object.entries(before.parts)) {
    rows += own.length;
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
    .update(JSON.stringify(["parts", text, parameters]))
    .digest("base64url");
}
