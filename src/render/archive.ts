import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * An Office file without a clock: its parts by name, none with a day, so that equal reports give equal bytes. The libraries stamp the moment
 * of writing on every part, in the core properties and on the workbooks inside charts, and draw the ids of bars by lot.
 */
export function withoutClock(archive: Uint8Array): Uint8Array {
  const found = Object.entries(unzipSync(archive)).flatMap(([name, bytes]) => (name.endsWith("/") ? [] : [{ name, bytes }]));
  const parts = chartsFromOne(found).map(({ name, bytes }) => ({ name, bytes: steady(name, bytes) }));
  // What is in the archive is announced first.
  const rank = ({ name }: Part) => (name === "[Content_Types].xml" ? 0 : 1);
  const ordered = parts.toSorted((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1));
  return zipSync(Object.fromEntries(ordered.map(({ name, bytes }) => [name, bytes])), { mtime: firstDay });
}

/** The first that a ZIP can hold, which it writes as the clock on the wall shows it. */
const firstDay = new Date(1980, 0, 1);

const ofChart = /(\/charts\/chart|\/charts\/_rels\/chart|Microsoft_Excel_Worksheet)(\d+)(?=\.x)/g;

/** The library numbers charts from the start of the process on; here from one on in each file. */
function chartsFromOne(parts: readonly Part[]): readonly Part[] {
  const numbers = parts
    .flatMap(({ name }) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((one, other) => one - other);
  if (numbers.every((number, index) => number === index + 1)) return parts;
  const renamed = (text: string) =>
    text.replace(ofChart, (_, before: string, number: string) => `${before}${numbers.indexOf(Number(number)) + 1}`);
  return parts.map(({ name, bytes }) => ({
    name: renamed(name),
    bytes: /\.(?:xml|rels)$/.test(name) ? strToU8(renamed(strFromU8(bytes))) : bytes,
  }));
}

function steady(name: string, bytes: Uint8Array): Uint8Array {
  if (name.endsWith(".xlsx")) return withoutClock(bytes);
  if (name.startsWith("xl/worksheets/")) return numbered(bytes);
  if (!name.endsWith("core.xml")) return bytes;
  const text = strFromU8(bytes);
  return strToU8(text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, "$11970-01-01T00:00:00Z"));
}

const drawn = /(<x14:cfRule [^>]*\bid="|<x14:id>)\{([0-9A-Fa-f-]{36})\}/g;

/** A sheet whose bars are known by numbers in place of ids that were drawn by lot. */
function numbered(bytes: Uint8Array): Uint8Array {
  const text = strFromU8(bytes);
  const ids: readonly string[] = [...new Set([...text.matchAll(drawn)].map((found) => found[2]!))];
  if (ids.length === 0) return bytes;
  const name = (id: string) => `{00000000-0000-4000-8000-${String(ids.indexOf(id) + 1).padStart(12, "0")}}`;
  return strToU8(text.replace(drawn, (_, before: string, id: string) => `${before}${name(id)}`));
}
