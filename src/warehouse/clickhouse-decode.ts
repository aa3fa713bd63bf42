import { isDay } from "../calendar/index.ts";
import type { ValueType } from "../expression/index.ts";
import type { Cell } from "./decode.ts";

/** How values of a column are read from ClickHouse's JSON, by its type there; `as` is the type that the statement promised, if it did. */
export function decoderOf(clickhouseType: string, as: ValueType | null): (value: unknown) => Cell {
  const type = plain(clickhouseType);
  if (as === "boolean" || type === "Bool") return (value) => (value === null ? null : value === true || value === 1 || value === "1");
  if (/^(U?Int|Float|Decimal|BFloat)/.test(type)) return number;
  if (/^Date(32)?$/.test(type)) return (value) => (typeof value === "string" && isDay(value) ? value : null);
  if (type.startsWith("DateTime")) return timestamp;
  return (value) => (value === null || value === undefined ? null : typeof value === "string" ? value : JSON.stringify(value));
}

function plain(type: string): string {
  const inner = /^(?:Nullable|LowCardinality)\((.*)\)$/.exec(type)?.[1];
  return inner === undefined ? type : plain(inner);
}

/** Wide whole numbers and decimals come as their digits, of which this is the nearest number; NaN and infinities come as words. */
function number(value: unknown): number | null {
  const found = typeof value === "number" ? value : typeof value === "string" && value !== "" ? Number(value) : Number.NaN;
  return Number.isFinite(found) ? found : null;
}

function timestamp(value: unknown): string | null {
  const match = typeof value === "string" ? /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d+))?$/.exec(value) : null;
  if (match === null || !isDay(match[1]!)) return null;
  const fraction = (match[3] ?? "").slice(0, 6).replace(/0+$/, "");
  return `${match[1]}T${match[2]}${fraction === "" ? "" : `.${fraction}`}`;
}
