import { type Framework, idPattern } from "../framework/index.ts";
import { isDay } from "../calendar/index.ts";
import { type Column, columnsOf, ownerColumns, type Part, parts, rest, tableSections, templateTables } from "./columns.ts";
import { isMap, typedEntries } from "./typed.ts";

/** A value of a cell: text, a number, or a day. */
export type CellValue = string | number | { readonly day: string } | null;

export interface FrameworkTable {
  /** the section's name in YAML, or that of a part: `actions` */
  readonly name: string;
  readonly columns: readonly {
    readonly title: string;
    readonly kind: Column["kind"]["is"];
    readonly width: number;
    readonly choices: readonly string[] | null;
  }[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** A framework as tables: one per section that has entries, those for a list of KPIs always. `frameworkEntries` reads them back. */
export function frameworkTables(framework: Framework): readonly FrameworkTable[] {
  const entries = typedEntries(framework);
  const ofParts = new Map<Part, Line[]>(parts.map((part) => [part, []]));
  const sections = tableSections.map((section) => {
    const lines = entries
      .filter((entry) => entry.section === section)
      .map(({ id, value }) => {
        const left: Record<string, unknown> = { ...value };
        for (const part of parts) {
          const items = left[part.key];
          if (id === null || !part.sections.includes(section) || !Array.isArray(items) || !items.every(isMap)) continue;
          delete left[part.key];
          ofParts.get(part)!.push(...items.map((item) => lineOf({ section, id }, ownerColumns, item, part.columns)));
        }
        return lineOf(left, columnsOf(section), {}, []);
      });
    return table(section, columnsOf(section), lines);
  });
  return [...sections, ...parts.map((part) => table(part.table, [...ownerColumns, ...part.columns], ofParts.get(part)!))].filter(
    ({ name, rows }) => rows.length > 0 || templateTables.includes(name),
  );
}

interface Line {
  readonly cells: readonly CellValue[];
  /** JSON of what no column has; empty where there is nothing */
  readonly rest: string;
}

function lineOf(one: Record<string, unknown>, columns: readonly Column[], other: Record<string, unknown>, more: readonly Column[]): Line {
  const first = taken(one, columns);
  const second = taken(other, more);
  const left = { ...first.left, ...second.left };
  return { cells: [...first.cells, ...second.cells], rest: Object.keys(left).length === 0 ? "" : ascii(JSON.stringify(left)) };
}

/** What the columns have of a value, and what is left of it. */
function taken(value: Record<string, unknown>, columns: readonly Column[]): { cells: CellValue[]; left: Record<string, unknown> } {
  let left: Record<string, unknown> = value;
  const cells = columns.map(({ path, kind }) => {
    const found = path.reduce<unknown>((inside, key) => (isMap(inside) && Object.hasOwn(inside, key) ? inside[key] : undefined), left);
    const cell = found === undefined ? null : cellOf(found, kind);
    if (cell !== null) left = without(left, path);
    return cell;
  });
  return { cells, left };
}

function without(value: Record<string, unknown>, [key, ...path]: readonly string[]): Record<string, unknown> {
  const { [key!]: inside, ...others } = value;
  if (path.length === 0) return others;
  const left = without(inside as Record<string, unknown>, path);
  return Object.keys(left).length === 0 ? others : { ...value, [key!]: left };
}

/** The cell that reads back as the value; null where none does. */
function cellOf(value: unknown, kind: Column["kind"]): CellValue {
  switch (kind.is) {
    case "number":
      return typeof value === "number" && isExact(value) ? value : null;
    case "day":
      return typeof value === "string" && isDay(value) && value >= "1901-01-01" ? { day: value } : null;
    case "text":
    case "choice":
      return typeof value === "string" && isPlain(value) ? value : null;
    case "list":
      return isList(value) && value.every((item) => typeof item === "string" && isPlain(item) && !item.includes(";"))
        ? value.join("; ")
        : null;
    case "numbers":
      return isList(value) && value.every((item) => typeof item === "number" && isExact(item)) ? value.join("; ") : null;
    case "effects": {
      const items = isList(value) ? value.map((item) => effectText(item, kind.of)) : [null];
      return items.includes(null) ? null : items.join("; ");
    }
  }
}

function effectText(item: unknown, key: string): string | null {
  if (!isMap(item) || Object.keys(item).length !== 2) return null;
  const { [key]: id, effect } = item;
  if (typeof id !== "string" || !idPattern.test(id)) return null;
  return effect === "helps" ? id : effect === "hurts" ? `${id} (hurts)` : null;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0;
}

/** A spreadsheet keeps 15 digits of a number. */
function isExact(value: number): boolean {
  return (
    Number.isFinite(value) &&
    Number(value.toPrecision(15)) === value &&
    !Object.is(value, -0) &&
    (value === 0 || (Math.abs(value) < 1e15 && Math.abs(value) > 1e-9))
  );
}

const longestCell = 30_000;

/** Text that a cell gives back as it is: no character that XML or a spreadsheet changes, no space at its ends. */
function isPlain(value: string): boolean {
  return (
    value.trim() === value &&
    value !== "" &&
    value.length <= longestCell &&
    /^[\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]+$/u.test(value) &&
    !/_x[0-9a-f]{4}_/i.test(value)
  );
}

/** JSON in plain letters, so that no program changes a character of it. */
function ascii(json: string): string {
  return json.replace(/[^\u0020-\u007E]|_(?=x)/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function table(name: string, columns: readonly Column[], lines: readonly Line[]): FrameworkTable {
  const pieces = Math.max(1, ...lines.map((line) => Math.ceil(line.rest.length / longestCell)));
  const titles = Array.from({ length: pieces }, (_, index) => (index === 0 ? rest : `${rest} ${index + 1}`));
  return {
    name,
    columns: [
      ...columns.map(({ path, kind, width }) => ({
        title: path.join("."),
        kind: kind.is,
        width,
        choices: kind.is === "choice" ? kind.of : null,
      })),
      ...titles.map((title) => ({ title, kind: "text" as const, width: 40, choices: null })),
    ],
    rows: lines.map((line) => [
      ...line.cells,
      ...titles.map((_, index) => line.rest.slice(index * longestCell, (index + 1) * longestCell) || null),
    ]),
  };
}
