import type { Language } from "./language.ts";
import type { OwnWords, WebWords } from "./web-words.ts";
import { customerWords } from "./customer-words.ts";
import { frameworkEn } from "./framework.en.ts";
import { frameworkNl } from "./framework.nl.ts";
import { steeringWords } from "./steering-words.ts";
import { treeWords } from "./tree-words.ts";
import { webEn } from "./web.en.ts";
import { webNl } from "./web.nl.ts";
import { words } from "./vocabulary.ts";

function withShared(language: Language, own: OwnWords): WebWords {
  const { status, noPhase, superKpi } = words[language];
  return {
    ...own,
    status,
    noPhase,
    superKpi,
    focus: treeWords[language],
    steering: steeringWords[language],
    customer: customerWords[language],
    framework: { nl: frameworkNl, en: frameworkEn }[language],
  };
}

export const webWords: Readonly<Record<Language, WebWords>> = { nl: withShared("nl", webNl), en: withShared("en", webEn) };
