import { createHash } from "node:crypto";
import type { Dataset, Framework } from "../../framework/index.ts";
import { quoteText } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";
import { erasedHash, erasedText, isPersons, personParts, personRows, plainId } from "./person.ts";
import { keyedHash, takeKey } from "./pseudonym.ts";
import type { Reject } from "./rejects.ts";
import type { Staged } from "./staged.ts";

/** Who was removed and must not come back. */
export interface Erased {
  readonly key: Buffer;
  /** keyed hashes of their ids */
  readonly hashes: ReadonlySet<string>;
}

/** Tells one set of erased people from another. */
export function digestOf({ hashes }: Erased): string {
  return createHash("sha256")
    .update(JSON.stringify([...hashes].sort()))
    .digest("base64url");
}

/** The rows without those of erased people, and how many those were: as if they had never stood in the files. */
export async function withoutErased(
  session: Session,
  staged: Staged,
  dataset: Dataset,
  framework: Framework,
  { key, hashes }: Erased,
): Promise<{ readonly staged: Staged; readonly erased: number }> {
  const person = await personRows(session, staged, dataset, framework, dataset.pseudonymise === undefined ? null : key);
  if (person === null) return { staged, erased: 0 };
  await takeKey(session, key);
  // Hashes are made of different values only, of which there are far fewer than rows.
  const plain = [...personParts.map((part) => person.parts[part]), ...person.ids, ...person.marks];
  const values = plain.map((sql) => `SELECT ${sql} AS plain FROM ${person.relation}`).join(" UNION ");
  await session.query(
    `CREATE OR REPLACE TEMP TABLE erased_ids AS SELECT plain FROM (${values}) WHERE plain IS NOT NULL
     AND ${keyedHash(erasedText("plain"))} IN (${[...hashes].map(quoteText).join(", ")})`,
  );
  await session.query(
    `CREATE OR REPLACE TEMP TABLE erased_rows AS SELECT "$row" FROM ${person.relation}
     WHERE ${isPersons(person, (sql) => `${sql} IN (SELECT plain FROM erased_ids)`)}`,
  );
  const { rows } = await session.query("SELECT count(*) FROM erased_rows");
  const erased = Number(rows[0]![0]);
  if (erased === 0) return { staged, erased };
  const relation = `(SELECT * FROM ${staged.relation} WHERE "$row" NOT IN (SELECT "$row" FROM erased_rows))`;
  return { staged: { ...staged, relation }, erased };
}

/** Lines that could not be read may hold an erased person's ids: of those only the place is kept. */
export function withoutErasedText(rejects: readonly Reject[], erased: Erased | null): readonly Reject[] {
  if (erased === null) return rejects;
  const { key, hashes } = erased;
  return rejects.map((reject) => (mentions(reject.text, (plain) => hashes.has(erasedHash(key, plain))) ? { ...reject, text: "" } : reject));
}

/** Whether one of a line's words is an id for which `known` holds. */
export function mentions(text: string, known: (plain: string) => boolean): boolean {
  return text.split(/[\s,;|"'<>=]+/).some((word) => {
    if (word === "") return false;
    const digits = plainId(word, "phone");
    return known(plainId(word)) || (digits.length >= 8 && known(digits));
  });
}
