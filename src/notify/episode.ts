import type { ReportJson } from "../report/index.ts";

/** What is worth somebody's time: a lasting change for the worse, a target out of reach, no data to judge, and a source that broke. */
export type EpisodeKind = "level-changed" | "off-course" | "no-data" | "broken-source";

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
}

/** What notify reads of a report. */
export type Watched = Pick<ReportJson, "asOf" | "kpis" | "cpis" | "quality">;

const offCourse = new Set<string>(["behind", "missed"]);
const onCourse = new Set<string>(["on-track", "achieved"]);

/**
 * All that is going on, in the order of the report. `open` are the ids of what was going on before: a target that was out of reach stays so
 * until it is on course again, so that what wavers in between is told once.
 */
export function episodesOf({ kpis, cpis, quality }: Watched, open: ReadonlySet<string>): readonly Episode[] {
  const ofIndicators = [...kpis, ...cpis].flatMap(({ id, name, status, signals, reasons }): Episode[] => {
    const change = signals.find(({ code, params }) => code === "level-changed" && params["favourable"] === false);
    const reason = reasons[0]?.sentence ?? "";
    const stays = open.has(`off-course/${id}`) && !onCourse.has(status);
    return [
      ...(change ? [episode("level-changed", id, name, change.sentence)] : []),
      ...(offCourse.has(status) || stays ? [episode("off-course", id, name, reason)] : []),
      ...(status === "no-data" ? [episode("no-data", id, name, reason)] : []),
    ];
  });
  const broken = new Map<string, Episode>();
  for (const { dataset, breaks, sentence } of quality)
    if (breaks && !broken.has(dataset)) broken.set(dataset, episode("broken-source", dataset, dataset, sentence));
  return [...ofIndicators, ...broken.values()];
}

function episode(kind: EpisodeKind, on: string, name: string, sentence: string): Episode {
  return { id: `${kind}/${on}`, kind, on, name, sentence };
}
