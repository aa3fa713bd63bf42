import { basename, extname } from "node:path";
import type { Day } from "../calendar/index.ts";
import { check } from "../check/index.ts";
import type { Finding, Language } from "../framework/index.ts";
import {
  type ColumnFound,
  type Doubt,
  type EntryChange,
  frameworkEntries,
  idOf,
  isFrameworkTables,
  kpiList,
  type SheetEntry,
  sheetChanges,
  typedEntries,
} from "../sheet/index.ts";
import { changeAll, type Difference, open, parse, type Workspace, type YamlValue } from "../workspace/index.ts";
import { readListFile } from "./list-file.ts";
import { writeRecorded, type WrittenText } from "./written.ts";

/** What a list of KPIs would add to the workspace and change in it. */
export interface ListImport {
  readonly added: readonly (Pick<SheetEntry, "section" | "id" | "value"> & { readonly file: string })[];
  readonly changed: readonly (EntryChange & { readonly file: string })[];
  /** entries that are there already, as the list has them */
  readonly unchanged: number;
  /** how the columns of somebody's own list were understood; empty for a workbook that Helder wrote */
  readonly columns: readonly ColumnFound[];
  readonly doubts: readonly Doubt[];
  /** what the check would find that it does not find now */
  readonly findings: readonly Finding[];
  readonly files: readonly WrittenText[];
}

/**
 * Reads a workbook that `export` wrote, or somebody's own list of KPIs, and says what it would add and change. Writes nothing. Throws
 * HelderError `list-unreadable`, `cannot-change`.
 */
export async function proposeImport(
  directory: string,
  file: string,
  { language, today }: { readonly language: Language; readonly today: Day },
): Promise<ListImport> {
  const workspace = await open(directory);
  const { framework, sources } = workspace;
  const { tables, comma } = await readListFile(file, language);
  const lists = isFrameworkTables(tables)
    ? [{ ...frameworkEntries(tables), columns: [] }]
    : tables.filter(({ rows }) => rows.length > 1).map((table) => kpiList(table, { framework, language, asOf: today, comma }));
  const there = typedEntries(framework);
  const changes = lists.map((list) => sheetChanges(there, list));
  const target = `imported-${idOf(basename(file, extname(file))) || "list"}.yaml`;
  const added = unique(changes.flatMap((one) => one.added)).map(({ section, id, value }) => ({ section, id, value, file: target }));
  const changed = changes.flatMap((one) => one.changed).map((one) => ({ ...one, file: sources.entry(one.section, one.id)!.file }));
  const files = textsOf(workspace, added, changed, target, heading(file, language));
  return {
    added,
    changed,
    unchanged: changes.reduce((sum, one) => sum + one.unchanged, 0),
    columns: lists.flatMap(({ columns }) => columns),
    doubts: lists.flatMap(({ doubts }) => doubts),
    findings: newFindings(workspace, files, today),
    files,
  };
}

/** Writes what was proposed. Throws HelderError `not-writable`, and `changed-meanwhile` where a file is no longer what it was then. */
export async function writeImport(directory: string, { files }: Pick<ListImport, "files">): Promise<void> {
  if (files.length === 0) return;
  const known = files.flatMap(({ path, before }) => (before === null ? [] : [{ path, text: before }]));
  await writeRecorded({ directory, files: known }, files);
}

/** Two sheets may name one objective. */
function unique(entries: readonly SheetEntry[]): readonly SheetEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ section, id }) => {
    const key = `${section}/${id}`;
    if (id !== null && seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function heading(file: string, language: Language): string {
  const name = basename(file).replace(/[^\p{L}\p{N}._ -]/gu, "-");
  return language === "nl" ? `# Overgenomen uit ${name}.` : `# Taken over from ${name}.`;
}

function textsOf(
  { files }: Workspace,
  added: ListImport["added"],
  changed: ListImport["changed"],
  target: string,
  head: string,
): readonly WrittenText[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const written: WrittenText[] = [];
  for (const path of new Set(changed.map((one) => one.file))) {
    const differences = changed
      .filter((one) => one.file === path)
      .map(({ section, id, path: inside, after }): Difference => ({
        path: [section, id, ...inside],
        value: after as YamlValue | undefined,
      }));
    const before = texts.get(path)!;
    texts.set(path, changeAll(before, differences));
    if (path !== target) written.push({ path, before, after: texts.get(path)! });
  }
  const before = files.find(({ path }) => path === target)?.text ?? null;
  const now = texts.get(target);
  const after = added.length === 0 ? now : now === undefined ? newText(head, added) : added.reduce((text, one) => appended(text, one), now);
  return after === undefined || after === before ? written : [...written, { path: target, before, after }];
}

function newText(head: string, added: ListImport["added"]): string {
  const sections = [...new Set(added.map(({ section }) => section))];
  return [head, ...sections.map((section) => sectionText(section, added))].join("\n");
}

function sectionText(section: string, added: ListImport["added"]): string {
  const value = added.filter((one) => one.section === section).map((one) => one.value as YamlValue);
  return `${changeAll("", [{ path: [section], value }]).trimEnd()}\n`;
}

function appended(text: string, { section, id, value }: ListImport["added"][number]): string {
  return changeAll(text, [{ path: [section, id ?? Number.MAX_SAFE_INTEGER], value: value as YamlValue }]);
}

function newFindings(workspace: Workspace, written: readonly WrittenText[], today: Day): readonly Finding[] {
  const texts = new Map(workspace.files.map((file) => [file.path, file]));
  for (const { path, after } of written) texts.set(path, { path, text: after });
  const parsed = parse([...texts.values()].toSorted((one, other) => (one.path < other.path ? -1 : 1)));
  if (!parsed.framework) return parsed.findings;
  const keyOf = ({ code, on, params }: Finding) => JSON.stringify([code, on, params]);
  const known = new Set(check({ ...workspace, today }).findings.map(keyOf));
  return check({ ...parsed, framework: parsed.framework, today }).findings.filter(
    (finding) => !finding.waived && !known.has(keyOf(finding)),
  );
}
