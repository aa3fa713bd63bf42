import { dayText } from "../amount.ts";
import type { Judge } from "../reading.ts";

const sentences = {
  ends: {
    nl: (day: string) => `Het einde is ${day}.`,
    en: (day: string) => `The end is ${day}.`,
  },
  named: {
    nl: "Er staat een einde, maar niet in welk jaar. Geef --as-of of schrijf het jaar erbij.",
    en: "An end is named, but not its year. Give --as-of, or write the year.",
  },
  endless: {
    nl: "Er staat geen einde. Schrijf wanneer het bereikt moet zijn, bijvoorbeeld uiterlijk 31 december.",
    en: "There is no end. Write when it must be reached, for instance by 31 December.",
  },
};

/** Time-bound: an end is named. */
export const timeBound: Judge = ({ kpi, aim }, language) => {
  if (kpi.to !== null) return { ok: true, reason: sentences.ends[language](dayText(kpi.to, language)) };
  return aim.period?.ends ? { ok: true, reason: sentences.named[language] } : { ok: false, reason: sentences.endless[language] };
};
