import { en } from "./en.ts";
import type { Language } from "./language.ts";
import { nl } from "./nl.ts";
import type { Words } from "./words.ts";

export const words: Readonly<Record<Language, Words>> = { nl, en };

/** The words for a phase that a workspace has by default; null for one of its own. */
export function phaseWords(language: Language, id: string): { readonly name: string; readonly aim: string } | null {
  const { phases } = words[language];
  return Object.hasOwn(phases, id) ? phases[id]! : null;
}
