import { suggest } from "../expression/index.ts";
import type { CatalogueKpi } from "./kpi.ts";
import { catalogue } from "./kpis/index.ts";
import { slug, slugsOf } from "./named.ts";

interface Searched {
  readonly kpi: CatalogueKpi;
  readonly names: readonly string[];
  readonly words: readonly (readonly string[])[];
}

const searched: readonly Searched[] = catalogue.map((kpi) => {
  const names = slugsOf(kpi);
  return { kpi, names, words: names.map((name) => name.split("-")) };
});
const allNames = searched.flatMap(({ names }) => names);
const allWords = [...new Set(searched.flatMap(({ words }) => words.flat()))];

/**
 * The KPIs whose id, name or alias, in either language, has all words typed, or words that they are part of; that of this very name first. Where there are
 * none, the slips in what was typed are mended: a whole name if one is near, else each word. An empty text finds all.
 */
export function search(text: string): readonly CatalogueKpi[] {
  const typed = slug(text);
  if (typed === "") return catalogue;
  const found = matching(typed);
  if (found.length > 0) return found;
  const meant = suggest(typed, allNames) ?? mended(typed);
  return meant === null ? [] : matching(meant);
}

function matching(typed: string): readonly CatalogueKpi[] {
  const wanted = typed.split("-");
  const found = searched.filter(({ words }) => words.some((of) => wanted.every((part) => of.some((word) => isIn(part, word)))));
  const exact = found.filter(({ names }) => names.includes(typed));
  return [...exact, ...found.filter((one) => !exact.includes(one))].map(({ kpi }) => kpi);
}

/** Dutch joins words, so a part of some length may stand anywhere in one: `retentie` in `omzetretentie`. */
function isIn(part: string, word: string): boolean {
  return part.length < 4 ? word.startsWith(part) : word.includes(part);
}

/** What was typed with each unknown word replaced by the nearest known one; null where a word is like none. */
function mended(typed: string): string | null {
  const words = typed.split("-").map((word) => (allWords.some((known) => isIn(word, known)) ? word : suggest(word, allWords)));
  return words.includes(null) ? null : words.join("-");
}
