import type { Plan } from "../metric/index.ts";
import { compile, compileSets, type Dialect, type Statement } from "../sql/index.ts";
import type { Session } from "../warehouse/index.ts";

/** More memory than this is not spent on sets of bits. */
const mostBytes = 1_073_741_824;
/** An engine may refuse a set over a wider span. */
const widest = 1_000_000_000;
/** Clearing, joining and counting this many bytes of sets costs as much as one look at a row. */
const bytesARow = 32;

/**
 * The statement that answers a plan soonest. Distinct counts over many rows are made of sets of bits where those are few enough for
 * the numbers in them: that is counted first, which takes a small part of the time that it saves.
 */
export async function statementOf(plan: Plan, dialect: Dialect, session: Session): Promise<Statement> {
  const asked = compileSets(plan, dialect);
  if (asked === null || plan.rows === null) return compile(plan, dialect);
  const width = asked.span.high - asked.span.low + 1;
  if (width > widest) return compile(plan, dialect);
  const { rows } = await session.run(asked.statement);
  const bytes = (Number(rows[0]![0]) * width) / 8;
  return compile(plan, dialect, { bitmaps: bytes <= Math.min(mostBytes, bytesARow * plan.rows) });
}
