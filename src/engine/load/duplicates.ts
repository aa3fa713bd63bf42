import type { Session } from "../../warehouse/index.ts";
import type { LoadedFile } from "../engine.ts";
import { countOf, type Staged } from "./staged.ts";

export interface Duplicates {
  readonly counted: LoadedFile["duplicates"];
  /** SQL condition over `"$row"` for the rows to keep; null: all */
  readonly keep: string | null;
}

export const noDuplicates: Duplicates = { counted: { identical: 0, differing: 0 }, keep: null };

/** Of so many hashes at once it is counted how often they are there; of more the counts would not stay near the processor, nor small. */
const mostAtOnce = 2_500_000;

/**
 * Finds rows with an equal key (the last read is kept), or, without a key, rows that are equal in everything (all are kept). `key` is SQL
 * per key column; `all` = equal in everything, of which one is kept. A first pass over hashes leaves the exact work to the few rows that
 * can be equal.
 */
export async function findDuplicates(session: Session, staged: Staged, key: readonly string[] | "all" | null): Promise<Duplicates> {
  if (staged.identity.length === 0) return noDuplicates;
  const parts = key === null || key === "all" ? staged.identity : key;
  const hash = parts.length === 1 ? `hash(${parts[0]!})` : `hash(row(${parts.join(", ")}))`;
  const hasKey = key === null || key === "all" ? "true" : parts.map((part) => `(${part}) IS NOT NULL`).join(" AND ");
  const parcels = Math.ceil((await countOf(session, staged)) / mostAtOnce);
  await session.query("CREATE OR REPLACE TEMP TABLE twins (twin UBIGINT)");
  for (let parcel = 0; parcel < parcels; parcel++)
    await session.query(
      `INSERT INTO twins SELECT twin FROM (SELECT ${hash} AS twin FROM ${staged.relation} WHERE ${hasKey})
       ${parcels === 1 ? "" : `WHERE twin % ${parcels} = ${parcel}`} GROUP BY twin HAVING count(*) > 1`,
    );
  const found = await session.query("SELECT count(*) FROM twins");
  if (found.rows[0]![0] === 0) return noDuplicates;

  const equal = `row(${parts.join(", ")})`;
  const whole = `row(${staged.identity.join(", ")})`;
  const candidates = `SELECT "$row", ${equal} AS equal, ${whole} AS whole FROM ${staged.relation} WHERE ${hasKey} AND ${hash} IN (SELECT twin FROM twins)`;
  if (key === null) {
    const { rows } = await session.query(`SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM (${candidates}) GROUP BY equal)`);
    return { counted: { identical: Number(rows[0]![0]), differing: 0 }, keep: null };
  }
  await session.query(`CREATE OR REPLACE TEMP TABLE dropped AS
    SELECT "$row", whole IS NOT DISTINCT FROM last_whole AS identical
    FROM (SELECT "$row", whole, last_value(whole) OVER same AS last_whole, last_value("$row") OVER same AS last_row FROM (${candidates})
          WINDOW same AS (PARTITION BY equal ORDER BY "$row" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))
    WHERE "$row" <> last_row`);
  const { rows } = await session.query("SELECT count(*) FILTER (WHERE identical), count(*) FILTER (WHERE NOT identical) FROM dropped");
  return {
    counted: { identical: Number(rows[0]![0]), differing: Number(rows[0]![1]) },
    keep: `"$row" NOT IN (SELECT "$row" FROM dropped)`,
  };
}
