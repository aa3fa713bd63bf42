import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

/** Words that name a wish and no quantity. */
const wishes =
  /(?<![\p{L}])(?:beter|betere|verbeter\p{L}*|tevredener|meer tevreden|gelukkiger|optimal\p{L}*|optimaliser\p{L}*|better|improv\p{L}*|optimi[sz]\p{L}*|happier|more satisfied|world-class)(?![\p{L}])/iu;
/** Of a name more than that: a KPI is called what is counted, a reason may well tell what became faster. */
const wishedNames =
  /^(?:(?:meer|minder|hogere?|lagere?|snellere?|sterkere?|more|fewer|less|higher(?! education)|lower(?! funnel)|faster|stronger|increased?|reduced?)(?![\p{L}])|(?:zo veel|zoveel) mogelijk)|(?<![\p{L}])(?:gelukkig|uitstekende?|professionele|excellent|great|verhogen|verlagen|vergroten)(?![\p{L}])/iu;
const number = /\d|procent|percent|helft|half|dubbel|double/i;

export const qualitativeWording: Rule = {
  code: "qualitative-wording",
  severity: "info",
  why: {
    nl: "Over een mening kun je blijven praten; een getal laat zien of het lukt.",
    en: "About an opinion you can talk for ever; a number shows whether it works.",
  },
  sentences: {
    nl: ({ word, key }) => `“${word}” in “${key}” is een mening zolang er geen getal bij staat. Noem wat je telt, en hoeveel.`,
    en: ({ word, key }) => `“${word}” in “${key}” is an opinion as long as no number stands beside it. Name what you count, and how much.`,
  },
  *find({ framework, sources }) {
    for (const { section, entry } of indicatorsOf(framework)) {
      for (const key of ["name", "because"] as const) {
        const text = entry[key];
        if (text === undefined || number.test(text)) continue;
        const word = (wishes.exec(text) ?? (key === "name" ? wishedNames.exec(text) : null))?.[0];
        if (word !== undefined) yield { on: entry.id, at: sources.at(section, entry.id, [key]), params: { word, key } };
      }
    }
  },
};
