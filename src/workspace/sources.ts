import type { Range, SectionName } from "../framework/index.ts";
import type { Container, YamlText } from "./document.ts";
import type { Entry } from "./entries.ts";
import { placeOf } from "./entry.ts";
import type { Path } from "./issue.ts";
import { type TypedPart, type TypedText, typedText } from "./typed.ts";

/** Where the parts of a framework stand in its text. */
export interface Sources {
  /**
   * Where an entry stands, or the deepest part of `path` in it that was typed: the value, not the key. Settings are the section
   * `settings` with id "". Null where there is no such entry.
   */
  at(section: SectionName | "settings", id: string, path?: Path): Range | null;
  /** Where the how-manieth entry of the framework's section stands, from 0: for sections whose entries have no id. */
  nth(section: SectionName, index: number, path?: Path): Range | null;
  /** In which file an entry stands, and the how-manieth of its section's list there it is, from 0. */
  entry(section: SectionName, id: string): { readonly file: string; readonly index: number } | null;
  /** A file as it was typed, from places to paths; null where there is no such file. Read when it is first asked for. */
  typed(file: string): TypedText | null;
  /** The part whose value begins at a place, and its file; null where none does, or where several places share it. */
  part(at: Range | null): (TypedPart & { readonly file: string }) | null;
}

export function sourcesOf(entries: readonly Entry[], settings: YamlText | null, texts: readonly YamlText[]): Sources {
  const kept = new Map<string, TypedText>();
  const typed = (file: string): TypedText | null => {
    const yaml = texts.find((one) => one.file === file);
    if (yaml && !kept.has(file)) kept.set(file, typedText(file, yaml.text));
    return kept.get(file) ?? null;
  };
  const byId = new Map(entries.filter(({ id }) => id !== null).map((entry) => [`${entry.section}/${entry.id}`, entry]));
  const bySection = new Map<SectionName, readonly Entry[]>();
  return {
    at(section, id, path = []) {
      if (section === "settings") return settings ? deepest(settings, settings.root, settings.start, path) : null;
      const entry = byId.get(`${section}/${id}`);
      return entry ? deepest(entry.yaml, entry.raw, entry.start, path) : null;
    },
    nth(section, index, path = []) {
      if (!bySection.has(section))
        bySection.set(
          section,
          entries.filter((entry) => entry.section === section),
        );
      const entry = bySection.get(section)![index];
      return entry ? deepest(entry.yaml, entry.raw, entry.start, path) : null;
    },
    entry(section, id) {
      const entry = byId.get(`${section}/${id}`);
      return entry ? { file: entry.yaml.file, index: entry.index } : null;
    },
    typed,
    part(at) {
      const part = at && typed(at.file)?.valueAt(at);
      return at && part ? { ...part, file: at.file } : null;
    },
  };
}

function deepest(yaml: YamlText, root: unknown, start: number, path: Path): Range {
  let value = root;
  let offset = start;
  for (const step of path) {
    const place = typeof value === "object" && value !== null ? placeOf(yaml, value as Container, step) : null;
    if (!place) break;
    offset = place.value;
    value = (value as Record<string | number, unknown>)[step];
  }
  return yaml.range(offset);
}
