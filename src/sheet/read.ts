import { type Framework, type SectionName, sectionNames } from "../framework/index.ts";
import { isDay } from "../calendar/index.ts";
import { type Column, columnsOf, ownerColumns, parts, rest } from "./columns.ts";
import type { Doubt, TextTable, TypedEntry } from "./table.ts";
import { isMap } from "./typed.ts";

/** What tables of a framework say. */
export interface SheetEntries {
  readonly entries: readonly SheetEntry[];
  readonly doubts: readonly Doubt[];
}

export interface SheetEntry extends TypedEntry {
  /** the parts of it that the tables have a place for: what is absent there is meant to be absent */
  readonly covers: (path: readonly string[]) => boolean;
  /** where it stands */
  readonly table: string;
  readonly row: number;
}

/** Whether these are the tables that `frameworkTables` writes: one of them has a section's name and its ids. */
export function isFrameworkTables(tables: readonly TextTable[]): boolean {
  return tables.some(({ name, rows }) => isSection(name) && rows[0]?.[0]?.trim() === "id" && rows[0].includes(rest));
}

function isSection(name: string): name is SectionName {
  return (sectionNames as readonly string[]).includes(name);
}

/** Reads tables of a framework, as they were written or as people filled them in. What cannot be read is a doubt and is left out. */
export function frameworkEntries(tables: readonly TextTable[]): SheetEntries {
  const doubts: Doubt[] = [];
  const owned = new Map<string, Record<string, unknown>[]>();
  const partsHere = parts.filter((part) => tables.some(({ name }) => name === part.table));
  for (const part of partsHere) {
    const table = tables.find(({ name }) => name === part.table)!;
    for (const { value } of readRows(table, [...ownerColumns, ...part.columns], doubts)) {
      const { section, id, ...item } = value;
      const key = `${part.key} ${String(section)} ${String(id)}`;
      owned.set(key, [...(owned.get(key) ?? []), item]);
    }
  }
  const entries = tables
    .filter((table) => isSection(table.name))
    .flatMap((table): SheetEntry[] => {
      const section = table.name as SectionName;
      const titles = new Set((table.rows[0] ?? []).map((title) => title.trim()));
      const whole = titles.has(rest);
      const seen = new Set<string>();
      return readRows(table, columnsOf(section), doubts).flatMap(({ value, row }): SheetEntry[] => {
        const id = typeof value["id"] === "string" ? value["id"] : null;
        if (id === null && columnsOf(section).length > 1) return [];
        if (id !== null && seen.has(id)) {
          doubts.push({ code: "twice", table: table.name, row, column: "id", text: id });
          return [];
        }
        if (id !== null) seen.add(id);
        const full: Record<string, unknown> = { ...value };
        const own = partsHere.filter((part) => part.sections.includes(section) && id !== null);
        for (const part of own) {
          const items = owned.get(`${part.key} ${section} ${id}`);
          if (items) full[part.key] = items;
          owned.delete(`${part.key} ${section} ${id}`);
        }
        const covers = (path: readonly string[]): boolean => {
          if (parts.some(({ key, sections }) => key === path[0] && sections.includes(section)))
            return own.some(({ key }) => key === path[0]);
          const column = columnsOf(section).find((one) => path.every((key, index) => one.path[index] === key));
          return column === undefined ? whole : titles.has(column.path.join(".")) && whole;
        };
        return [{ section, id, value: full, covers, table: table.name, row }];
      });
    });
  for (const key of owned.keys()) {
    const [part = "", section = "", id = ""] = key.split(" ");
    doubts.push({ code: "no-entry", table: part, row: null, column: "id", text: `${section} ${id}` });
  }
  return { entries, doubts };
}

function readRows(table: TextTable, columns: readonly Column[], doubts: Doubt[]): { value: Record<string, unknown>; row: number }[] {
  const [titles = [], ...lines] = table.rows;
  const places = titles.map((title) => columns.find(({ path }) => path.join(".") === title.trim()) ?? null);
  const rests = titles.flatMap((title, index) => (new RegExp(`^${rest}(?: \\d+)?$`).test(title.trim()) ? [index] : []));
  titles.forEach((title, index) => {
    if (places[index] === null && !rests.includes(index) && title.trim() !== "")
      doubts.push({ code: "column-unknown", table: table.name, row: 1, column: title, text: title });
  });
  return lines.flatMap((line, index) => {
    const row = index + 2;
    if (line.every((cell) => cell.trim() === "")) return [];
    const doubt = (code: Doubt["code"], column: string, text: string) => doubts.push({ code, table: table.name, row, column, text });
    let value = restOf(rests.map((at) => line[at] ?? "").join(""), (text) => doubt("broken-rest", rest, text));
    places.forEach((column, at) => {
      const cell = line[at] ?? "";
      if (column === null || cell.trim() === "") return;
      const read = valueOf(cell, column.kind);
      if ("doubt" in read) doubt(read.doubt, column.path.join("."), cell);
      else value = set(value, column.path, read.value);
    });
    if (Object.hasOwn(value, "id") || columns.length === 1) return [{ value, row }];
    const made = typeof value["name"] === "string" ? idOf(value["name"]) : "";
    if (made !== "") return [{ value: { id: made, ...value }, row }];
    doubt("no-name", "id", line.find((cell) => cell.trim() !== "") ?? "");
    return [];
  });
}

function restOf(json: string, broken: (text: string) => void): Record<string, unknown> {
  if (json.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(json);
    if (isMap(value)) return value;
  } catch {
    // Somebody typed in it: told, and left out.
  }
  broken(json.slice(0, 60));
  return {};
}

function set(value: Record<string, unknown>, [key, ...path]: readonly string[], leaf: unknown): Record<string, unknown> {
  const inside = Object.hasOwn(value, key!) ? value[key!] : undefined;
  return { ...value, [key!]: path.length === 0 ? leaf : set(isMap(inside) ? inside : {}, path, leaf) };
}

type Read = { readonly value: unknown } | { readonly doubt: Doubt["code"] };

function valueOf(cell: string, kind: Column["kind"]): Read {
  const text = cell.trim();
  switch (kind.is) {
    case "text":
      return { value: text };
    case "number":
      return numberOf(text);
    case "day":
      return isDay(text.slice(0, 10)) ? { value: text.slice(0, 10) } : { doubt: "not-a-day" };
    case "choice": {
      const found = kind.of.find((one) => one === text.toLowerCase());
      return found === undefined ? { doubt: "not-a-choice" } : { value: found };
    }
    case "list":
      return { value: itemsOf(text) };
    case "numbers": {
      const read = itemsOf(text).map(numberOf);
      return read.every((one) => "value" in one) ? { value: read.map((one) => one.value) } : { doubt: "not-a-number" };
    }
    case "effects":
      return {
        value: itemsOf(text).map((item) => {
          const hurts = /^(.*?)\s*\((?:hurts|schaadt|-|−)\)$/i.exec(item);
          return { [kind.of]: hurts ? hurts[1]! : item, effect: hurts ? "hurts" : "helps" };
        }),
      };
  }
}

function itemsOf(text: string): string[] {
  return text
    .split(";")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function numberOf(text: string): Read {
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return { value: Number(text) };
  if (/^-?\d+(?:[.,]\d+)?\s*%$/.test(text)) return { value: text };
  if (/^-?\d+,\d+$/.test(text)) return { value: Number(text.replace(",", ".")) };
  return { doubt: "not-a-number" };
}

/** A kebab-case id of a name; empty where nothing of it is a letter or a digit. */
export function idOf(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, " en ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
}

/** The ids that a section has. */
export function idsOf(framework: Framework, section: SectionName): ReadonlySet<string> {
  return new Set((framework[section] as readonly { readonly id?: string }[]).flatMap(({ id }) => (id === undefined ? [] : [id])));
}
