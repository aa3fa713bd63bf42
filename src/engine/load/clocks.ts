import { quoteText } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";
import type { Doubt } from "../engine.ts";
import type { Inferred } from "./column.ts";
import type { Staged } from "./staged.ts";
import { type LocalSpan, transitionsOf } from "./transitions.ts";

/** Counts the local times that a clock skipped or showed twice, and moves the skipped ones forward. */
export async function setClocks(
  session: Session,
  staged: Staged,
  columns: readonly Inferred[],
  zone: string,
): Promise<{ sql: Map<string, string>; doubts: Doubt[] }> {
  const moved = new Map<string, string>();
  const doubts: Doubt[] = [];
  const clocks = columns.flatMap(({ name, clock }) => (clock ? [{ name, ...clock }] : []));
  const all = transitionsOf(zone);
  if (clocks.length === 0 || all.gaps.length + all.folds.length === 0) return { sql: moved, doubts };
  // The fewer days to compare with, the faster: data of three years meet six transitions of the hundred and sixty that are known.
  const known = (day: string) => `CAST(least(greatest(${day}, DATE '1900-01-01'), DATE '2100-01-01') AS VARCHAR)`;
  const ends = clocks.flatMap(({ local }) => ["min", "max"].map((end) => known(`${end}(CAST(${local} AS DATE))`)));
  const met = await session.query(`SELECT ${ends.join(", ")} FROM ${staged.relation}`);
  const days = met.rows[0]!.flatMap((day) => (day === null ? [] : [String(day)])).sort();
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const isMet = ({ from, to }: LocalSpan) => to.slice(0, 10) >= first && from.slice(0, 10) <= last;
  const [gaps, folds] = [all.gaps.filter(isMet), all.folds.filter(isMet)];
  if (gaps.length + folds.length === 0) return { sql: moved, doubts };
  const datesOf = (spans: readonly LocalSpan[]) =>
    [...new Set(spans.flatMap(({ from, to }) => [from.slice(0, 10), to.slice(0, 10)]))].map((day) => `DATE ${quoteText(day)}`).join(", ");
  const within = (t: string, span: LocalSpan) => `(${t} >= TIMESTAMP ${quoteText(span.from)} AND ${t} < TIMESTAMP ${quoteText(span.to)})`;
  // The day is looked up first: nearly every row is done with that.
  const inAny = (t: string, spans: readonly LocalSpan[]) =>
    spans.length === 0
      ? "false"
      : `CASE WHEN CAST(${t} AS DATE) IN (${datesOf(spans)}) THEN ${spans.map((span) => within(t, span)).join(" OR ")} ELSE false END`;
  const measures = clocks.flatMap((_, index) => [
    `count(*) FILTER (WHERE ${inAny(`t${index}`, gaps)})`,
    `count(*) FILTER (WHERE ${inAny(`t${index}`, folds)})`,
  ]);
  const times = clocks.map(({ local }, index) => `${local} AS t${index}`).join(", ");
  const { rows } = await session.query(`SELECT ${measures.join(", ")} FROM (SELECT ${times} FROM ${staged.relation})`);
  for (const [index, { name, local, zoned }] of clocks.entries()) {
    const skipped = Number(rows[0]![index * 2]);
    const twice = Number(rows[0]![index * 2 + 1]);
    if (twice > 0) doubts.push({ column: name, code: "dst-fold", count: twice });
    if (skipped === 0) continue;
    doubts.push({ column: name, code: "dst-gap", count: skipped });
    const branches = gaps.map((span) => `WHEN ${within(local, span)} THEN ${local} + INTERVAL ${span.seconds} SECOND`).join(" ");
    const set = `CASE WHEN CAST(${local} AS DATE) IN (${datesOf(gaps)}) THEN CASE ${branches} ELSE ${local} END ELSE ${local} END`;
    moved.set(name, zoned === null ? set : `coalesce(${zoned}, ${set})`);
  }
  return { sql: moved, doubts };
}
