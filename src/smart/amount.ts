import type { Day } from "../calendar/index.ts";
import type { Language } from "../framework/index.ts";
import { en } from "./en.ts";
import { nl } from "./nl.ts";
import type { TimeUnit } from "./vocabulary.ts";

const vocabularies = { nl, en };
const formats: Record<Language, Intl.NumberFormat> = {
  nl: new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 6 }),
  en: new Intl.NumberFormat("en-GB", { maximumFractionDigits: 6 }),
};

/** A value with its unit as a person writes it: `3 %`, `€ 1.200,50`, `2 minuten`, `250 badkamers`. */
export function amount(value: number, unit: string | null, language: Language): string {
  if (unit === "percent") return `${numberText(Number(`${value}e2`) || value * 100, language)} %`;
  const number = numberText(value, language);
  if (unit === null || unit === "score" || unit === "ratio") return number;
  if (/^[A-Z]{3}$/.test(unit)) return `${unit} ${number}`;
  const times = vocabularies[language].timeNames.get(unit as TimeUnit);
  return `${number} ${times ? times[value === 1 ? 0 : 1] : unit}`;
}

/** A formatter costs more than the rest of a reading: small whole numbers need none. */
function numberText(value: number, language: Language): string {
  return Number.isInteger(value) && Math.abs(value) < 1000 ? String(value) : formats[language].format(value);
}

/** `31 december 2026`, `31 December 2026`. */
export function dayText(day: Day, language: Language): string {
  return `${Number(day.slice(8))} ${vocabularies[language].monthNames[Number(day.slice(5, 7)) - 1]!} ${Number(day.slice(0, 4))}`;
}
