import type { Language } from "../framework/index.ts";
import type { Formats } from "../locale/index.ts";
import type { Entry } from "./report.ts";

const words = {
  nl: { title: "Per maand", soFar: "tot nu toe" },
  en: { title: "By month", soFar: "so far" },
} as const;

/** What a quarterly indicator was month by month, in one line; null where there is nothing of it. The months that are not over are told as such. */
export function sliceSentence({ slices, unit }: Pick<Entry, "slices" | "unit">, language: Language, format: Formats): string | null {
  // Before its first rows, and where its data are still to come, nothing is nought.
  const first = slices.findIndex(({ n }) => n !== 0);
  const last = slices.findLastIndex(({ complete, n }) => complete || n !== 0);
  const known = first < 0 ? [] : slices.slice(first, last + 1).filter(({ value }) => value !== null);
  if (known.length === 0) return null;
  const say = words[language];
  const told = known.map(
    ({ period, value, complete }) => `${format.period(period)} ${format.value(value, unit)}${complete ? "" : ` ${say.soFar}`}`,
  );
  return `${say.title}: ${told.join(", ")}.`;
}
