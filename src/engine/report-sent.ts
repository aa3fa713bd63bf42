import { join } from "node:path";
import type { Framework, Language } from "../framework/index.ts";
import { digestOf } from "../notify/index.ts";
import type { Attachment } from "../outbound/index.ts";
import type { ReportJson, ToldWaiting } from "../report/index.ts";
import { readKept, writeKept } from "../workspace/index.ts";
import { deliverAll, type Sending, type Undelivered } from "./deliver.ts";

export interface ReportSending extends Sending {
  readonly directory: string;
  readonly framework: Framework;
  readonly report: ReportJson;
  readonly waiting: readonly ToldWaiting[];
  readonly language: Language;
  /** which report it is: each goes to a receiver once for a day */
  readonly id: string;
  /** `mail:…`, `slack:env(…)`, `teams:env(…)`, `webhook:env(…)`; names of people and teams only say for whom it is */
  readonly to: readonly string[];
  /** the report as a file, which goes along with mail */
  readonly file: Attachment;
}

interface Kept {
  /** by report and receiver, the day of which they were last told */
  readonly told: Readonly<Record<string, string>>;
  readonly failed: readonly Undelivered[];
}

const fileIn = (directory: string) => join(directory, ".helder", "reports.json");

/** Who can be reached, of those that a report is for. */
function reachable(to: readonly string[]): readonly string[] {
  return to.filter((one) => /^(?:mail|slack|teams|webhook):/.test(one));
}

/** Sends a report to each receiver once for its day: how all stands as a letter, with the file where it is mail. */
export async function sendReport(
  request: ReportSending,
): Promise<{ readonly sent: readonly string[]; readonly failed: readonly Undelivered[] }> {
  const { directory, framework, report, waiting, language, id, file } = request;
  const before: Kept = { told: {}, failed: [], ...(await readKept<Kept>(fileIn(directory))) };
  const key = (to: string): string => JSON.stringify([id, to]);
  const { letter } = digestOf({ report, waiting, on: [], before: null, language });
  const deliveries = reachable(request.to)
    .filter((to) => before.told[key(to)] !== report.asOf)
    .map((to) => ({
      to,
      letter,
      json: {
        workspace: framework.settings.name,
        report: { id, asOf: report.asOf, file: file.name, subject: letter.subject, text: letter.text },
      },
      attachments: [file],
    }));
  let told = before.told;
  const { sent, failed } = await deliverAll(deliveries, request, async ({ to }) => {
    told = { ...told, [key(to)]: report.asOf };
    await writeKept(fileIn(directory), { told, failed: before.failed });
  });
  const undelivered = failed.map(({ to, code, sentence }) => ({ to, code, sentence }));
  await writeKept(fileIn(directory), { told, failed: undelivered });
  return { sent, failed: undelivered };
}
