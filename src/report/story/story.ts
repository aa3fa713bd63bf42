import type { Language } from "../../framework/index.ts";
import { formats } from "../../locale/index.ts";
import type { Discovered } from "./discovered.ts";
import type { Step, Telling } from "./step.ts";
import { active } from "./steps/active.ts";
import { facts } from "./steps/facts.ts";
import { groups } from "./steps/groups.ts";
import { opportunities } from "./steps/opportunities.ts";
import { profiles } from "./steps/profiles.ts";
import { registered } from "./steps/registered.ts";

/** The six steps from customer data to KPIs as management reads them, told in one language: what every form of the pack is made of. */
export interface Story {
  readonly language: Language;
  readonly currency: string;
  /** whose it is: the workspace's name, or the names of the files */
  readonly title: string;
  readonly moment: string;
  /** what it comes down to */
  readonly sentence: string;
  readonly steps: readonly Step[];
}

export interface StoryOptions {
  readonly language: Language;
  readonly currency: string;
  readonly title: string;
}

export function storyOf(discovered: Discovered, { language, currency, title }: StoryOptions): Story {
  const format = formats(language, currency);
  const telling: Telling = { language, format };
  return {
    language,
    currency,
    title,
    moment: sentences[language].moment(format.fullDay(discovered.asOf)),
    sentence: opening(discovered, telling),
    steps: [profiles, registered, active, groups, facts, opportunities].map((step) => step(discovered, telling)),
  };
}

function opening({ steps, opportunities: chances }: Discovered, { language, format }: Telling): string {
  const word = sentences[language];
  const { customers, from, to } = steps.active;
  const bought = word.bought(format.number(customers), format.fullRange(from, to));
  const [best] = chances;
  if (best === undefined) return `${bought} ${word.none}`;
  return `${bought} ${word.chance(best.kpi)}${best.worth === null ? "" : word.worth(format.value(best.worth.value, "currency", { round: true }))}.`;
}

const sentences = {
  nl: {
    moment: (day: string) => `Stand van ${day}`,
    bought: (customers: string, range: string) => `${customers} klanten kochten in de periode van ${range}.`,
    none: "De gegevens laten nog geen kans zien die te meten is.",
    chance: (kpi: string) => `De grootste kans is “${kpi}”`,
    worth: (worth: string) => `, naar schatting ${worth} waard`,
  },
  en: {
    moment: (day: string) => `As of ${day}`,
    bought: (customers: string, range: string) => `${customers} customers bought in the period of ${range}.`,
    none: "The data do not show an opportunity yet that can be measured.",
    chance: (kpi: string) => `The largest opportunity is “${kpi}”`,
    worth: (worth: string) => `, worth an estimated ${worth}`,
  },
} as const;
