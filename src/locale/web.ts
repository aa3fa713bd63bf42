import type { Language } from "./language.ts";
import type { OwnWords, WebWords } from "./web-words.ts";
import { customerWords } from "./customer-words.ts";
import { discoverEn } from "./discover.en.ts";
import { discoverNl } from "./discover.nl.ts";
import { frameworkEn } from "./framework.en.ts";
import { frameworkNl } from "./framework.nl.ts";
import { scenarioWords } from "./scenario-words.ts";
import { steeringWords } from "./steering-words.ts";
import { treeWords } from "./tree-words.ts";
import { webEn } from "./web.en.ts";
import { webNl } from "./web.nl.ts";
import { words } from "./vocabulary.ts";

function withShared(language: Language, own: OwnWords): WebWords {
  const { status, noPhase, superKpi } = words[language];
  const pages = { framework: { nl: frameworkNl, en: frameworkEn }[language], discover: { nl: discoverNl, en: discoverEn }[language] };
  const shared = {
    focus: treeWords[language],
    steering: steeringWords[language],
    scenario: scenarioWords[language],
    customer: customerWords[language],
  };
  return { ...own, status, noPhase, superKpi, ...shared, ...pages };
}

export const webWords: Readonly<Record<Language, WebWords>> = { nl: withShared("nl", webNl), en: withShared("en", webEn) };
