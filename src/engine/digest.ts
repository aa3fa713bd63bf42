import { join } from "node:path";
import { type Framework, HelderError, type Language } from "../framework/index.ts";
import { digestOf, type Letter, type Standing } from "../notify/index.ts";
import { openOutbound } from "../outbound/index.ts";
import type { ReportJson, ToldWaiting } from "../report/index.ts";
import { readKept, writeKept } from "../workspace/index.ts";
import { deliver } from "./deliver.ts";

export interface DigestRequest {
  readonly directory: string;
  readonly framework: Framework;
  readonly report: ReportJson;
  readonly waiting: readonly ToldWaiting[];
  readonly language: Language;
  /** who gets one; null: all who asked for one in `alerts` */
  readonly to: readonly string[] | null;
  /** false: says what would be told, and changes nothing */
  readonly send: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** seconds since 1970 */
  readonly now: number;
}

export interface DigestResult {
  readonly digests: readonly (Letter & { readonly to: string })[];
  readonly sent: readonly string[];
  /** what did not arrive; what changed since the last one that did is told the next time */
  readonly failed: readonly { readonly to: string; readonly code: string; readonly sentence: string }[];
}

interface Kept {
  readonly receivers: Readonly<Record<string, Standing>>;
  readonly failed: DigestResult["failed"];
}

const fileIn = (directory: string) => join(directory, ".helder", "digests.json");

/** Tells each receiver once a day at most how all stands, and what changed since the last digest that reached them. */
export async function digest(request: DigestRequest): Promise<DigestResult> {
  const { directory, framework, report, language, environment, now } = request;
  const before: Kept = { receivers: {}, failed: [], ...(await readKept<Kept>(fileIn(directory))) };
  const receivers = new Map<string, string[] | null>();
  for (const { digest: cadence, on, to } of framework.alerts)
    if (cadence !== undefined)
      for (const one of to)
        receivers.set(one, on.length === 0 || receivers.get(one) === null ? null : [...(receivers.get(one) ?? []), ...on]);
  const written = [...receivers]
    // Who was told of this day is not told again when it goes again to somebody else.
    .filter(([to]) => (request.to === null || request.to.includes(to)) && before.receivers[to]?.asOf !== report.asOf)
    .map(([to, on]) => ({
      to,
      ...digestOf({ report, waiting: request.waiting, on: on ?? [], before: before.receivers[to] ?? null, language }),
    }));
  const digests = written.map(({ to, letter }) => ({ to, ...letter }));
  if (!request.send) return { digests, sent: [], failed: before.failed };
  const outbound = openOutbound({ allow: framework.settings.network?.allow ?? [], environment });
  let known = before.receivers;
  const sent: string[] = [];
  const failed: DigestResult["failed"][number][] = [];
  try {
    for (const { to, letter, standing } of written) {
      const json = { workspace: framework.settings.name, digest: { asOf: report.asOf, subject: letter.subject, text: letter.text } };
      try {
        await deliver(outbound, { to, letter, json, environment, now });
      } catch (error) {
        if (!(error instanceof HelderError)) throw error;
        failed.push({ to, code: error.code, sentence: outbound.redact(error.sentence(language)) });
        continue;
      }
      sent.push(to);
      known = { ...known, [to]: standing };
      await writeKept(fileIn(directory), { receivers: known, failed });
    }
  } finally {
    await outbound.close();
  }
  await writeKept(fileIn(directory), { receivers: known, failed });
  return { digests, sent, failed };
}
