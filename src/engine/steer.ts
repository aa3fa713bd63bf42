import type { Day } from "../calendar/index.ts";
import { type Framework, HelderError, sectionSchemas, type Steering } from "../framework/index.ts";
import { changeAll, open, type Workspace, type YamlValue } from "../workspace/index.ts";
import { experimentNamed } from "./experiment.ts";
import { addedEntry, type NewEntry } from "./new-entry.ts";
import { unknown } from "./unknown.ts";
import { writeRecorded, type WrittenText } from "./written.ts";

/** What people say of a cycle; what is absent stays as it is, null takes it away. */
export type SteeringSaid = {
  readonly [Key in keyof Omit<Steering, "id" | "kpi">]?: Steering[Key] | null;
};

export interface SteeringRequest {
  /** id of a cycle, or of a KPI or CPI: then its newest open cycle, or a new one */
  readonly of: string;
  readonly said: SteeringSaid;
  readonly today: Day;
}

export interface SteeringWritten {
  readonly cycle: Steering;
  readonly file: string;
  /** whether the cycle is new */
  readonly opened: boolean;
}

const ownFile = "steering.yaml";

/**
 * Writes what people say of a steering cycle into the workspace's YAML, comments intact; `helder add --undo` takes it back. Throws
 * HelderError `unknown-kpi`, `unknown-experiment`, `bad-steering`, and what writing throws.
 */
export async function steerCycle(directory: string, { of, said, today }: SteeringRequest): Promise<SteeringWritten> {
  const workspace = await open(directory);
  const { framework } = workspace;
  const known = cycleOf(framework, of);
  const before: Steering = known ?? { id: newId(framework, of, today), kpi: of, opened: today, options: [] };
  const indicators = [...framework.kpis, ...framework.cpis];
  if (known === null && !indicators.some(({ id }) => id === of)) throw unknown("unknown-kpi", of, [...indicators, ...framework.steering]);
  const cycle = merged(before, said);
  const { experiment } = cycle;
  if (experiment !== undefined) experimentNamed(framework, experiment);
  const text = known === null ? addedEntry(workspace, "steering", ownFile, entryOf(cycle)) : changed(workspace, cycle, said);
  if (text.before !== text.after) await writeRecorded(workspace, [text]);
  return { cycle, file: text.path, opened: known === null };
}

function cycleOf({ steering }: Framework, of: string): Steering | null {
  return steering.find(({ id }) => id === of) ?? steering.findLast(({ kpi, closed }) => kpi === of && closed === undefined) ?? null;
}

function newId({ steering }: Framework, kpi: string, today: Day): string {
  const taken = new Set(steering.map(({ id }) => id));
  const base = `${kpi}-${today}`;
  let id = base;
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
  return id;
}

function merged(before: Steering, said: SteeringSaid): Steering {
  const entries = Object.entries({ ...before, ...said }).filter(([, value]) => value !== null && value !== undefined);
  const read = sectionSchemas.steering.safeParse(Object.fromEntries(entries));
  if (!read.success) throw new HelderError("bad-steering", { key: read.error.issues[0]?.path.join(".") ?? "" });
  return read.data;
}

function entryOf({ id, options, ...rest }: Steering): NewEntry {
  return { id, ...rest, ...(options.length > 0 && { options }) } as NewEntry;
}

function changed({ files, sources }: Workspace, { id }: Steering, said: SteeringSaid): WrittenText {
  const path = sources.entry("steering", id)!.file;
  const before = files.find((file) => file.path === path)!.text;
  const differences = Object.entries(said)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ({ path: ["steering", id, key], value: (value ?? undefined) as YamlValue | undefined }));
  return { path, before, after: changeAll(before, differences) };
}
