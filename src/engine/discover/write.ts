import { mkdir } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { type Fact, frameworkEntries, type Opportunity, type WrittenSection, writtenSections } from "../../discover/index.ts";
import { HelderError, type Language } from "../../framework/index.ts";
import { change, initialise, open, type YamlValue } from "../../workspace/index.ts";
import { type Addition, type ChosenSheets, copyFiles, entryOf, proposeAdditions, writeAdditions } from "../add.ts";
import { recordFiles } from "../written.ts";
import type { Sniffed } from "../load/index.ts";
import type { Bounds } from "./count.ts";
import { columnsOf } from "./columns.ts";
import type { Lines } from "./lines.ts";

export interface WriteRequest extends Bounds {
  /** the workspace; null: one is made in `into` */
  readonly directory: string | null;
  readonly into: string;
  /** files that were asked for, as they were sniffed; none: the workspace's own datasets */
  readonly sniffed: readonly Sniffed[];
  readonly sheets?: ChosenSheets;
  readonly language: Language;
  readonly timezone: string;
  readonly currency: string;
  /** ids of opportunities; null: as many as the budget has room for */
  readonly choose: readonly string[] | null;
}

/** What was written: files relative to the workspace, and the KPIs in it. */
export interface Written {
  /** by which `undoAdditions` takes back this write and no other; null: nothing was written */
  readonly id: string | null;
  readonly directory: string;
  readonly files: readonly string[];
  readonly kpis: readonly string[];
}

/**
 * Makes KPIs of opportunities: a workspace where there is none, else one file more in it. `undoAdditions` takes it back. Throws HelderError
 * `unknown-opportunity`, `over-budget`, `not-writable`, `file-exists`.
 */
export async function writeOpportunities(
  request: WriteRequest,
  lines: Lines,
  facts: readonly Fact[],
  opportunities: readonly Opportunity[],
): Promise<Written> {
  return request.directory === null
    ? begin(request, lines, facts, opportunities)
    : extend(request, request.directory, lines, facts, opportunities);
}

const budgetOfNew = 7;

async function begin(request: WriteRequest, lines: Lines, facts: readonly Fact[], opportunities: readonly Opportunity[]): Promise<Written> {
  const { language, currency, timezone, sniffed } = request;
  const root = resolve(request.into);
  await mkdir(root, { recursive: true }).catch((cause: unknown) => {
    throw new HelderError("not-writable", { path: root, reason: (cause as NodeJS.ErrnoException).code ?? "" }, { cause });
  });
  const additions = await proposeAdditions(
    root,
    sniffed.flatMap(({ paths }) => paths),
    { sniffed, isNew: true, sheets: request.sheets ?? {} },
  );
  const dataset = datasetOf(lines, additions);
  const none = Object.fromEntries(writtenSections.map((section) => [section, new Set<string>()])) as Record<WrittenSection, Set<string>>;
  const chosen = choose(opportunities, request.choose, budgetOfNew);
  const { sections, superKpi } = frameworkEntries(chosen, columnsOf(lines, dataset, request), none, language);
  const settings: Readonly<Record<string, YamlValue>> = {
    helder: 1,
    name: basename(root) || "Helder",
    language,
    currency,
    timezone,
    kpiBudget: budgetOfNew,
    ...(superKpi === null ? {} : { superKpi }),
  };
  const head = [...Object.entries(settings), ["datasets", additions.map(entryOf)] as const].reduce(
    (text, [key, value]) => change(text, [key], value),
    "",
  );
  const copied = await copyFiles(root, additions);
  const kpisFile = "kpis.yaml";
  const files = await initialise(root, [
    { path: "helder.yaml", text: head },
    { path: kpisFile, text: commented(textOf(sections), facts, opportunities) },
  ]);
  const made = files.filter((file) => file !== ".gitignore");
  const id = await recordFiles(root, made, copied);
  return { id, directory: root, files: [...files, ...copied.map(({ path }) => path)], kpis: sections.kpis.map(({ id }) => id) };
}

async function extend(
  request: WriteRequest,
  directory: string,
  lines: Lines,
  facts: readonly Fact[],
  opportunities: readonly Opportunity[],
): Promise<Written> {
  const { sniffed } = request;
  const additions =
    sniffed.length === 0
      ? []
      : await proposeAdditions(
          directory,
          sniffed.flatMap(({ paths }) => paths),
          { sniffed, sheets: request.sheets ?? {} },
        );
  const dataset = sniffed.length === 0 ? lines.main.id : datasetOf(lines, additions);
  const { framework, files } = await open(directory);
  const taken = Object.fromEntries(writtenSections.map((section) => [section, new Set(framework[section].map(({ id }) => id))])) as Record<
    WrittenSection,
    Set<string>
  >;
  const fresh = opportunities.filter(({ id }) => !taken.kpis.has(id));
  const chosen = choose(fresh, request.choose, framework.settings.kpiBudget - framework.kpis.length);
  if (chosen.length === 0) return { id: null, directory, files: [], kpis: [] };
  const { sections } = frameworkEntries(chosen, columnsOf(lines, dataset, request), taken, request.language);
  const path = freePath(files.map((file) => file.path));
  const id = await writeAdditions(directory, additions, [{ path, text: commented(textOf(sections), facts, opportunities) }]);
  return { id, directory, files: [path], kpis: sections.kpis.map(({ id }) => id) };
}

/** The id under which the transactions will be known: sniffed files stand in the order in which they were read. */
function datasetOf(lines: Lines, additions: readonly Addition[]): string {
  const base = additions.find(
    ({ columns, paths }) => columns.length === lines.main.columns.size && paths.some((path) => lines.main.paths.includes(path)),
  );
  return (base ?? additions[0]!).id;
}

function choose(opportunities: readonly Opportunity[], wanted: readonly string[] | null, room: number): readonly Opportunity[] {
  if (wanted === null) return opportunities.slice(0, Math.max(0, room));
  const known = opportunities.map(({ id }) => id);
  return wanted.map((id) => {
    const found = opportunities.find((one) => one.id === id);
    if (!found) throw new HelderError("bad-option", { option: "--choose", value: id, hint: known.join(", ") || "–" });
    return found;
  });
}

function textOf(sections: Readonly<Record<WrittenSection, readonly unknown[]>>): string {
  return writtenSections.reduce((text, section) => {
    const entries = sections[section] as readonly YamlValue[];
    return entries.length === 0 ? text : change(text, [section], entries);
  }, "");
}

/** Each KPI with the fact that it comes from above it, so that whoever reads the file sees why it is there. */
function commented(text: string, facts: readonly Fact[], opportunities: readonly Opportunity[]): string {
  const start = text.indexOf("\nkpis:");
  if (start < 0) return text;
  const body = text.slice(start).replace(/^( *)- id: (\S+)$/gm, (line, indent: string, id: string) => {
    const fact = facts.find((one) => one.id === opportunities.find((opportunity) => opportunity.id === id)?.fact);
    return fact ? `${indent}# ${fact.id}: ${fact.sentence.replace(/\s+/gu, " ")}\n${line}` : line;
  });
  return text.slice(0, start) + body;
}

function freePath(taken: readonly string[]): string {
  let path = "discover.yaml";
  for (let count = 2; taken.includes(path); count++) path = `discover-${count}.yaml`;
  return path;
}
