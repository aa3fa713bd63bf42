import type { ReportJson } from "../report/index.ts";
import type { Entry, Status } from "./report.ts";
import { keep, lasting, recall, thisVisit } from "./storage.ts";

/** What a reader saw: the day of the figures and each status. */
export interface Visit {
  readonly day: string;
  readonly statuses: Readonly<Record<string, Status>>;
}

export interface Change {
  readonly entry: Entry;
  /** null: it was not there before */
  readonly before: Status | null;
}

/** Keeps what is seen now and returns what was seen at the visit before this one; null on the first visit. A visit lasts as long as the tab. */
export function remember(report: ReportJson): Visit | null {
  const key = `helder-visit:${report.workspace.name}`;
  if (recall(thisVisit, key) === null) keep(thisVisit, key, recall(lasting, key) ?? "");
  const statuses = Object.fromEntries([...report.kpis, ...report.cpis].map((entry) => [entry.id, entry.status]));
  keep(lasting, key, JSON.stringify({ day: report.asOf, statuses } satisfies Visit));
  return readVisit(recall(thisVisit, key) ?? "");
}

function readVisit(text: string): Visit | null {
  if (text === "") return null;
  try {
    const kept = JSON.parse(text) as { day?: unknown; statuses?: unknown } | null;
    return kept && typeof kept.day === "string" && typeof kept.statuses === "object" && kept.statuses !== null
      ? { day: kept.day, statuses: kept.statuses as Visit["statuses"] }
      : null;
  } catch {
    return null;
  }
}

export function changesSince(visit: Visit, report: ReportJson): readonly Change[] {
  return [...report.kpis, ...report.cpis]
    .map((entry) => ({ entry, before: Object.hasOwn(visit.statuses, entry.id) ? (visit.statuses[entry.id] ?? null) : null }))
    .filter(({ entry, before }) => before !== entry.status);
}
