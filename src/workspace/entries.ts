import type { z } from "zod";
import { catalogue } from "../catalogue/index.ts";
import { suggest } from "../expression/index.ts";
import { metricTypes, type SectionName } from "../framework/index.ts";
import type { Place, YamlText } from "./document.ts";
import type { Draft } from "./draft.ts";
import { entrySchema } from "./entry-schema.ts";
import { readEntry } from "./entry.ts";
import { shown, wrongTypeParams } from "./issue.ts";

/** An entry as it was typed and, if it is of use, as a value. */
export interface Entry {
  readonly section: SectionName;
  /** null where it has none, or none that is text */
  readonly id: string | null;
  readonly value: object | null;
  /** pruned to what was kept */
  readonly raw: Record<string, unknown>;
  readonly yaml: YamlText;
  readonly start: number;
  /** place in its section's list in this file, from 0 */
  readonly index: number;
}

/** What a metric or dataset may lose without its figures becoming other figures. */
const decoration = new Set(["name", "description", "unit", "direction", "completeThrough"]);

/** Reads the entries of one section of one file. */
export function readSection(section: SectionName, list: unknown, place: Place, yaml: YamlText, drafts: Draft[]): Entry[] {
  // `kpis:` with nothing (or only comments) below it is an empty list.
  if (list === null) return [];
  const wrong = (expected: "list" | "map", key: string, found: unknown, offset: number) =>
    drafts.push({
      code: "wrong-type",
      on: null,
      at: yaml.range(offset),
      ...wrongTypeParams({ ...bare, path: [key], expected: [expected] }, found),
    });
  if (!Array.isArray(list)) {
    wrong("list", section, list, place.value);
    return [];
  }
  const places = yaml.places.get(list) as Place[];
  const entries: Entry[] = [];
  list.forEach((raw: unknown, index) => {
    const start = places[index]?.value ?? place.value;
    if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
      wrong("map", section, raw, start);
      return;
    }
    const typed = raw as Record<string, unknown>;
    const id = typeof typed["id"] === "string" ? typed["id"] : null;
    const on = id === null ? null : shown(id);
    const schema = schemaOf(section, typed, yaml, { on, start }, drafts);
    let value: object | null = null;
    if (schema) {
      const strict = section === "metrics" || section === "datasets";
      const read = readEntry(schema, typed, yaml, { on, start, ...(strict ? { essential: (key: string) => !decoration.has(key) } : {}) });
      drafts.push(...read.drafts);
      value = read.value as object | null;
    }
    entries.push({ section, id, value, raw: typed, yaml, start, index });
  });
  return entries;
}

const bare = { kind: "wrong-type", atKey: false, options: [], minimum: null, maximum: null } as const;

/** The schema of an entry, or a finding that says why nobody knows which. */
function schemaOf(
  section: SectionName,
  raw: Record<string, unknown>,
  yaml: YamlText,
  entry: { readonly on: string | null; readonly start: number },
  drafts: Draft[],
): z.ZodType | null {
  const schema = entrySchema(section, raw);
  if (schema) return schema;
  const { type, use } = raw;
  const places = yaml.places.get(raw) as Map<string, Place>;
  const at = (key: string) => yaml.range(places.get(key)?.value ?? entry.start);
  if (type === undefined && typeof use === "string") {
    const meant = { word: use, among: () => catalogue.map(({ id }) => id) };
    drafts.push({
      code: "unknown-reference",
      on: entry.on,
      at: at("use"),
      params: { reference: shown(use), sections: ["catalogue"] },
      meant,
    });
    return null;
  }
  if (type !== undefined) {
    const wrong = wrongTypeParams({ ...bare, path: ["type"], expected: ["choice"], options: Object.keys(metricTypes) }, type);
    drafts.push({ code: "wrong-type", on: entry.on, at: at("type"), ...wrong });
    return null;
  }
  // Without a type nothing says which keys belong, but a slip in the word itself can be seen.
  const slip = suggest("type", Object.keys(raw).slice(0, 50));
  if (slip === null) {
    const missing = wrongTypeParams({ ...bare, path: ["type"], expected: ["required"] }, null);
    drafts.push({ code: "wrong-type", on: entry.on, at: yaml.range(entry.start), ...missing });
  } else {
    const place = yaml.range(places.get(slip)?.key ?? entry.start);
    drafts.push({ code: "unknown-key", on: entry.on, at: place, params: { key: shown(slip), suggestion: "type" } });
  }
  return null;
}
