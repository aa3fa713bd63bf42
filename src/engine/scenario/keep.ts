import { type Framework, HelderError, type Scenario } from "../../framework/index.ts";
import { idOf } from "../../sheet/index.ts";
import { changeAll, type Difference, open, type Workspace, type YamlValue } from "../../workspace/index.ts";
import { addedEntry, type NewEntry } from "../new-entry.ts";
import { readScenario, scenarioNamed } from "./read.ts";
import { writeRecorded, type WrittenText } from "../written.ts";

export interface ScenarioToKeep {
  /** id of the scenario that this becomes; null: a new one */
  readonly of: string | null;
  readonly name: string;
  /** as in YAML, without `id` and `name` */
  readonly scenario: unknown;
}

export interface ScenarioKept {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** whether the scenario is new */
  readonly added: boolean;
}

type Fields = Readonly<Record<string, YamlValue | undefined>>;

/** What is changed part by part. */
const deep: ReadonlySet<string> = new Set(["capacity", "change", "value", "measured"]);

const ownFile = "scenarios.yaml";
const longestName = 200;

/** Fractions that people write as a percentage. */
const percentages: ReadonlySet<string> = new Set(["conversion", "churn", "peakShare"]);

/**
 * Writes a scenario into the workspace's YAML: only what differs of one that is there, comments intact; `helder add --undo` takes it back.
 * Throws HelderError `bad-scenario`, `unknown-scenario`, `unknown-metric`, and what writing throws.
 */
export async function keepScenario(directory: string, { of, name: typed, scenario: asked }: ScenarioToKeep): Promise<ScenarioKept> {
  const workspace = await open(directory);
  const { framework } = workspace;
  const name = typed.trim();
  if (name === "" || name.length > longestName) throw new HelderError("bad-scenario", { key: "name" });
  const before = of === null ? null : scenarioNamed(framework, of);
  const id = before?.id ?? newId(framework, name);
  const fields = typeof asked === "object" && asked !== null ? asked : {};
  const scenario = withoutNothing(readScenario(framework, { ...fields, id, name }));
  if (before !== null && before.kind !== scenario.kind) throw new HelderError("bad-scenario", { key: "kind" });
  const text = before === null ? addedEntry(workspace, "scenarios", ownFile, entryOf(scenario)) : changed(workspace, before, scenario);
  if (text.before !== text.after) await writeRecorded(workspace, [text]);
  return { id, name, file: text.path, added: before === null };
}

function newId({ scenarios }: Framework, name: string): string {
  const taken = new Set(scenarios.map(({ id }) => id));
  const base = idOf(name) || "scenario";
  let id = base;
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
  return id;
}

/** A change by nothing is not kept. Throws HelderError `bad-scenario` where nothing else is left. */
function withoutNothing(scenario: Scenario): Scenario {
  if (scenario.kind === "growth") return scenario;
  const change = Object.fromEntries(Object.entries(scenario.change).filter(([, by]) => !isNothing(by)));
  if (Object.keys(change).length === 0) throw new HelderError("bad-scenario", { key: "change" });
  return { ...scenario, change };
}

function isNothing(by: string | number): boolean {
  return typeof by === "string" && /^(?:[+-]?0+(?:[.,]0+)?\s*%|[+-]0+(?:[.,]0+)?)$/.test(by);
}

/** What differs from the defaults is all that has to be said. */
function entryOf(scenario: Scenario): NewEntry {
  if (scenario.kind === "tree") return { id: scenario.id, ...writtenAs(scenario) };
  const { generations, ...rest } = scenario;
  return { id: scenario.id, ...writtenAs(rest), ...(generations === "all" && { generations }) };
}

function writtenAs(fields: object): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]: [string, unknown]) => [key, written(key, value)]));
}

function written(key: string, value: unknown): YamlValue | undefined {
  if (typeof value === "number" && percentages.has(key)) return value === 0 ? 0 : `${Number((value * 100).toPrecision(12))} %`;
  if (key === "churnAt" && typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([guests, share]: [string, unknown]) => [guests, written("churn", share)]));
  if (key === "capacity" && typeof value === "object" && value !== null) return writtenAs(value);
  return value as YamlValue | undefined;
}

function changed({ files, sources }: Workspace, before: Scenario, after: Scenario): WrittenText {
  const path = sources.entry("scenarios", before.id)!.file;
  const text = files.find((file) => file.path === path)!.text;
  return { path, before: text, after: changeAll(text, [...differences({ name: before.id, ...before }, after, ["scenarios", before.id])]) };
}

/** What reads the same as it was stays as it was typed: `0,8 %` is not written anew as `0.8 %`. */
function* differences(before: object, after: object, path: readonly string[]): Generator<Difference> {
  const [old, wanted] = [new Map<string, unknown>(Object.entries(before)), new Map<string, unknown>(Object.entries(after))];
  for (const key of new Set([...old.keys(), ...wanted.keys()])) {
    const [was, is] = [old.get(key), wanted.get(key)];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    const deeper = deep.has(key) && typeof was === "object" && was !== null && typeof is === "object" && is !== null;
    if (deeper) yield* differences(was, is, [...path, key]);
    else yield { path: [...path, key], value: written(key, is) };
  }
}
