import { HelderError } from "../../framework/index.ts";
import type { Job } from "./job.ts";
import { type Memory, type Outcome, remember, rememberedIn, type Remembered } from "./memory.ts";
import { momentAfter } from "./moment.ts";

export interface ScheduleOptions {
  readonly directory: string;
  /** as the workspace says now */
  readonly asked: () => Promise<{ readonly jobs: readonly Job[]; readonly zone: string }>;
  /** `now` is when it was found to be due */
  readonly work: (job: Job, now: number) => Promise<void>;
  /** milliseconds since 1970 */
  readonly now: () => number;
  /** told of each outcome */
  readonly done?: (job: Job, outcome: Outcome) => void;
}

/** A job as `GET /api/schedule` gives it. */
export interface Planned extends Omit<Job, "id"> {
  readonly last: Outcome | null;
  /** ISO in UTC; null where the moment never comes */
  readonly next: string | null;
  readonly running: boolean;
  /** tries that failed since it was last done; the next one is then `next` */
  readonly tries: number;
}

export interface Schedule {
  /** Does what is due, one after the other, and ends when that is done. While it works, it is the same work that is waited for. */
  tick(): Promise<void>;
  planned(): Promise<readonly Planned[]>;
  /** no work begins any more; what was begun is waited for */
  close(): Promise<void>;
}

/** After the first, second and third failure; after the fourth the next moment has to come. */
const pauses = [60_000, 5 * 60_000, 30 * 60_000];

/**
 * Does jobs at their moments, never two at once. Moments that passed while nobody was there are made good once; what failed is tried
 * again a few times. Without a clock of its own: `tick` looks at `now`.
 */
export function openSchedule(options: ScheduleOptions): Schedule {
  const { directory, asked, work, now } = options;
  let memory: Memory | null = null;
  let ticking: Promise<void> | null = null;
  let busy: string | null = null;
  let closed = false;

  const known = async (): Promise<Memory> => (memory ??= await rememberedIn(directory));

  async function note(id: string, remembered: Remembered): Promise<void> {
    memory = { ...(await known()), [id]: remembered };
    await remember(directory, memory);
  }

  async function tryOnce(job: Job, before: Remembered, begun: number): Promise<void> {
    // Noted first: work that takes the process down with it must not be tried for ever.
    const tries = before.tries + 1;
    const pause = pauses[tries - 1];
    const again: Remembered =
      pause === undefined ? { handled: begun, tries: 0, retry: null, last: before.last } : { ...before, tries, retry: begun + pause };
    await note(job.id, again);
    busy = job.id;
    const failure = await work(job, begun).then(
      () => null,
      (error: unknown) => failureOf(error),
    );
    busy = null;
    const last: Outcome = { at: new Date(now()).toISOString(), ok: failure === null, failure };
    await note(job.id, failure === null ? { handled: begun, tries: 0, retry: null, last } : { ...again, last });
    options.done?.(job, last);
  }

  async function round(): Promise<void> {
    const { jobs, zone } = await asked();
    const begun = now();
    for (const job of jobs) {
      if (closed) return;
      const remembered = (await known())[job.id];
      // A job that was just written down has missed nothing.
      if (remembered === undefined) await note(job.id, { handled: begun, tries: 0, retry: null, last: null });
      else if (isDue(job, remembered, zone, begun)) await tryOnce(job, remembered, begun);
    }
  }

  return {
    tick: () =>
      (ticking ??= round().finally(() => {
        ticking = null;
      })),
    async planned() {
      const [{ jobs, zone }, memories] = [await asked(), await known()];
      return jobs.map(({ id, ...job }) => {
        const { handled = now(), tries = 0, retry = null, last = null } = memories[id] ?? {};
        const next = retry ?? momentAfter(job.cron, zone, handled);
        return { ...job, last, next: next === null ? null : new Date(next).toISOString(), running: busy === id, tries };
      });
    },
    async close() {
      closed = true;
      await ticking;
    },
  };
}

function isDue(job: Job, { handled, retry }: Remembered, zone: string, now: number): boolean {
  const moment = retry ?? momentAfter(job.cron, zone, handled);
  return moment !== null && moment <= now;
}

function failureOf(error: unknown): NonNullable<Outcome["failure"]> {
  const known = error instanceof HelderError ? error : new HelderError("internal", { reason: error instanceof Error ? error.message : "" });
  return { code: known.code, nl: known.sentence("nl"), en: known.sentence("en") };
}
