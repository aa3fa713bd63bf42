import type { Language } from "./language.ts";
import type { OwnWords, WebWords } from "./web-words.ts";
import { webEn } from "./web.en.ts";
import { webNl } from "./web.nl.ts";
import { words } from "./vocabulary.ts";

function withShared(language: Language, own: OwnWords): WebWords {
  const { status, noPhase, superKpi } = words[language];
  return { ...own, status, noPhase, superKpi };
}

export const webWords: Readonly<Record<Language, WebWords>> = { nl: withShared("nl", webNl), en: withShared("en", webEn) };
