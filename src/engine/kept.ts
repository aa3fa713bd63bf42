import { createHash } from "node:crypto";
import type { Catalog, Node, Plan } from "../metric/index.ts";
import { compile, type Statement, type Table } from "../sql/index.ts";
import type { Warehouse } from "../warehouse/index.ts";

/** Beyond this many the oldest are dropped. */
const mostAnswers = 400;
/** Longer answers are asked again: all that is kept is read at once, so it must stay small. */
const mostRows = 1_000;

/** What the warehouse answered before, of the same statements over the same data. */
export interface KeptAnswers {
  /** The plans' answers in order; `ask` is called for those that are not kept. */
  of(plans: readonly Plan[], catalog: Catalog, ask: (plan: Plan) => Promise<Table>): Promise<Table[]>;
}

/**
 * Answers are kept in the warehouse beside the data, under a hash of the statement and of the data that it reads: files and definition of
 * each dataset. Changed data, another definition of a metric or another day asked about make another key, so nothing is ever invalidated.
 * An answer is a row of its own: whenever the process is killed, there is a whole answer or none.
 */
export function keptAnswers(warehouse: Warehouse): KeptAnswers {
  let known: Promise<Map<string, Table>> | null = null;

  /** All of them at once: a statement for each would take longer than some of the answers. */
  async function read(): Promise<Map<string, Table>> {
    await warehouse.query(
      'CREATE SEQUENCE IF NOT EXISTS "helder"."answered"; CREATE TABLE IF NOT EXISTS "helder"."answers" (key VARCHAR PRIMARY KEY, number BIGINT NOT NULL, answer VARCHAR NOT NULL)',
    );
    const { rows } = await warehouse.query('SELECT key, answer FROM "helder"."answers" ORDER BY number');
    return new Map(rows.flatMap(([key, answer]) => (typeof answer === "string" ? tableIn(String(key), answer) : [])));
  }

  async function write(fresh: ReadonlyMap<string, Table>): Promise<void> {
    if (fresh.size === 0) return;
    const values = [...fresh].map((_, index) => `($${2 * index + 1}, nextval('helder.answered'), $${2 * index + 2})`).join(", ");
    await warehouse.query(
      `INSERT OR REPLACE INTO "helder"."answers" VALUES ${values}`,
      [...fresh].flatMap(([key, table]) => [key, JSON.stringify(table)]),
    );
    await warehouse.query(
      'DELETE FROM "helder"."answers" WHERE number <= (SELECT max(number) FROM "helder"."answers") - CAST($1 AS BIGINT)',
      [mostAnswers],
    );
  }

  return {
    async of(plans, catalog, ask) {
      const keys = plans.map((plan) => keyOf(plan, compile(plan, warehouse.dialect), catalog));
      known ??= read().catch((problem: unknown) => {
        known = null;
        throw problem;
      });
      const answers = await known;
      const fresh = new Map<string, Table>();
      const tables: Table[] = [];
      for (const [index, key] of keys.entries()) {
        const plan = plans[index]!;
        const kept = key === null ? undefined : answers.get(key);
        const answer = kept ?? (await ask(plan));
        if (key !== null && !kept && answer.rows.length <= mostRows) {
          answers.set(key, answer);
          fresh.set(key, answer);
        }
        tables.push(answer);
      }
      for (const key of answers.keys()) {
        if (answers.size <= mostAnswers) break;
        answers.delete(key);
      }
      await write(fresh);
      return tables;
    },
  };
}

/** An answer that cannot be read is none. */
function tableIn(key: string, answer: string): (readonly [string, Table])[] {
  try {
    return [[key, JSON.parse(answer) as Table]];
  } catch {
    return [];
  }
}

/** Null where it is not known of what data the datasets are made. */
function keyOf(plan: Plan, { text, parameters }: Statement, { datasets }: Catalog): string | null {
  const builds = [...new Set(scanned(plan.root))].sort().map((id) => datasets.get(id)?.build ?? null);
  return builds.includes(null)
    ? null
    : createHash("sha256")
        .update(JSON.stringify([text, parameters, builds]))
        .digest("base64url");
}

function scanned(node: Node): string[] {
  switch (node.op) {
    case "scan":
      return [node.dataset];
    case "spine":
      return [];
    case "join":
      return [...scanned(node.left), ...scanned(node.right)];
    case "members":
      return [...scanned(node.input), ...scanned(node.among)];
    case "nearest":
      return [...scanned(node.input), ...scanned(node.other)];
    default:
      return scanned(node.input);
  }
}
