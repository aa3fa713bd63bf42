import type { ReportJson } from "../report/index.ts";

/** What is worth somebody's time: a lasting change for the worse, a target out of reach, no data to judge, a source that broke or stopped. */
export type EpisodeKind = "level-changed" | "off-course" | "no-data" | "broken-source" | "silent-source";

/** Something that is going on. The same as long as it lasts. */
export interface Episode {
  /** `off-course/bathrooms-sold` */
  readonly id: string;
  readonly kind: EpisodeKind;
  /** id of the KPI, CPI or dataset */
  readonly on: string;
  readonly name: string;
  /** in the language of the report */
  readonly sentence: string;
  /** false: chance alone may undo it, so that it is told once it lasts */
  readonly sure: boolean;
  /** label of the newest complete period that it is told of; null where it is about none */
  readonly period: string | null;
}

/** What notify reads of a report. */
export type Watched = Pick<ReportJson, "asOf" | "kpis" | "cpis" | "quality">;

/** A target with less than this chance is told at once, and so is a level that is so many deviations from what it was. */
const [smallChance, largeChange] = [0.1, 4];

const offCourse = new Set<string>(["behind", "missed"]);
const onCourse = new Set<string>(["on-track", "achieved"]);

/**
 * All that is going on, in the order of the report. `open` are the ids of what was going on before: a target that was out of reach stays so
 * until it is on course again, so that what wavers in between is told once.
 */
export function episodesOf({ kpis, cpis, quality }: Watched, open: ReadonlySet<string>): readonly Episode[] {
  const ofIndicators = [...kpis, ...cpis].flatMap(({ id, name, status, chance, signals, reasons, series }): Episode[] => {
    const change = signals.find(({ code, params }) => code === "level-changed" && params["favourable"] === false);
    const reason = reasons[0]?.sentence ?? "";
    const stays = open.has(`off-course/${id}`) && !onCourse.has(status);
    const period = series.findLast(({ complete }) => complete)?.period ?? null;
    const large = Number(change?.params["deviations"]) >= largeChange;
    const certain = status !== "behind" || chance === null || chance < smallChance;
    return [
      ...(change ? [{ ...episode("level-changed", id, name, change.sentence), sure: large, period }] : []),
      ...(offCourse.has(status) || stays ? [{ ...episode("off-course", id, name, reason), sure: certain, period }] : []),
      ...(status === "no-data" ? [episode("no-data", id, name, reason)] : []),
    ];
  });
  const sources = new Map<string, Episode>();
  for (const { dataset, code, breaks, sentence } of quality) {
    const kind = breaks ? "broken-source" : code === "silent-source" ? "silent-source" : null;
    const found = kind === null ? null : episode(kind, dataset, dataset, sentence);
    if (found !== null && !sources.has(found.id)) sources.set(found.id, found);
  }
  return [...ofIndicators, ...sources.values()];
}

function episode(kind: EpisodeKind, on: string, name: string, sentence: string): Episode {
  return { id: `${kind}/${on}`, kind, on, name, sentence, sure: true, period: null };
}
