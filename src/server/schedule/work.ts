import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { dayInZone } from "../../calendar/index.ts";
import { checkWords } from "../../check/index.ts";
import { alert, digest, discover, type Engine, usualBounds } from "../../engine/index.ts";
import { type Framework, HelderError, type Language } from "../../framework/index.ts";
import { type ReportJson, tellWaiting, toJson, waitingOf } from "../../report/index.ts";
import { writeFileAtomically } from "../../workspace/index.ts";
import type { Job, Task } from "./job.ts";

export interface Worker {
  readonly engine: Engine;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

interface Asked {
  readonly job: Job;
  readonly framework: Framework;
  readonly language: Language;
  /** milliseconds since 1970 */
  readonly now: number;
}

/** Does one job. Throws what failed, after all that could be done was. */
export async function workOn(worker: Worker, job: Job, now: number): Promise<void> {
  const framework = await worker.engine.framework();
  return tasks[job.do](worker, { job, framework, language: framework.settings.language ?? "en", now });
}

const tasks: Readonly<Record<Task, (worker: Worker, asked: Asked) => Promise<void>>> = {
  async load({ engine }) {
    const { failures } = await engine.load({ datasets: null });
    if (failures[0]) throw failures[0].error;
  },
  async run(worker, asked) {
    const { failed } = await alert({
      directory: worker.engine.directory,
      framework: asked.framework,
      report: await reportOf(worker, asked),
      language: asked.language,
      send: true,
      environment: worker.environment,
      now: Math.floor(asked.now / 1000),
    });
    throwUndelivered(failed);
  },
  async report(worker, asked) {
    const report = await reportOf(worker, asked);
    const { render } = await import("../../render/index.ts");
    const file = `${report.asOf}-${asked.job.name ?? "report"}.html`;
    const folder = join(worker.engine.directory, "reports");
    await mkdir(folder, { recursive: true });
    await writeFileAtomically(join(folder, file), await render(report, "html", asked.language));
  },
  async digest(worker, asked) {
    const { report } = await worker.engine.run({ asOf: null });
    const { failed } = await digest({
      directory: worker.engine.directory,
      framework: asked.framework,
      report: toJson(report, asked.language, checkWords),
      waiting: tellWaiting(waitingOf(asked.framework, report), report, asked.language),
      language: asked.language,
      to: asked.job.to,
      send: true,
      environment: worker.environment,
      now: Math.floor(asked.now / 1000),
    });
    throwUndelivered(failed);
  },
  async discover({ engine }, { framework, language, now }) {
    const { settings } = framework;
    await discover({
      files: [],
      directory: engine.directory,
      language,
      timezone: settings.timezone,
      currency: settings.currency,
      ...usualBounds,
      asOf: dayInZone(now, settings.timezone),
      export: null,
      keep: { directory: engine.directory, compare: true },
    });
  },
};

async function reportOf({ engine }: Worker, { language }: Asked): Promise<ReportJson> {
  const { report } = await engine.run({ asOf: null });
  return toJson(report, language, checkWords);
}

/** What did not arrive waits for the next sending; that it waits is a failure of the job, so that it is tried again soon. */
function throwUndelivered(failed: readonly { readonly to: string; readonly sentence: string }[]): void {
  const [first] = failed;
  if (!first) return;
  throw new HelderError("undelivered", { count: failed.length, reason: first.sentence });
}
