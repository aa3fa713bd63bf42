import { addDays, formatDuration } from "../../calendar/index.ts";
import { type Fact, keptRun, type KeptRun, type Opportunity, type Since, sinceOf, type Trial } from "../../discover/index.ts";
import type { Formats } from "../../locale/index.ts";
import type { Session } from "../../warehouse/index.ts";
import { isControl, makeBuiltIn } from "./audience.ts";
import { type Bounds, count, dayLiteral } from "./count.ts";
import { hashOf, isKept, keep, keptAudiences, read } from "./kept.ts";
import type { Lines } from "./lines.ts";

const prefix = "run-";

/** A run to keep, and where. */
export interface Keeping extends Bounds {
  /** the folder in whose `.helder` runs are kept */
  readonly directory: string;
}

/** Of the lines that were counted, in whatever order they stand. */
export async function fingerprintOf(session: Session): Promise<string> {
  const { rows } = await session.query(
    `SELECT count(*), CAST(sum(hash(customer, "order", day, amount, quantity, reason)) AS VARCHAR),
       (SELECT CAST(sum(hash(customer, name)) AS VARCHAR) FROM profile) FROM line`,
  );
  return hashOf(JSON.stringify(rows[0]!.map(String)));
}

/** Keeps a run under a name that follows from what it is: the same data and definitions are the same file. Throws HelderError `not-writable`. */
export async function keepRun(
  { directory, ...bounds }: Keeping,
  asOf: string,
  fingerprint: string,
  facts: readonly Fact[],
  opportunities: readonly Opportunity[],
): Promise<{ readonly run: KeptRun; readonly name: string; readonly isNew: boolean }> {
  const definitions = { active: formatDuration(bounds.active), lapsed: formatDuration(bounds.lapsed), top: bounds.top };
  const run = keptRun(asOf, fingerprint, definitions, facts, opportunities);
  const name = `${prefix}${asOf}-${hashOf(JSON.stringify([fingerprint, definitions]))}.json`;
  const isNew = !(await isKept(directory, name));
  await keep(directory, name, `${JSON.stringify(run)}\n`);
  return { run, name, isNew };
}

/** What changed since the newest run over other data or until another day; else since this one; null where none is kept. */
export async function since(
  session: Session,
  lines: Lines,
  { directory }: Keeping,
  run: KeptRun,
  earlier: readonly KeptRun[],
  formats: Formats,
): Promise<Since | null> {
  const past = earlier.filter(({ asOf }) => asOf <= run.asOf);
  const other = past.findLast(({ asOf, fingerprint }) => asOf !== run.asOf || fingerprint !== run.fingerprint);
  const before = other ?? past.at(-1);
  if (before === undefined) return null;
  const trials: Trial[] = [];
  for (const kept of await keptAudiences(directory)) {
    if (kept.asOf >= run.asOf) continue;
    const figures = await count(session, lines, kept.asOf, kept);
    await makeBuiltIn(session, kept.segment, figures.gapP90, kept.asOf);
    const { rows } = await session.query(
      `WITH bought AS (SELECT DISTINCT customer AS buyer FROM line
         WHERE reason IS NULL AND day BETWEEN ${dayLiteral(addDays(kept.asOf, 1))} AND ${dayLiteral(run.asOf)}),
       parted AS (SELECT customer, ${isControl("name", kept.holdOut, kept.seed)} AS control FROM member)
       SELECT control, count(*), count(buyer) FROM parted LEFT JOIN bought ON buyer = customer GROUP BY 1`,
    );
    const part = (isHeldOut: boolean) => {
      const row = rows.find(([control]) => control === isHeldOut);
      return { n: Number(row?.[1] ?? 0), part: Number(row?.[2] ?? 0) };
    };
    trials.push({ audience: kept.segment, asOf: kept.asOf, treatment: part(false), control: part(true) });
  }
  return sinceOf(before, run, trials, formats);
}

export async function keptRuns(directory: string): Promise<readonly KeptRun[]> {
  return read<KeptRun>(directory, prefix);
}
