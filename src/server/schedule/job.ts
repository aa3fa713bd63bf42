import type { Framework } from "../../framework/index.ts";

export type Task = Framework["schedule"][number]["do"] | "digest";

/** Something that Helder does by itself at set moments. */
export interface Job {
  /** what it does, when and for whom: another moment makes it another job, which has missed nothing yet */
  readonly id: string;
  /** the id of its entry under `schedule`; null where it has none */
  readonly name: string | null;
  readonly do: Task;
  readonly cron: string;
  readonly to: readonly string[];
}

/** Data before what is told about them, where both are due at once. */
const order: readonly Task[] = ["load", "run", "report", "digest", "discover"];

/** What the workspace asks for, in the order in which it is done where more is due at once. */
export function jobsOf({ schedule, alerts }: Pick<Framework, "schedule" | "alerts">): readonly Job[] {
  const jobs = new Map<string, Job>();
  const digests = alerts.flatMap(({ id, digest, hour, to }) =>
    digest === undefined ? [] : [{ id, cron: `0 ${hour} * * ${digest === "weekly" ? "1" : "*"}`, do: "digest" as const, to }],
  );
  for (const { id, cron, do: task, to = [] } of [...schedule, ...digests]) {
    const job: Job = { id: [task, cron.trim().split(/ +/).join(" "), ...to].join(" "), name: id ?? null, do: task, cron, to };
    if (!jobs.has(job.id)) jobs.set(job.id, job);
  }
  return [...jobs.values()].toSorted((a, b) => order.indexOf(a.do) - order.indexOf(b.do));
}
