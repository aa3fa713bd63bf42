import type { Day } from "../../calendar/index.ts";
import { amount, dayText } from "../amount.ts";
import { impossible } from "../impossible.ts";
import type { Judge } from "../reading.ts";

const sentences = {
  share: {
    nl: (number: string) => `${number} kan niet: een deel is nooit meer dan het geheel. Kijk het getal na.`,
    en: (number: string) => `${number} cannot be: a part is never more than the whole. Check the number.`,
  },
  scale: {
    nl: (number: string) => `${number} valt buiten de schaal. Kijk het getal na.`,
    en: (number: string) => `${number} is off the scale. Check the number.`,
  },
  reversed: {
    nl: (from: Day, to: Day) => `Het einde (${dayText(to, "nl")}) ligt voor het begin (${dayText(from, "nl")}). Draai ze om.`,
    en: (from: Day, to: Day) => `The end (${dayText(to, "en")}) is before the start (${dayText(from, "en")}). Swap them.`,
  },
  past: {
    nl: (to: Day) => `Het einde (${dayText(to, "nl")}) is al voorbij. Kies een datum die nog komt.`,
    en: (to: Day) => `The end (${dayText(to, "en")}) has passed. Choose a date that is still to come.`,
  },
  baseline: {
    nl: (number: string | null) => (number === null ? "Er is een uitgangspunt om mee te vergelijken." : `Het uitgangspunt is ${number}.`),
    en: (number: string | null) => (number === null ? "There is a baseline to compare with." : `The baseline is ${number}.`),
  },
  reason: {
    nl: (because: string) => `De reden staat erbij: ${because}.`,
    en: (because: string) => `The reason is given: ${because}.`,
  },
  unsaid: {
    nl: "Er staat niet waarom dit haalbaar is. Schrijf erbij waar je nu staat of waardoor het lukt.",
    en: "It does not say why this is within reach. Add where you stand now, or what makes it work.",
  },
};

const longest = 8;

/** Realistic: a baseline or a reason. False where it cannot be: a share over 100 %, an end before the start or before the as-of day. */
export const realistic: Judge = (reading, language) => {
  const { kpi, aim, reasons, sentence } = reading;
  switch (impossible(reading)) {
    case "share":
      return { ok: false, reason: sentences.share[language](amount(kpi.value!, kpi.unit, language)) };
    case "scale":
      return { ok: false, reason: sentences.scale[language](amount(kpi.value!, kpi.unit, language)) };
    case "reversed":
      return { ok: false, reason: sentences.reversed[language](kpi.from!, kpi.to!) };
    case "past":
      return { ok: false, reason: sentences.past[language](kpi.to!) };
    case null:
      break;
  }
  if (aim.baseline) {
    const { quantity } = aim.baseline;
    return { ok: true, reason: sentences.baseline[language](quantity && amount(quantity.value, quantity.unit ?? kpi.unit, language)) };
  }
  const reason = reasons[0];
  if (!reason) return { ok: null, reason: sentences.unsaid[language] };
  let { end } = reason;
  while (end > reason.start && sentence.tokens[end - 1]!.kind === "sign" && sentence.tokens[end - 1]!.key !== "%") end--;
  const words = sentence.tokens.slice(reason.start, end);
  const text = words.slice(0, longest).map(({ text, glued }, index) => (glued || index === 0 ? text : ` ${text}`));
  return { ok: true, reason: sentences.reason[language](`${text.join("")}${words.length > longest ? " …" : ""}`) };
};
