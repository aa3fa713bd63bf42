import type { SectionName, Settings } from "../framework/index.ts";
import type { YamlText } from "./document.ts";
import type { Draft } from "./draft.ts";
import type { Entry } from "./entries.ts";
import { shown } from "./issue.ts";

export type ReferredSection = SectionName | "phases";

/**
 * Which ids exist. An id of a broken entry exists too, and so does any id that can be made out in a file that cannot be read: one
 * mistake must not turn into a hundred findings elsewhere.
 */
export interface Declared {
  has(section: ReferredSection, id: string): boolean;
  ids(section: ReferredSection): readonly string[];
}

export function declare(entries: readonly Entry[], settings: Settings | null, unreadable: readonly YamlText[]): Declared {
  const sections = new Map<ReferredSection, Map<string, true>>();
  for (const { section, id } of entries) {
    if (id === null) continue;
    if (!sections.has(section)) sections.set(section, new Map());
    sections.get(section)!.set(id, true);
  }
  if (settings) sections.set("phases", new Map(settings.phases.map(({ id }) => [id, true])));
  const guessed = new Set<string>();
  for (const { text } of unreadable) {
    for (const match of text.matchAll(/\bid: *["']?([a-z0-9][a-z0-9-]{0,79})/g)) guessed.add(match[1]!);
  }
  return {
    has: (section, id) => (sections.get(section)?.has(id) ?? false) || guessed.has(id),
    ids: (section) => [...(sections.get(section)?.keys() ?? [])],
  };
}

/** Of entries with one id the first that is of use counts; the others are findings. */
export function uniqueEntries(entries: readonly Entry[], drafts: Draft[]): Entry[] {
  const first = new Map<string, Entry>();
  const kept = new Map<string, Entry>();
  const unique: Entry[] = [];
  for (const entry of entries) {
    if (entry.id === null) {
      if (entry.value !== null) unique.push(entry);
      continue;
    }
    const key = `${entry.section}/${entry.id}`;
    const earlier = first.get(key);
    if (earlier) {
      const counts = kept.get(key) ?? earlier;
      const at = idRange(counts);
      drafts.push({
        code: "duplicate-id",
        on: shown(entry.id),
        at: idRange(entry),
        params: { id: shown(entry.id), section: entry.section, file: at.file, line: at.line, column: at.column },
      });
    } else first.set(key, entry);
    if (entry.value !== null && !kept.has(key)) {
      kept.set(key, entry);
      unique.push(entry);
    }
  }
  return unique;
}

function idRange(entry: Entry) {
  const places = entry.yaml.places.get(entry.raw);
  const place = places instanceof Map ? places.get("id") : undefined;
  return entry.yaml.range(place?.value ?? entry.start);
}
