import { parse, references } from "../expression/index.ts";
import type { Dataset, SectionName } from "../framework/index.ts";
import type { Declared } from "./declared.ts";
import type { Place } from "./document.ts";
import type { Draft } from "./draft.ts";
import type { Entry } from "./entries.ts";
import { placeOf } from "./entry.ts";
import { shown } from "./issue.ts";
import { unknown } from "./reference.ts";

/** Where expressions stand in an entry. */
const expressionPaths: Partial<Record<SectionName, readonly (readonly string[])[]>> = {
  metrics: [["of"], ["where"], ["formula"], ["from", "where"], ["to", "where"]],
  segments: [["where"], ["of"]],
};

/** A finding for each expression that cannot be read, at the character that is wrong, and for each formula over an unknown metric. */
export function checkExpressions(entries: readonly Entry[], declared: Declared, drafts: Draft[]): void {
  for (const entry of entries) {
    for (const path of pathsOf(entry)) check(entry, path, declared, drafts);
  }
}

function pathsOf({ section, value }: Entry): readonly (readonly string[])[] {
  if (section !== "datasets") return expressionPaths[section] ?? [];
  return [["where"], ...Object.keys((value as Dataset).columns).map((column) => ["columns", column])];
}

function check(entry: Entry, path: readonly string[], declared: Declared, drafts: Draft[]): void {
  let raw: unknown = entry.raw;
  let place: Place | null = null;
  for (const step of path) {
    if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return;
    place = placeOf(entry.yaml, raw as Record<string, unknown>, step);
    raw = Object.hasOwn(raw, step) ? (raw as Record<string, unknown>)[step] : undefined;
  }
  if (typeof raw !== "string") return;
  const key = path.join(".");
  const offset = place?.value ?? entry.start;
  const at = (start: number) => entry.yaml.range(place?.exact == null ? offset : place.exact + start);
  const parsed = parse(raw);
  if (!parsed.ok) {
    const { code, at: span, params } = parsed.error;
    const said = Object.fromEntries(Object.entries(params).map(([name, text]) => [name, shown(text)]));
    drafts.push({
      code: "broken-expression",
      on: entry.id,
      at: at(span.start),
      params: { ...said, key: shown(key), expression: shown(raw), position: span.start + 1, error: code },
    });
  } else if (key === "formula") {
    for (const metric of references(parsed.value)) {
      if (declared.has("metrics", metric)) continue;
      const start = Math.max(0, raw.indexOf(metric));
      drafts.push(unknown(metric, ["metrics"], declared, entry.id, entry.yaml, place?.exact == null ? offset : place.exact + start));
    }
  }
}
