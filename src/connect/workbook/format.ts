/** How a cell shows its number, as far as it changes what the number is. */
export type NumberFormat =
  { readonly shows: "number" } | { readonly shows: "day" | "moment" | "time" } | { readonly shows: "digits"; readonly least: number };

const plain: NumberFormat = { shows: "number" };

/** What the formats that have a number and no text show. */
const builtIn: ReadonlyMap<number, NumberFormat> = new Map([
  ...[14, 15, 16, 17, 27, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id): [number, NumberFormat] => [id, { shows: "day" }]),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id): [number, NumberFormat] => [id, { shows: "time" }]),
  [22, { shows: "moment" }],
]);

export function numberFormat(id: number, code: string | null): NumberFormat {
  if (code === null) return builtIn.get(id) ?? plain;
  // What stands in quotes, behind a backslash or between brackets is shown as it is; `[h]` is hours.
  const bare = code
    .split(";")[0]!
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .toLowerCase();
  const hasDay = /[yd]/.test(bare) || /mmm/.test(bare);
  const hasTime = /[hs]/.test(bare);
  if (hasDay) return { shows: hasTime ? "moment" : "day" };
  if (hasTime) return { shows: "time" };
  return /^0{2,}$/.test(bare) ? { shows: "digits", least: bare.length } : plain;
}

/** The text of a number in a cell: a day or a time as ISO writes it, else its shortest digits, with `decimal`. */
export function cellText(raw: string, format: NumberFormat, from1904: boolean, decimal: "," | "."): string {
  const value = Number(raw);
  if (!Number.isFinite(value) || raw.trim() === "") return raw;
  if (format.shows === "digits" && Number.isInteger(value) && value >= 0) return String(value).padStart(format.least, "0");
  if (format.shows === "time" && value >= 0 && value < 1) return isoTime(value);
  if ((format.shows === "day" || format.shows === "moment" || (format.shows === "time" && value >= 367)) && value >= 1 && value < 2_950_000)
    return isoMoment(value, from1904);
  if (raw.length <= 15 && !/[eE]/.test(raw)) return decimal === "," ? raw.replace(".", ",") : raw;
  // A spreadsheet keeps 15 digits and shows no more: 0.1 + 0.2 is 0.3.
  const digits = plainDigits(value);
  return decimal === "," ? digits.replace(".", ",") : digits;
}

function plainDigits(value: number): string {
  const short = Number(value.toPrecision(15));
  const text = String(short);
  if (!text.includes("e")) return text;
  return Math.abs(short) >= 1e15 && Math.abs(short) < 1e21
    ? BigInt(short).toString()
    : Math.abs(short) < 1 && Math.abs(short) >= 1e-20
      ? short.toFixed(20).replace(/0+$/, "")
      : text;
}

const dayLength = 86_400_000;

function isoMoment(serial: number, from1904: boolean): string {
  // The sheet believes in 29 February 1900; days before it are one off.
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const milliseconds = Math.round(days * dayLength) - 25_569 * dayLength;
  const text = new Date(milliseconds).toISOString();
  if (text.endsWith("T00:00:00.000Z")) return text.slice(0, 10);
  return `${text.slice(0, 10)} ${text.slice(11, text.endsWith(".000Z") ? 19 : 23)}`;
}

function isoTime(part: number): string {
  const seconds = Math.round(part * 86_400);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
}
