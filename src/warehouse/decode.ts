import {
  BIGINT,
  DOUBLE,
  type DuckDBType,
  type DuckDBValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  INTEGER,
  VARCHAR,
  BOOLEAN,
} from "@duckdb/node-api";
import { fromDayNumber } from "../calendar/index.ts";
import type { ParameterValue, Table } from "../sql/index.ts";

export type Cell = Table["rows"][number][number];

/** A DuckDB value as the rest of Helder knows it; see `Table` for the shapes. Nested values, intervals and the like become text. */
export function decode(value: DuckDBValue): Cell {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "bigint") return Number(value);
  if (value instanceof DuckDBDecimalValue) return decimalToNumber(value.value, value.scale);
  if (value instanceof DuckDBDateValue) return value.isFinite ? dayText(value.days) : null;
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue)
    return value.isFinite ? timestampText(value.micros) : null;
  if (value instanceof DuckDBTimestampSecondsValue) return value.isFinite ? timestampText(value.seconds * 1_000_000n) : null;
  if (value instanceof DuckDBTimestampMillisecondsValue) return value.isFinite ? timestampText(value.millis * 1_000n) : null;
  if (value instanceof DuckDBTimestampNanosecondsValue) return value.isFinite ? timestampText(value.nanos / 1_000n) : null;
  return String(value);
}

/** Both operands are exact below 2^53 and 10^22, so the quotient is the nearest number to the decimal; wider ones go by their digits. */
function decimalToNumber(unscaled: bigint, scale: number): number {
  const whole = Number(unscaled);
  if (Number.isSafeInteger(whole) && scale <= 22) return whole / 10 ** scale;
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, "0");
  const cut = digits.length - scale;
  return Number(`${unscaled < 0n ? "-" : ""}${digits.slice(0, cut)}.${digits.slice(cut) || "0"}`);
}

const lastDayNumber = 2_932_896;

function dayText(number: number): string | null {
  return number >= -719_162 && number <= lastDayNumber ? fromDayNumber(number) : null;
}

function timestampText(micros: bigint): string | null {
  const seconds = micros >= 0n ? micros / 1_000_000n : -((-micros + 999_999n) / 1_000_000n);
  const fraction = Number(micros - seconds * 1_000_000n);
  const day = dayText(Math.floor(Number(seconds) / 86_400));
  if (day === null) return null;
  const time = new Date(Number(seconds) * 1000).toISOString().slice(11, 19);
  return `${day}T${time}${fraction === 0 ? "" : `.${String(fraction).padStart(6, "0").replace(/0+$/, "")}`}`;
}

/** The DuckDB type in which a parameter travels. Whole numbers travel as integers so that decimal arithmetic stays decimal. */
export function parameterType(value: ParameterValue): DuckDBType {
  if (typeof value === "boolean") return BOOLEAN;
  if (typeof value !== "number") return VARCHAR;
  if (!Number.isSafeInteger(value)) return DOUBLE;
  return Math.abs(value) < 2 ** 31 ? INTEGER : BIGINT;
}

/** The value in which a parameter of that type travels. */
export function encode(value: ParameterValue): DuckDBValue {
  return typeof value === "number" && parameterType(value) === BIGINT ? BigInt(value) : value;
}
