import { isDay } from "../../calendar/index.ts";
import { slip } from "../../expression/index.ts";
import type { Params } from "../../framework/index.ts";
import { shown } from "../issue.ts";
import type { YamlValue } from "../render.ts";
import type { Fix } from "./fix.ts";

/** A value that can mean one thing only becomes that: `25` of a percentage, a choice with a slip, a number between quotes. */
export const wrongTypeFix: Fix = ({ at, params }, { sources }) => {
  const part = sources.part(at);
  // Of a missing key, or a wrong one, the finding stands at something else.
  if (!part || typeof part.value === "object" || shown(part.value) !== params["found"]) return [];
  const meant = meantBy(part.value as string | number | boolean, params);
  return meant === null ? [] : [{ file: part.file, path: part.path, value: meant }];
};

function meantBy(typed: string | number | boolean, { expected, options, suggestion }: Params): YamlValue {
  const [kind] = expected as readonly string[];
  if (kind === "fraction" && typeof typed === "number") return String(suggestion);
  if (typeof typed !== "string") return null;
  if (kind === "choice" && Array.isArray(options)) return slip(typed, options as readonly string[]);
  if (kind === "number" || kind === "integer" || kind === "quantity") return numberMeant(typed, kind === "integer");
  if (kind === "currency") return /^[a-z]{3}$/i.test(typed) ? typed.toUpperCase() : null;
  if (kind === "day") return dayMeant(typed);
  return null;
}

/** Three digits behind a comma or point may be thousands. */
function numberMeant(typed: string, whole: boolean): number | null {
  const pattern = whole ? /^-?\d{1,15}$/ : /^-?\d{1,12}(?:[.,](?:\d{1,2}|\d{4,6}))?$/;
  return pattern.test(typed) ? Number(typed.replace(",", ".")) : null;
}

/** Day or month first is a choice where both are twelve at most and differ. */
function dayMeant(typed: string): string | null {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed);
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(typed);
  const [year, month, day] = yearFirst ? yearFirst.slice(1) : dayFirst ? dayFirst.slice(1).reverse() : [];
  if (!year || !month || !day || (dayFirst && Number(day) <= 12 && Number(day) !== Number(month))) return null;
  const meant = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(meant) ? meant : null;
}
