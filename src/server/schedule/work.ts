import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { dayInZone } from "../../calendar/index.ts";
import { checkWords } from "../../check/index.ts";
import { alert, digest, discover, type Engine, sendReport, usualBounds } from "../../engine/index.ts";
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
    const letter = await letterOf(worker, asked);
    const { render } = await import("../../render/index.ts");
    const id = asked.job.name ?? "report";
    const file = {
      name: `${letter.report.asOf}-${id}.html`,
      type: "text/html",
      bytes: await render(letter.report, "html", asked.language),
    };
    const folder = join(worker.engine.directory, "reports");
    await mkdir(folder, { recursive: true });
    await writeFileAtomically(join(folder, file.name), file.bytes);
    const { failed } = await sendReport({ ...letter, id, to: asked.job.to, file });
    throwUndelivered(failed);
  },
  async digest(worker, asked) {
    const { failed } = await digest({ ...(await letterOf(worker, asked)), to: asked.job.to, send: true });
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

/** How all stands and what waits, as a letter tells it. */
async function letterOf({ engine, environment }: Worker, { framework, language, now }: Asked) {
  const { report } = await engine.run({ asOf: null });
  return {
    directory: engine.directory,
    framework,
    report: toJson(report, language, checkWords),
    waiting: tellWaiting(waitingOf(framework, report), report, language),
    language,
    environment,
    now: Math.floor(now / 1000),
  };
}

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
