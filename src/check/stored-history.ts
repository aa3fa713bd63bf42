import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cadences, isDay } from "../calendar/index.ts";
import { type Framework, HelderError } from "../framework/index.ts";
import { fingerprintOf } from "../metric/index.ts";
import { writeFileAtomically } from "../workspace/index.ts";
import { type History, historyKey, type PeriodValue } from "./history.ts";

/** `[from, to, value, n]` */
type Row = readonly [string, string, number, number | null];
interface Stored {
  readonly definition: string;
  readonly points: readonly Row[];
}

const version = 1;
const fileIn = (directory: string) => join(directory, ".helder", "history.json");

/**
 * Keeps the values that a run found beside the workspace, so that `check` can hold targets against them without computing. A file that
 * cannot be written is not worth failing for.
 */
export async function keepHistory(directory: string, framework: Framework, history: History): Promise<void> {
  const definitions = definitionsOf(framework);
  const metrics: Record<string, Stored> = {};
  for (const [key, points] of history) {
    const definition = definitions.get(key);
    if (definition !== undefined) metrics[key] = { definition, points: points.map(({ from, to, value, n }) => [from, to, value, n]) };
  }
  const text = `${JSON.stringify({ version, metrics })}\n`;
  // The app asks for a report at every visit; mostly nothing has changed.
  if ((await readFile(fileIn(directory), "utf8").catch(() => null)) === text) return;
  await writeFileAtomically(fileIn(directory), text).catch((problem: unknown) => {
    if (!(problem instanceof HelderError)) throw problem;
  });
}

/** The values that the last run kept, of metrics that are still defined as they were then. Empty where there are none that can be read. */
export async function keptHistory(directory: string, framework: Framework): Promise<History> {
  const history = new Map<string, readonly PeriodValue[]>();
  const text = await readFile(fileIn(directory), "utf8").catch(() => null);
  if (text === null) return history;
  const stored = storedIn(text);
  for (const [key, definition] of definitionsOf(framework)) {
    const kept = stored[key];
    if (!isStored(kept) || kept.definition !== definition) continue;
    history.set(
      key,
      kept.points.map(([from, to, value, n]) => ({ from, to, value, n })),
    );
  }
  return history;
}

/** What the values of each metric that an indicator has depend on, as a short hash. */
function definitionsOf(framework: Framework): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  const metrics = new Set([...framework.kpis, ...framework.cpis].flatMap(({ metric }) => metric ?? []));
  for (const metric of metrics) {
    const print = printOf(framework, metric);
    if (print === null) continue;
    const hash = createHash("sha256").update(print).digest("base64url");
    for (const cadence of cadences) definitions.set(historyKey(metric, cadence), hash);
  }
  return definitions;
}

function printOf(framework: Framework, metric: string): string | null {
  try {
    return fingerprintOf(framework, metric);
  } catch (problem) {
    if (problem instanceof HelderError) return null;
    throw problem;
  }
}

function storedIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(text);
    if (!isRecord(read) || read["version"] !== version || !isRecord(read["metrics"])) return {};
    return read["metrics"];
  } catch {
    return {};
  }
}

function isStored(kept: unknown): kept is Stored {
  return isRecord(kept) && Array.isArray(kept["points"]) && kept["points"].every(isRow);
}

function isRow(row: unknown): row is Row {
  if (!Array.isArray(row)) return false;
  const [from, to, value, n] = row as readonly unknown[];
  return (
    typeof from === "string" &&
    isDay(from) &&
    typeof to === "string" &&
    isDay(to) &&
    from <= to &&
    isNumber(value) &&
    (n === null || isNumber(n))
  );
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
