import { join } from "node:path";
import type { Framework, Language } from "../framework/index.ts";
import { digestOf, type Letter, type Standing } from "../notify/index.ts";
import type { ReportJson, ToldWaiting } from "../report/index.ts";
import { readKept, writeKept } from "../workspace/index.ts";
import { deliverAll, type Undelivered } from "./deliver.ts";

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
  readonly failed: readonly Undelivered[];
}

interface Kept {
  readonly receivers: Readonly<Record<string, Standing>>;
  readonly failed: DigestResult["failed"];
}

const fileIn = (directory: string) => join(directory, ".helder", "digests.json");

/** Tells each receiver once a day at most how all stands, and what changed since the last digest that reached them. */
export async function digest(request: DigestRequest): Promise<DigestResult> {
  const { directory, framework, report, language } = request;
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
  let known = before.receivers;
  const deliveries = written.map(({ to, letter, standing }) => ({
    to,
    letter,
    json: { workspace: framework.settings.name, digest: { asOf: report.asOf, subject: letter.subject, text: letter.text } },
    standing,
  }));
  const { sent, failed } = await deliverAll(deliveries, request, async ({ to, standing }, missed) => {
    known = { ...known, [to]: standing };
    await writeKept(fileIn(directory), { receivers: known, failed: missed.map(plain) });
  });
  await writeKept(fileIn(directory), { receivers: known, failed: failed.map(plain) });
  return { digests, sent, failed: failed.map(plain) };
}

function plain({ to, code, sentence }: Undelivered): Undelivered {
  return { to, code, sentence };
}
