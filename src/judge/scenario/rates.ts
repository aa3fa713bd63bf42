import type { Language } from "../../framework/index.ts";
import type { GrowthDoubt, Numbers } from "./doubts.ts";
import type { Growth } from "./growth.ts";

export const rates = ["inflow", "conversion", "viral", "churn"] as const;
export type Rate = (typeof rates)[number];

/** What a rate was in complete weeks. */
export interface RateHistory {
  readonly weeks: number;
  readonly median: number;
  /** nine in ten weeks lie between these */
  readonly low: number;
  readonly high: number;
}

/** With fewer weeks nothing says what is usual. */
const leastWeeks = 8;

/** What is usual of a rate; null where its weeks are too few to tell. */
export function rateHistory(values: readonly number[]): RateHistory | null {
  if (values.length < leastWeeks) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (fraction: number): number => {
    const place = fraction * (sorted.length - 1);
    const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
    return low + (high - low) * (place - Math.floor(place));
  };
  return { weeks: sorted.length, median: at(0.5), low: at(0.05), high: at(0.95) };
}

const names: Readonly<Record<Language, Readonly<Record<Rate, string>>>> = {
  nl: { inflow: "De instroom", conversion: "De conversie", viral: "Wat elke nieuwe klant meebrengt", churn: "Het verloop" },
  en: { inflow: "The inflow", conversion: "The conversion", viral: "What each new customer brings along", churn: "The churn" },
};

const sentences: Readonly<
  Record<Language, (of: Readonly<Record<"name" | "assumed" | "median" | "low" | "high" | "weeks", string>>) => string>
> = {
  nl: ({ name, assumed, median, low, high, weeks }) =>
    `${name} is hier ${assumed}; in de ${weeks} weken die gemeten zijn was ${median} gewoon, en lag het negen van de tien keer tussen ${low} en ${high}.`,
  en: ({ name, assumed, median, low, high, weeks }) =>
    `${name} is ${assumed} here; in the ${weeks} weeks that were measured ${median} was usual, and nine times in ten it lay between ${low} and ${high}.`,
};

/** A doubt for every rate that lies outside of what nine in ten measured weeks showed, such as `conversion-outside-history`. */
export function rateDoubts(
  growth: Growth,
  history: Readonly<Partial<Record<Rate, RateHistory>>>,
  language: Language,
  write: Numbers,
): GrowthDoubt[] {
  return rates.flatMap((rate) => {
    const known = history[rate];
    // Churn that follows the crowd was learned itself.
    if (known === undefined || (rate === "churn" && growth.crowded)) return [];
    const assumed = growth[rate];
    if (assumed >= known.low && assumed <= known.high) return [];
    const shown = rate === "conversion" || rate === "churn" ? write.percent : write.number;
    const { median, low, high, weeks } = known;
    const of = {
      name: names[language][rate],
      assumed: shown(assumed),
      median: shown(median),
      low: shown(low),
      high: shown(high),
      weeks: String(weeks),
    };
    return [{ code: `${rate}-outside-history`, sentence: sentences[language](of) }];
  });
}
