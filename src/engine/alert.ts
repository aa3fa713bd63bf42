import { join } from "node:path";
import type { Framework, Language } from "../framework/index.ts";
import { delivered, letterOf, type Message, messagesOf, nothingTold, type Told } from "../notify/index.ts";
import type { ReportJson } from "../report/index.ts";
import { readKept, writeKept } from "../workspace/index.ts";
import { deliverAll, type Undelivered } from "./deliver.ts";

/** A letter that did not arrive; it goes again with the next sending. */
export interface DeadLetter {
  readonly to: string;
  readonly code: string;
  readonly sentence: string;
  /** ids of its messages */
  readonly messages: readonly string[];
}

export interface AlertResult {
  readonly messages: readonly Message[];
  /** whom a letter reached; empty where nothing was to be sent */
  readonly sent: readonly string[];
  readonly failed: readonly DeadLetter[];
}

export interface AlertRequest {
  readonly directory: string;
  readonly framework: Framework;
  readonly report: ReportJson;
  readonly language: Language;
  /** false: says what would be told, and changes nothing */
  readonly send: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** seconds since 1970 */
  readonly now: number;
}

interface Kept {
  readonly told: Told;
  readonly failed: readonly DeadLetter[];
}

const fileIn = (directory: string) => join(directory, ".helder", "alerts.json");

/**
 * Tells what a run found to those who asked for it, one letter each. What did not arrive is kept and goes along the next time; those whom it
 * reached are not told again.
 */
export async function alert(request: AlertRequest): Promise<AlertResult> {
  const { directory, framework, report, language, send } = request;
  const kept = await keptIn(directory);
  const { messages, told } = messagesOf(framework, report, kept.told, language);
  if (!send) return { messages, sent: [], failed: kept.failed };
  let known = told;
  const deliveries = [...new Set(messages.flatMap((message) => message.to))].map((to) => {
    const own = messages.filter((message) => message.to.includes(to));
    const json = { workspace: framework.settings.name, messages: own.map(({ to: _to, ...message }) => message) };
    return { to, letter: letterOf(own, framework.settings.name, language), json, own };
  });
  const dead = (of: readonly (Undelivered & { readonly delivery: (typeof deliveries)[number] })[]): DeadLetter[] =>
    of.map(({ to, code, sentence, delivery }) => ({ to, code, sentence, messages: delivery.own.map(({ id }) => id) }));
  const { sent, failed } = await deliverAll(deliveries, request, async ({ to, own }, before) => {
    for (const message of own) known = delivered(known, message, to);
    await writeKept(fileIn(directory), { told: known, failed: dead(before) });
  });
  await writeKept(fileIn(directory), { told: known, failed: dead(failed) });
  return { messages, sent, failed: dead(failed) };
}

async function keptIn(directory: string): Promise<Kept> {
  const { told, failed = [] } = (await readKept<{ told: Partial<Told>; failed: Kept["failed"] }>(fileIn(directory))) ?? {};
  return { told: { ...nothingTold, ...told }, failed };
}
