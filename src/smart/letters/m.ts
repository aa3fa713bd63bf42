import { amount } from "../amount.ts";
import type { Judge } from "../reading.ts";

const sentences = {
  number: {
    nl: "Er staat geen getal. Schrijf hoeveel je wilt bereiken.",
    en: "There is no number. Write how much you want to reach.",
  },
  unit: {
    nl: (number: string) => `Er staat ${number}, maar niet waarvan. Schrijf er een eenheid bij, bijvoorbeeld %, € of dagen.`,
    en: (number: string) => `It says ${number}, but not of what. Add a unit, for instance %, € or days.`,
  },
  measured: {
    nl: (number: string) => `De maat is ${number}.`,
    en: (number: string) => `The measure is ${number}.`,
  },
};

/** Measurable: a number with a unit. */
export const measurable: Judge = ({ kpi }, language) => {
  if (kpi.value === null) return { ok: false, reason: sentences.number[language] };
  const text = amount(kpi.value, kpi.unit, language);
  return kpi.unit === null
    ? { ok: false, reason: sentences.unit[language](text) }
    : { ok: true, reason: sentences.measured[language](text) };
};
