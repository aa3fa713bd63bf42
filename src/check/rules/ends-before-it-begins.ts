import type { Rule } from "../rule.ts";

export const endsBeforeItBegins: Rule = {
  code: "ends-before-it-begins",
  severity: "error",
  why: {
    nl: "In zo’n periode ligt geen enkele dag, dus er valt niets in te meten.",
    en: "No day lies in such a period, so nothing can be measured in it.",
  },
  sentences: {
    nl: ({ from, to }) => `Dit eindigt op ${to}, vóór het op ${from} begint. Verbeter een van de twee dagen.`,
    en: ({ from, to }) => `This ends on ${to}, before it begins on ${from}. Mend one of the two days.`,
  },
  *find({ framework: { events, experiments, steering }, sources }) {
    const spans = [
      ...events.map(({ id, on, to }) => ({ section: "events", id, from: on, to, key: "to" }) as const),
      ...experiments.map(({ id, from, to }) => ({ section: "experiments", id, from, to, key: "to" }) as const),
      ...steering.map(({ id, opened, closed }) => ({ section: "steering", id, from: opened, to: closed, key: "closed" }) as const),
    ];
    for (const { section, id, from, to, key } of spans) {
      if (from !== undefined && to !== undefined && to < from) yield { on: id, at: sources.at(section, id, [key]), params: { from, to } };
    }
  },
};
