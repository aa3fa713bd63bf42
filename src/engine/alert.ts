import { join } from "node:path";
import { type Framework, HelderError, type Language } from "../framework/index.ts";
import { delivered, letterOf, type Message, messagesOf, nothingTold, type Told } from "../notify/index.ts";
import { openOutbound } from "../outbound/index.ts";
import type { ReportJson } from "../report/index.ts";
import { readKept, writeKept } from "../workspace/index.ts";
import { deliver } from "./deliver.ts";

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
  const before = await keptIn(directory);
  const { messages, told } = messagesOf(framework, report, before.told, language);
  if (!send) return { messages, sent: [], failed: before.failed };
  let known = told;
  const sent: string[] = [];
  const failed: DeadLetter[] = [];
  const outbound = openOutbound({ allow: framework.settings.network?.allow ?? [], environment: request.environment });
  try {
    for (const to of new Set(messages.flatMap((message) => message.to))) {
      const own = messages.filter((message) => message.to.includes(to));
      try {
        await deliver(outbound, {
          to,
          letter: letterOf(own, framework.settings.name, language),
          json: { workspace: framework.settings.name, messages: own.map(({ to: _to, ...message }) => message) },
          environment: request.environment,
          now: request.now,
        });
      } catch (error) {
        if (!(error instanceof HelderError)) throw error;
        failed.push({ to, code: error.code, sentence: outbound.redact(error.sentence(language)), messages: own.map(({ id }) => id) });
        continue;
      }
      sent.push(to);
      for (const message of own) known = delivered(known, message, to);
      // What reached somebody is not told twice, also where the process ends before the next letter.
      await writeKept(fileIn(directory), { told: known, failed });
    }
  } finally {
    await outbound.close();
  }
  await writeKept(fileIn(directory), { told: known, failed });
  return { messages, sent, failed };
}

async function keptIn(directory: string): Promise<Kept> {
  const { told, failed = [] } = (await readKept<{ told: Partial<Told>; failed: Kept["failed"] }>(fileIn(directory))) ?? {};
  return { told: { ...nothingTold, ...told }, failed };
}
