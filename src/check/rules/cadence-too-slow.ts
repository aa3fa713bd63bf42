import { type Cadence, cadences, daysBetween } from "../../calendar/index.ts";
import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

/** With fewer looks than this the target is over before you could steer by it. */
const fewest = 3;
/** The days of the shortest period of each cadence: three months of any length hold three. */
const shortest: Record<Cadence, number> = { daily: 1, weekly: 7, monthly: 29, quarterly: 89 };

export const cadenceTooSlow: Rule = {
  code: "cadence-too-slow",
  severity: "warning",
  why: {
    nl: "Wie te weinig keer kijkt, ziet pas dat het misgaat als er geen tijd meer is om bij te sturen.",
    en: "If you look too seldom, you see that it goes wrong when there is no time left to steer.",
  },
  sentences: {
    nl: ({ name, count, fewest: least, faster }) =>
      `Je kijkt ${times(count, "keer")} naar “${name}” voordat het doel voorbij is; om op tijd bij te sturen moet dat minstens ${least} keer zijn. Zet “cadence: ${faster}”.`,
    en: ({ name, count, fewest: least, faster }) =>
      `You look at “${name}” ${times(count, count === 1 ? "time" : "times")} before the target is over; to steer in time it takes at least ${least}. Put “cadence: ${faster}”.`,
  },
  *find({ framework, sources }) {
    for (const { section, entry, target } of indicatorsOf(framework)) {
      if (!target?.from || !target.to || target.from > target.to) continue;
      const days = daysBetween(target.from, target.to) + 1;
      const looks = (cadence: Cadence) => Math.floor(days / shortest[cadence]);
      const { id, name = id, cadence } = entry;
      const count = looks(cadence);
      // Nothing is faster than every day.
      if (count >= fewest || cadence === "daily") continue;
      const faster = cadences.findLast((one) => looks(one) >= fewest) ?? "daily";
      yield { on: id, at: sources.at(section, id, ["cadence"]), params: { name, cadence, count, fewest, faster } };
    }
  },
  fix({ on, at, params }, { framework, sources }) {
    const part = sources.part(at);
    const [section, index] = part?.path ?? [];
    const indicator = indicatorsOf(framework).find((one) => one.section === section && one.entry.id === on);
    // The steps of a plan are one a period: another cadence asks for other steps.
    if (!part || index === undefined || indicator?.target?.plan) return [];
    return [{ file: part.file, path: [section!, index, "cadence"], value: String(params["faster"]) }];
  },
};

function times(count: unknown, word: string): string {
  return `${String(count)} ${word}`;
}
