import { type Reference, references, type Settings } from "../framework/index.ts";
import type { Declared, ReferredSection } from "./declared.ts";
import type { Container, YamlText } from "./document.ts";
import type { Draft } from "./draft.ts";
import type { Entry } from "./entries.ts";
import { placeOf } from "./entry.ts";
import { shown } from "./issue.ts";

/** An id that an entry mentions, and where. */
export interface Mention {
  readonly id: string;
  readonly offset: number;
}

/** The ids at `path` of an entry. `raw` may be shorter than `value`: `supports: grow` for `supports: [{goal: grow}]`. */
export function mentions(value: unknown, raw: unknown, path: readonly string[], yaml: YamlText, offset: number): Mention[] {
  const [step, ...rest] = path;
  if (step === undefined) return typeof value === "string" ? [{ id: value, offset }] : [];
  if (step === "*") {
    if (!Array.isArray(value)) return [];
    return value.flatMap((item: unknown, index) => {
      if (!Array.isArray(raw)) return mentions(item, raw, rest, yaml, offset);
      return mentions(item, raw[index], rest, yaml, placeOf(yaml, raw, index)?.value ?? offset);
    });
  }
  if (typeof value !== "object" || value === null) return [];
  const container = typeof raw === "object" && raw !== null ? (raw as Container) : null;
  if (step === "#") {
    return Object.keys(value).map((id) => ({ id, offset: (container && placeOf(yaml, container, id)?.key) ?? offset }));
  }
  const inner = (value as Record<string, unknown>)[step];
  if (!container || Array.isArray(container)) return mentions(inner, raw, rest, yaml, offset);
  return mentions(inner, container[step], rest, yaml, placeOf(yaml, container, step)?.value ?? offset);
}

/** A finding for each reference to an entity that does not exist. */
export function checkReferences(entries: readonly Entry[], declared: Declared, drafts: Draft[]): void {
  for (const entry of entries) {
    for (const { path, to, soft } of references[entry.section]) {
      check(entry.value, entry.raw, entry.yaml, entry.start, path, to, soft, declared, entry.id, drafts);
    }
    if (entry.section === "interactions") {
      check(entry.value, entry.raw, entry.yaml, entry.start, ["phase"], ["phases"], undefined, declared, entry.id, drafts);
    }
  }
}

export function checkSettings(settings: Settings, raw: unknown, yaml: YamlText, declared: Declared, drafts: Draft[]): void {
  for (const { path, to, soft } of references.settings) check(settings, raw, yaml, yaml.start, path, to, soft, declared, null, drafts);
}

function check(
  value: unknown,
  raw: unknown,
  yaml: YamlText,
  start: number,
  path: Reference["path"],
  to: readonly ReferredSection[],
  soft: true | undefined,
  declared: Declared,
  on: string | null,
  drafts: Draft[],
): void {
  for (const { id, offset } of mentions(value, raw, path, yaml, start)) {
    if (!to.some((section) => declared.has(section, id))) drafts.push(unknown(id, to, declared, on, yaml, offset, soft));
  }
}

export function unknown(
  id: string,
  to: readonly ReferredSection[],
  declared: Declared,
  on: string | null,
  yaml: YamlText,
  offset: number,
  soft?: true,
): Draft {
  return {
    code: "unknown-reference",
    ...(soft ? { severity: "info" } : {}),
    on,
    at: yaml.range(offset),
    params: { reference: shown(id), sections: to },
    meant: { word: id, among: () => to.flatMap((section) => declared.ids(section)) },
  };
}
