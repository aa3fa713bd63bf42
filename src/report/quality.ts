import { type Fault, faultSentence, type Language } from "../framework/index.ts";
import { formats } from "../locale/index.ts";
import { inert } from "./inert.ts";
import { pageWidth } from "./table.ts";
import { wrap } from "./width.ts";

/** A fault of the data as JSON tells it. */
export interface ToldFault extends Fault {
  readonly sentence: string;
}

export function tellFaults(faults: readonly Fault[], language: Language): ToldFault[] {
  const format = formats(language);
  return faults.map((fault) => ({ ...fault, sentence: faultSentence(fault, language, (day) => format.day(day)) }));
}

/** What is wrong with the data, what breaks first; nothing where all is well. */
export function faultLines(faults: readonly Fault[], language: Language): string[] {
  if (faults.length === 0) return [];
  const lines = tellFaults(faults, language)
    .toSorted((a, b) => Number(b.breaks) - Number(a.breaks))
    .flatMap(({ breaks, sentence }) => {
      const mark = breaks ? "✕" : "!";
      return wrap(inert(sentence), pageWidth - 2).map((line, index) => (index === 0 ? `${mark} ${line}` : `  ${line}`));
    });
  return [sentences[language], ...lines];
}

const sentences: Readonly<Record<Language, string>> = { nl: "Mis met de gegevens:", en: "Wrong with the data:" };
