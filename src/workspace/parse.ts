import { named } from "../catalogue/index.ts";
import { type Finding, type Framework, type Metric, type Objective, type SectionName, sectionNames, Settings } from "../framework/index.ts";
import { checkCycles } from "./cycle.ts";
import { declare, uniqueEntries } from "./declared.ts";
import { limits, type Place, readYaml, type SourceFile, type YamlText } from "./document.ts";
import { compareText, type Draft, toFindings } from "./draft.ts";
import { type Entry, readSection } from "./entries.ts";
import { readEntry } from "./entry.ts";
import { checkExpressions } from "./expressions.ts";
import { shown } from "./issue.ts";
import { dropFalsePercentages } from "./percent.ts";
import { checkReferences, checkSettings } from "./reference.ts";
import { type Sources, sourcesOf } from "./sources.ts";
import { settingNames, settingsFile, topKeys } from "./top-keys.ts";

export interface Parsed {
  /** null where `helder.yaml` is absent or cannot be read: see `unreadable` */
  readonly framework: Framework | null;
  readonly findings: readonly Finding[];
  readonly sources: Sources;
}

/** What stands in for a setting that must be there and is not. */
const settingDefaults = { helder: 1, name: "Helder" };
const sections = new Set<string>(sectionNames);

/**
 * Reads a workspace's YAML. Never throws on content: mistakes are findings, what is intact is kept. The order of `files` does not
 * matter; entries stand in the order of their files' paths.
 */
export function parse(files: readonly SourceFile[]): Parsed {
  const sorted = [...files].sort((one, other) => compareText(one.path, other.path) || compareText(one.text, other.text));
  const drafts: Draft[] = [];
  const entries: Entry[] = [];
  const texts: YamlText[] = [];
  let head: YamlText | null = null;
  let settings: Settings | null = null;

  for (const file of sorted) {
    const yaml = readFile(file, drafts);
    if (!yaml) continue;
    texts.push(yaml);
    const isHead = file.path === settingsFile;
    const root = rootMap(yaml, isHead, drafts);
    if (!root) continue;
    entries.push(...readRoot(root, yaml, isHead, drafts));
    if (isHead) {
      head = yaml;
      settings = readSettings(root, yaml, drafts);
    }
  }

  const unreadable = texts.filter(({ root }) => root === null);
  const declared = declare(entries, settings, unreadable);
  const unique = uniqueEntries(entries, drafts);
  checkReferences(unique, declared, drafts);
  checkExpressions(unique, declared, drafts);
  if (settings && head) checkSettings(settings, head.root, head, declared, drafts);
  const kept = dropFalsePercentages(openCircles(unique, drafts), drafts);

  const name = settings?.name ?? "";
  return {
    framework: settings ? frameworkOf(settings, kept) : null,
    findings: freeze(toFindings(drafts, name)),
    sources: sourcesOf(kept, head, texts),
  };
}

function readFile(file: SourceFile, drafts: Draft[]): YamlText | null {
  const problem =
    file.problem ?? (file.text.length > limits.bytes ? ({ reason: "too-large", line: null } as const) : textProblem(file.text));
  if (problem) {
    const at = { file: file.path, line: problem.line ?? 1, column: 1 };
    drafts.push({ code: "unreadable-file", on: null, at, params: { file: shown(file.path), reason: problem.reason } });
    return null;
  }
  const yaml = readYaml(file.path, file.text);
  for (const found of yaml.problems) {
    const at = yaml.range(found.offset);
    if (found.kind === "broken") drafts.push({ code: "broken-yaml", on: null, at, params: { reason: found.reason } });
    else if (found.kind === "forbidden-key") drafts.push({ code: "unknown-key", on: null, at, params: { key: found.key } });
    else {
      const params = { key: shown(found.key), line: yaml.range(found.first).line };
      drafts.push({ code: "duplicate-key", on: null, at, params });
    }
  }
  return yaml;
}

function textProblem(text: string): SourceFile["problem"] | null {
  const nul = text.indexOf("\0");
  return nul < 0 ? null : { reason: "nul", line: text.slice(0, nul).split("\n").length };
}

/** The map at a file's top; null where there is none. An empty file is none, and only for `helder.yaml` that is a mistake. */
function rootMap(yaml: YamlText, isHead: boolean, drafts: Draft[]): Record<string, unknown> | null {
  const { root } = yaml;
  if (typeof root === "object" && root !== null && !Array.isArray(root)) return root as Record<string, unknown>;
  const broken = yaml.problems.some(({ kind }) => kind === "broken");
  if (!broken && (isHead || root !== undefined)) {
    const params = { key: shown(yaml.file), expected: ["sections"], found: root == null ? null : shown(root) };
    drafts.push({ code: "wrong-type", on: null, at: yaml.range(yaml.start), params });
  }
  return null;
}

function readRoot(root: Record<string, unknown>, yaml: YamlText, isHead: boolean, drafts: Draft[]): Entry[] {
  const places = yaml.places.get(root) as Map<string, Place>;
  const known = topKeys(yaml.file);
  return Object.entries(root).flatMap(([key, list]) => {
    const place = places.get(key)!;
    if (sections.has(key)) return readSection(key as SectionName, list, place, yaml, drafts);
    if (isHead && settingNames.includes(key)) return [];
    const belongs = !isHead && settingNames.includes(key) ? { belongs: settingsFile } : {};
    const params = { key: shown(key), ...belongs };
    drafts.push({ code: "unknown-key", on: null, at: yaml.range(place.key), params, meant: { word: key, among: () => known } });
    return [];
  });
}

function readSettings(root: Record<string, unknown>, yaml: YamlText, drafts: Draft[]): Settings {
  // The places of `root` serve both the settings and the sections; a setting that is broken may go from it, a section may not.
  const raw = Object.fromEntries(Object.entries(root).filter(([key]) => settingNames.includes(key)));
  yaml.places.set(raw, yaml.places.get(root)!);
  const read = readEntry(Settings, raw, yaml, { on: null, start: yaml.start, fallback: settingDefaults });
  drafts.push(...read.drafts);
  return read.value!;
}

/** Reports circles and takes the parent of one objective of each away, so that every walk up the tree ends. */
function openCircles(entries: readonly Entry[], drafts: Draft[]): Entry[] {
  const found: Draft[] = [];
  checkCycles(entries, found);
  drafts.push(...found);
  const openedBy = new Set(found.map(({ at }) => `${at!.file}:${at!.line}:${at!.column}`));
  return entries.map((entry) => {
    if (entry.section !== "objectives" || !found.some(({ on }) => on === entry.id)) return entry;
    const place = (entry.yaml.places.get(entry.raw) as Map<string, Place>).get("parent");
    const at = entry.yaml.range(place?.value ?? entry.start);
    if (!openedBy.has(`${at.file}:${at.line}:${at.column}`)) return entry;
    const { parent: _, ...value } = entry.value as Objective;
    return { ...entry, value };
  });
}

function frameworkOf(settings: Settings, entries: readonly Entry[]): Framework {
  const lists = Object.fromEntries(
    sectionNames.map((section) => [section, entries.filter((entry) => entry.section === section).map(({ value }) => value)]),
  );
  const metrics = (lists["metrics"] as Metric[]).map((metric) => named(metric, settings.language ?? "en"));
  return freeze({ settings, ...lists, metrics } as unknown as Framework);
}

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}
