import { copyFile, mkdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, join, posix, relative, resolve, sep } from "node:path";
import { sheetNames, UnreadableWorkbook } from "../connect/index.ts";
import { type Dataset, type Format, HelderError, type Language } from "../framework/index.ts";
import { change, open, type SourceFile, type Workspace, type YamlValue } from "../workspace/index.ts";
import { expandGlob, isGlob } from "./load/glob.ts";
import { openSniffer, type Sniffed, type Sniffer } from "./load/index.ts";
import type { Doubt } from "./engine.ts";
import { type Copies, hashOfFile, writeRecorded } from "./written.ts";

/** What `add` would write for files: a dataset of its own, or one that is there already and now reads them too. */
export interface Addition extends Sniffed {
  readonly id: string;
  /** path or glob in the workspace */
  readonly file: string;
  /** `new`; `widened`: the path of a dataset that is there grows to these files; `known`: it reads them already */
  readonly change: "new" | "widened" | "known";
  /** files outside the workspace, and where in it they go */
  readonly copies: readonly { readonly from: string; readonly to: string }[];
}

/** Which sheet of a workbook is read, by the file's absolute path without links; of another file, the first that is shown and holds rows. */
export type ChosenSheets = Readonly<Record<string, string>>;

export interface AddOptions {
  readonly progress?: (line: string) => void;
  /** files that were sniffed already: they are not read again */
  readonly sniffed?: readonly Sniffed[];
  /** there is no workspace yet */
  readonly isNew?: boolean;
  readonly sheets?: ChosenSheets;
}

/**
 * Finds how files are written and what they are about, and proposes datasets for them; files with the same columns are one. Writes nothing.
 * Throws HelderError `file-unreadable`, `unknown-file-type`, `no-file`.
 */
export async function proposeAdditions(
  directory: string,
  files: readonly string[],
  options: AddOptions = {},
): Promise<readonly Addition[]> {
  const { settings, datasets, root } = options.isNew ? await nothingYet(directory) : await whatIs(directory);
  const paths = await Promise.all(files.map((file) => existing(resolve(file), file)));
  const folders = [...paths.map((path) => dirname(path)), root];
  const sniffer = await openSniffer(folders);
  const told = {
    language: settings?.language ?? "en",
    timezone: settings?.timezone ?? "UTC",
    ...(options.progress ? { progress: options.progress } : {}),
  };
  const sniff = async (group: readonly string[], sheet: string | null) =>
    options.sniffed?.find((one) => one.paths.length === group.length && one.paths.every((path) => group.includes(path))) ??
    (await sniffer.sniff(group, { ...told, format: formatOf(sheet) }));
  try {
    const known = await knownColumns(sniffer, datasets, root);
    const additions: Addition[] = [];
    for (const group of await groupByColumns(sniffer, [...new Set(paths)], options.sheets)) {
      const places = group.paths.map((path) => placeOf(path, root, additions));
      const names = places.map(({ name }) => name);
      const dataset = known.find(
        ({ columns, dataset: { format } }) =>
          sameColumns(columns, group.columns) && (group.sheet === null || group.sheet === (format.sheet ?? null)),
      )?.dataset;
      const taken = [...datasets, ...additions].map(({ id }) => id);
      if (dataset) additions.push(await widen(sniffer, dataset, group.paths, places, root, told, taken));
      else if (names.length > 1 && (await globOf(names, root)) === null) {
        for (const [index, path] of group.paths.entries())
          additions.push(newDataset(await sniff([path], group.sheet), [places[index]!], names[index]!, datasets, additions));
      } else {
        const file = names.length > 1 ? (await globOf(names, root))! : names[0]!;
        additions.push(newDataset(await sniff(group.paths, group.sheet), places, file, datasets, additions));
      }
    }
    return additions;
  } finally {
    await sniffer.close();
  }
}

async function whatIs(directory: string) {
  const { framework, directory: found } = await open(directory);
  return { settings: framework.settings, datasets: framework.datasets, root: await realpath(found) };
}

async function nothingYet(directory: string) {
  return { settings: null, datasets: [], root: await realpath(directory) };
}

/** Sniffs files without a workspace: what `discover` starts from. Files with the same columns are one dataset. */
export async function sniffed(
  files: readonly string[],
  options: {
    readonly language: Language;
    readonly timezone: string;
    readonly sheets?: ChosenSheets;
    readonly progress?: (line: string) => void;
  },
): Promise<readonly Sniffed[]> {
  const paths = await Promise.all(files.map((file) => existing(resolve(file), file)));
  const sniffer = await openSniffer(paths.map((path) => dirname(path)));
  try {
    const found: Sniffed[] = [];
    for (const { paths: group, sheet } of await groupByColumns(sniffer, [...new Set(paths)], options.sheets))
      found.push(await sniffer.sniff(group, { ...options, format: formatOf(sheet), duplicates: null }));
    return found;
  } finally {
    await sniffer.close();
  }
}

async function existing(path: string, typed: string): Promise<string> {
  const found = await realpath(path).catch(() => null);
  if (found === null) throw new HelderError("no-file", { dataset: basename(typed), file: typed });
  return found;
}

interface Group {
  readonly columns: readonly string[];
  /** that was chosen; null: none was */
  readonly sheet: string | null;
  readonly paths: string[];
}

async function groupByColumns(sniffer: Sniffer, paths: readonly string[], sheets: ChosenSheets = {}): Promise<Group[]> {
  const groups: Group[] = [];
  for (const path of paths) {
    const sheet = sheets[path] ?? null;
    const columns = await sniffer.names(path, formatOf(sheet));
    const group = groups.find(
      (one) => sameColumns(one.columns, columns) && extname(one.paths[0]!) === extname(path) && one.sheet === sheet,
    );
    if (group) group.paths.push(path);
    else groups.push({ columns, sheet, paths: [path] });
  }
  return groups;
}

function formatOf(sheet: string | null): Format {
  return sheet === null ? {} : { sheet };
}

/** The sheets of a workbook that are shown and hold rows, the one that is read by itself first; none of another kind of file. */
export async function sheetsOf(path: string): Promise<readonly string[]> {
  if (!/\.xls[xm]$/i.test(path)) return [];
  // One that cannot be read says so where it is read.
  return sheetNames(path).catch((error: unknown) => {
    if (error instanceof UnreadableWorkbook) return [];
    throw error;
  });
}

function sameColumns(one: readonly string[], other: readonly string[]): boolean {
  const names = new Set(one.map((name) => name.toLowerCase()));
  // Files without a header all have the same names, which say nothing.
  return (
    one.length > 0 && one.length === other.length && other.every((name) => names.has(name.toLowerCase())) && !/^column1$/.test(one[0]!)
  );
}

/** The columns of the datasets that are there, from the first file of each; one that cannot be read now is passed over. */
async function knownColumns(
  sniffer: Sniffer,
  datasets: readonly Dataset[],
  root: string,
): Promise<{ dataset: Dataset; columns: readonly string[] }[]> {
  const known: { dataset: Dataset; columns: readonly string[] }[] = [];
  for (const dataset of datasets) {
    const [first] = dataset.file === undefined ? [] : await filesOf(dataset.file, root);
    if (first === undefined) continue;
    const columns = await sniffer.names(join(root, first), dataset.format).catch(() => null);
    if (columns) known.push({ dataset, columns });
  }
  return known;
}

async function filesOf(file: string, root: string): Promise<readonly string[]> {
  if (await isFile(join(root, file))) return [file];
  return isGlob(file) ? expandGlob(root, file) : [];
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

interface Place {
  /** relative to the workspace, with `/` */
  readonly name: string;
  readonly copy: { readonly from: string; readonly to: string } | null;
}

/** Where a file is in the workspace, or where it goes: into `data/`, since a dataset reads no files from elsewhere. */
function placeOf(path: string, root: string, before: readonly Addition[]): Place {
  const inside = relative(root, path);
  if (inside !== "" && !inside.startsWith("..") && resolve(root, inside) === path) return { name: inside.split(sep).join("/"), copy: null };
  const taken = new Set(before.flatMap(({ copies }) => copies.map(({ to }) => to)));
  const plain = basename(path).replace(/[*?[\]\\]/g, "-");
  let name = posix.join("data", plain);
  for (let count = 2; taken.has(name); count++) name = posix.join("data", plain.replace(/(\.[^.]*)?$/, `-${count}$1`));
  return { name, copy: { from: path, to: name } };
}

function copiesOf(places: readonly Place[]): Addition["copies"] {
  return places.flatMap(({ copy }) => (copy ? [copy] : []));
}

/** The glob that reads these files and no others: what differs between them is `*`. Null where it would read more. */
async function globOf(names: readonly string[], root: string): Promise<string | null> {
  const [first = ""] = names;
  const folder = posix.dirname(first);
  if (names.some((name) => posix.dirname(name) !== folder)) return null;
  const bases = names.map((name) => posix.basename(name));
  let head = 0;
  while (bases.every((base) => base[head] !== undefined && base[head] === bases[0]![head])) head++;
  let tail = 0;
  while (bases.every((base) => base.length - tail > head && base.at(-1 - tail) === bases[0]!.at(-1 - tail))) tail++;
  // Numbers that differ, differ as a whole: orders-2026-01 and orders-2026-02 are orders-*.
  while (head > 0 && /[\d_.-]/.test(bases[0]![head - 1]!)) head--;
  while (tail > 0 && /\d/.test(bases[0]!.at(-tail)!)) tail--;
  const separator = /^[_.-]/.test(bases[0]!.slice(head)) ? bases[0]![head]! : "";
  const start = bases[0]!.slice(0, head) + (bases.every((base) => base[head] === separator) ? separator : "");
  const pattern = posix.join(folder, `${start}*${bases[0]!.slice(bases[0]!.length - tail)}`);
  const found = await expandGlob(root, pattern);
  return found.every((name) => names.includes(name)) ? pattern : null;
}

async function widen(
  sniffer: Sniffer,
  dataset: Dataset,
  paths: readonly string[],
  places: readonly Place[],
  root: string,
  told: { language: Language; timezone: string; progress?: (line: string) => void },
  taken: readonly string[],
): Promise<Addition> {
  const before = await filesOf(dataset.file!, root);
  const names = places.map(({ name }) => name);
  const isKnown = names.every((name) => before.includes(name));
  const file = isKnown ? dataset.file! : await globOf([...new Set([...before, ...names])], root);
  const options = {
    ...told,
    format: dataset.format,
    ...(dataset.key && dataset.key[0] !== "all" ? { key: dataset.key } : {}),
    ...(dataset.time === undefined ? {} : { time: dataset.time }),
  };
  const found = await sniffer.sniff(paths, options);
  if (file === null) return { ...found, id: freeIdOf(names[0]!, taken), file: names[0]!, change: "new", copies: copiesOf(places) };
  const others = before.filter((name) => !names.includes(name)).map((name) => join(root, name));
  const doubts: Doubt[] = isKnown || others.length === 0 ? [] : await overlapOf(sniffer, others, paths, found, options);
  return {
    ...found,
    id: dataset.id,
    file,
    change: isKnown ? "known" : "widened",
    copies: copiesOf(places),
    key: dataset.key?.[0] ?? null,
    time: dataset.time ?? null,
    customer: dataset.customer ?? null,
    doubts: [...found.doubts.filter(({ code }) => code !== "no-time"), ...doubts],
  };
}

/** What the new files have that stood in the earlier ones already. */
async function overlapOf(
  sniffer: Sniffer,
  earlier: readonly string[],
  paths: readonly string[],
  found: Sniffed,
  options: Parameters<Sniffer["sniff"]>[1],
): Promise<Doubt[]> {
  const count = ({ duplicates }: Sniffed) => duplicates.identical + duplicates.differing;
  const old = await sniffer.sniff(earlier, options);
  const all = await sniffer.sniff([...earlier, ...paths], options);
  const both = count(all) - count(old) - count(found);
  if (both > 0) return [{ column: options.key?.[0] ?? null, code: options.key ? "overlap" : "overlap-in-time", count: both }];
  const meet = found.from !== null && old.to !== null && found.from <= old.to && old.from! <= found.to!;
  return meet && !options.key ? [{ column: options.time ?? null, code: "overlap-in-time", count: 1 }] : [];
}

function newDataset(
  found: Sniffed,
  places: readonly Place[],
  file: string,
  datasets: readonly Dataset[],
  before: readonly Addition[],
): Addition {
  const taken = [...datasets, ...before].map(({ id }) => id);
  return { ...found, id: freeIdOf(file, taken), file, change: "new", copies: copiesOf(places) };
}

/** An id after the file's name, without what differs from month to month. */
function freeIdOf(file: string, taken: readonly string[]): string {
  const stem = posix
    .basename(file)
    .toLowerCase()
    .replace(/(?:\.(?:csv|tsv|txt|json|jsonl|ndjson|xlsx|xlsm|parquet|gz|zip))+$/, "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
  const words = stem
    .replace(/\*/g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const plain = words.filter((word) => !/^\d{1,8}$/.test(word));
  const base = ((plain.length > 0 ? plain : words).join("-") || "data").slice(0, 60).replace(/-+$/, "");
  let id = base;
  for (let count = 2; taken.includes(id); count++) id = `${base}-${count}`;
  return id;
}

/**
 * Writes proposed datasets into the workspace, with new files that belong to them, and copies files that lie outside it; all of it is taken back
 * together. Answers the write's id; null where there was nothing to write. Throws HelderError `file-exists`, `not-writable`, `changed-meanwhile`.
 */
export async function writeAdditions(
  directory: string,
  additions: readonly Addition[],
  made: readonly SourceFile[] = [],
): Promise<string | null> {
  const workspace = await open(directory);
  const changed = additions.filter((addition) => addition.change !== "known");
  if (changed.length + made.length === 0) return null;
  const texts = new Map(workspace.files.map(({ path, text }) => [path, text]));
  for (const addition of changed) {
    const path = fileFor(workspace, addition);
    const text = texts.get(path)!;
    texts.set(
      path,
      addition.change === "widened"
        ? change(text, ["datasets", addition.id, "file"], addition.file)
        : change(text, ["datasets", addition.id], entryOf(addition)),
    );
  }
  const copies = await copyFiles(workspace.directory, changed);
  const files = workspace.files.flatMap(({ path, text }) =>
    texts.get(path) === text ? [] : [{ path, before: text, after: texts.get(path)! }],
  );
  return writeRecorded(workspace, [...files, ...made.map(({ path, text }) => ({ path, before: null, after: text }))], copies);
}

/** Copies files that lie outside the workspace into it. Throws HelderError `file-exists`, `not-writable`. */
export async function copyFiles(directory: string, additions: readonly Addition[]): Promise<Copies> {
  const copies: { path: string; sha256: string }[] = [];
  for (const { from, to } of additions.flatMap((addition) => addition.copies)) {
    await copyIn(directory, from, to);
    copies.push({ path: to, sha256: await hashOfFile(join(directory, to)) });
  }
  return copies;
}

/** Where a dataset stands or goes: with the others. */
function fileFor({ framework, sources }: Workspace, addition: Addition): string {
  const own = addition.change === "widened" ? sources.entry("datasets", addition.id) : null;
  const last = framework.datasets.at(-1);
  return own?.file ?? (last ? sources.entry("datasets", last.id)?.file : undefined) ?? "helder.yaml";
}

/** A dataset as its entry in YAML. */
export function entryOf({ id, file, key, time, customer, format }: Addition): YamlValue {
  const given = Object.fromEntries(Object.entries(format).filter(([, value]) => value !== undefined)) as { [key: string]: YamlValue };
  return {
    id,
    file,
    ...(key === null ? {} : { key }),
    ...(time === null ? {} : { time }),
    ...(customer === null ? {} : { customer }),
    ...(Object.keys(given).length === 0 ? {} : { format: given }),
  };
}

async function copyIn(directory: string, from: string, to: string): Promise<void> {
  const target = join(directory, to);
  if (await isFile(target)) {
    if ((await hashOfFile(target)) === (await hashOfFile(from))) return;
    throw new HelderError("file-exists", { file: to });
  }
  try {
    await mkdir(dirname(target), { recursive: true });
    await copyFile(from, target);
  } catch (cause) {
    throw new HelderError("not-writable", { path: target, reason: (cause as NodeJS.ErrnoException).code ?? "" }, { cause });
  }
}
