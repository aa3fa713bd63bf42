import { type Duration, formatDuration } from "../calendar/index.ts";
import { type Framework, type SectionName, sectionSchemas } from "../framework/index.ts";
import { tableSections } from "./columns.ts";
import type { TypedEntry } from "./table.ts";

const durations: ReadonlySet<string> = new Set(["window", "age", "after", "lapsed", "active", "horizon", "lag"]);

/** The entries of a framework as they could be typed: what reads back as the same framework. Lists and maps that stand there anyway are left out. */
export function typedEntries(framework: Framework): readonly TypedEntry[] {
  return tableSections.flatMap((section) => (framework[section] as readonly object[]).map((entry) => typedEntry(section, entry)));
}

function typedEntry(section: SectionName, entry: object): TypedEntry {
  const value = Object.fromEntries(
    Object.entries(entry)
      .filter(([key, part]) => part !== undefined && !isDefault(section, key, part))
      .map(([key, part]: [string, unknown]) => [key, durations.has(key) && isDuration(part) ? formatDuration(part) : part]),
  );
  return { section, id: typeof value["id"] === "string" ? value["id"] : null, value };
}

/** Whether a list or map is what stands there where nothing is typed. */
function isDefault(section: SectionName, key: string, part: unknown): boolean {
  if (typeof part !== "object" || section === "metrics") return false;
  const { shape } = sectionSchemas[section] as { readonly shape?: Readonly<Record<string, Schema>> };
  const read = shape?.[key]?.safeParse(undefined);
  return read !== undefined && read.success && same(read.data, part);
}

interface Schema {
  safeParse(value: unknown): { readonly success: boolean; readonly data?: unknown };
}

function isDuration(part: unknown): part is Duration {
  return isMap(part) && typeof part["count"] === "number" && typeof part["unit"] === "string";
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether two values say the same, whatever the order of their keys; a key that is undefined is none. */
export function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => same(item, other[index]));
  if (isMap(one) && isMap(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].every((key) => same(one[key], other[key]));
  }
  return Object.is(one, other);
}
