import type { Language } from "../framework/index.ts";

/** A number of a target as people type it: `0.274` of a percentage is 27,4 % in Dutch and 27.4 % in English. */
export function shown(value: unknown, isPercentage: unknown, language: Language): string {
  const number = isPercentage === true ? Number((Number(value) * 100).toPrecision(12)) : Number(value);
  const text = language === "nl" ? String(number).replace(".", ",") : String(number);
  return isPercentage === true ? `${text} %` : text;
}
