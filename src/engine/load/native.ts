import type { ValueType } from "../../expression/index.ts";
import { quoteText } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";
import type { Inferred } from "./column.ts";
import type { RawColumn, Staged } from "./staged.ts";

/** Types of columns that have one in the file: numbers with few decimals become decimals, whole ones integers; instants become local. */
export async function inferNatives(session: Session, staged: Staged, columns: readonly RawColumn[], zone: string): Promise<Inferred[]> {
  const scales = await scalesOf(session, staged, columns);
  return columns.map((column) => {
    const typed = (type: ValueType, sql: string, clock: Inferred["clock"] = null): Inferred => ({
      name: column.name,
      type,
      sql,
      doubts: [],
      clock,
      style: column.read?.style ?? null,
    });
    const scale = scales.get(column.name) ?? null;
    switch (column.kind) {
      case "integer":
        return typed("integer", column.read === undefined ? column.sql : `CAST(${column.sql} AS BIGINT)`);
      case "boolean":
      case "date":
        return typed(column.kind, column.sql);
      case "timestamp":
        return typed("timestamp", column.sql, { local: column.sql, zoned: null });
      case "zoned timestamp":
        return typed("timestamp", `(${column.sql} AT TIME ZONE ${quoteText(zone)})`);
      case "double":
      case "decimal":
        if (scale === null) return typed("double", `CAST(${column.sql} AS DOUBLE)`);
        if (scale.fraction === 0 && scale.whole <= 18) return typed("integer", `CAST(${column.sql} AS BIGINT)`);
        return typed("decimal", `CAST(${column.sql} AS DECIMAL(${scale.whole + scale.fraction <= 18 ? 18 : 38}, ${scale.fraction}))`);
      default:
        return typed("text", `nullif(${column.sql}, '')`);
    }
  });
}

interface Scale {
  /** most digits before the point */
  readonly whole: number;
  readonly fraction: number;
}

/** How many digits the numbers of a column have before and behind the point; null beyond six decimals or 38 digits. */
async function scalesOf(session: Session, staged: Staged, columns: readonly RawColumn[]): Promise<Map<string, Scale | null>> {
  const scales = new Map<string, Scale | null>();
  let open = columns.filter((column) => column.kind === "double" || column.kind === "decimal").map((column) => ({ column, fraction: 0 }));
  // The first rows tell how many decimals there are nearly always; a pass over all rows then confirms it.
  for (const [index, fraction] of (await decimalsOf(session, `(SELECT * FROM ${staged.relation} LIMIT 2000)`, open)).entries())
    open[index]!.fraction = fraction;
  while (open.length > 0) {
    const asked = open.filter(({ fraction }) => fraction <= mostDecimals);
    for (const { column } of open) scales.set(column.name, null);
    if (asked.length === 0) break;
    const measures = asked.flatMap(({ column: { sql, kind }, fraction }) => [
      `max(abs(CAST(${sql} AS DOUBLE)))`,
      `bool_and(${hasDecimals(sql, kind, fraction)})`,
    ]);
    const { rows } = await session.query(`SELECT ${measures.join(", ")} FROM ${staged.relation}`);
    open = asked.flatMap(({ column, fraction }, index) => {
      const [greatest, exact] = rows[0]!.slice(index * 2, index * 2 + 2);
      if (exact === false) return [{ column, fraction: fraction + 1 }];
      const whole = BigInt(Math.trunc(Number(greatest ?? 0))).toString().length;
      // A double has 15 digits to rely on; more of them are not what was meant.
      scales.set(column.name, whole + fraction > (column.kind === "double" ? 15 : 38) ? null : { whole, fraction });
      return [];
    });
  }
  return scales;
}

const mostDecimals = 6;

function hasDecimals(sql: string, kind: RawColumn["kind"], fraction: number): string {
  const rounded = `round(${sql}, ${fraction}) = ${sql}`;
  return kind === "double" ? `(isfinite(${sql}) AND ${rounded})` : rounded;
}

/** The fewest decimals that hold all values of each column; more than are allowed where none do. */
async function decimalsOf(session: Session, relation: string, columns: readonly { column: RawColumn }[]): Promise<number[]> {
  if (columns.length === 0) return [];
  const steps = Array.from({ length: mostDecimals + 1 }, (_, fraction) => fraction);
  const measures = columns.flatMap(({ column: { sql, kind } }) => steps.map((fraction) => `bool_and(${hasDecimals(sql, kind, fraction)})`));
  const { rows } = await session.query(`SELECT ${measures.join(", ")} FROM ${relation}`);
  return columns.map((_, index) => {
    const first = rows[0]!.slice(index * steps.length, (index + 1) * steps.length).findIndex((exact) => exact !== false);
    return first < 0 ? mostDecimals + 1 : first;
  });
}
