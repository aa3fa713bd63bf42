import { type Day, shiftDay } from "../../calendar/index.ts";
import { HelderError } from "../../framework/index.ts";
import { measuredDatasets, reachOf } from "../../metric/index.ts";
import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

export const retentionTooShort: Rule = {
  code: "retention-too-short",
  severity: "warning",
  why: {
    nl: "Wat niet meer wordt bewaard, telt niet meer mee: de uitgangswaarde of het doel verandert dan terwijl er niets is gebeurd.",
    en: "What is no longer kept no longer counts: the baseline or the target then changes though nothing happened.",
  },
  sentences: {
    nl: ({ name, dataset, from, needed }) =>
      `“${name}” rekent met rijen van “${dataset}” vanaf ${needed}, maar die worden pas vanaf ${from} bewaard. Maak “retention” langer, of laat doel en uitgangswaarde later beginnen.`,
    en: ({ name, dataset, from, needed }) =>
      `“${name}” needs rows of “${dataset}” from ${needed} on, but they are kept from ${from} on. Make “retention” longer, or let the target and baseline begin later.`,
  },
  *find({ framework, sources, today }) {
    const kept = new Map(
      framework.datasets.flatMap(({ id, retention }) => (retention ? [[id, shiftDay(today, retention, -1)] as const] : [])),
    );
    if (kept.size === 0) return;
    for (const { section, entry, metric, target } of indicatorsOf(framework)) {
      const { id, name = id, baseline } = entry;
      const starts = [target?.from, typeof baseline === "object" ? baseline.from : undefined].filter((day) => day !== undefined).sort();
      const [start] = starts;
      if (!metric || start === undefined || start > today) continue;
      const needed = firstNeeded(framework, metric.id, start);
      if (needed === null) continue;
      for (const dataset of measuredDatasets(framework, metric.id)) {
        const from = kept.get(dataset);
        if (from !== undefined && needed < from) {
          yield { on: id, at: sources.at(section, id, ["metric"]), params: { name, dataset, from, needed } };
          break;
        }
      }
    }
  },
};

/** The first day whose rows a value from `start` on is made of; null where the metric is broken. */
function firstNeeded(framework: Parameters<typeof reachOf>[0], metric: string, start: Day): Day | null {
  try {
    const { after } = reachOf(framework, metric);
    // Who was a customer once may matter for ever; that is no stretch of days to compare with.
    if (after === "all") return start;
    return shiftDay(shiftDay(start, { count: after.months, unit: "month" }, -1), { count: after.days, unit: "day" }, -1);
  } catch (error) {
    if (error instanceof HelderError) return null;
    throw error;
  }
}
