import type { Judge } from "../reading.ts";

const sentences = {
  several: {
    nl: "Er staan meer KPI’s in één zin. Maak er per KPI een zin van.",
    en: "One sentence holds several KPIs. Give each KPI a sentence of its own.",
  },
  nothing: {
    nl: "Er staat niet wat je telt. Noem wat je meet, bijvoorbeeld offerteaanvragen of doorlooptijd.",
    en: "It does not say what you count. Name what you measure, for instance quote requests or lead time.",
  },
  named: {
    nl: (metric: string) => `Je meet: ${metric}.`,
    en: (metric: string) => `You measure: ${metric}.`,
  },
};

/** Specific: one thing is named that can be counted. False where nothing is, or where several are. */
export const specific: Judge = ({ aim, subject }, language) => {
  if (aim.targets.length > 1 || subject.joint) return { ok: false, reason: sentences.several[language] };
  if (!subject.countable || subject.phrase === null) return { ok: false, reason: sentences.nothing[language] };
  return { ok: true, reason: sentences.named[language](subject.phrase) };
};
