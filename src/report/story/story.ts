import type { Language } from "../../framework/index.ts";
import { formats, type Formats, type Unit } from "../../locale/index.ts";
import type { Figure } from "../figures/figure.ts";
import type { Discovered } from "./discovered.ts";
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

export interface Step {
  readonly id: "profiles" | "registered" | "active" | "groups" | "facts" | "opportunities";
  readonly title: string;
  readonly sentence: string;
  /** with a title that states what it shows; null: `missing` says why there is none */
  readonly picture: { readonly finding: string; readonly figure: Figure } | null;
  readonly missing: string | null;
  readonly tables: readonly StoryTable[];
  /** what is not told, under one sentence */
  readonly folded: { readonly sentence: string; readonly lines: readonly string[] } | null;
}

export interface StoryTable {
  readonly name: string;
  /** the sheet of a workbook that it stands in; tables with one sheet have the same columns */
  readonly sheet: string;
  readonly columns: readonly StoryColumn[];
  readonly rows: readonly (readonly StoryCell[])[];
  /** shown when somebody asks for it: the picture tells it already, or it is the reason behind */
  readonly aside?: true;
}

export interface StoryColumn {
  readonly title: string;
  readonly kind: "text" | "long" | "number";
  /** cells of such columns are darker the larger they are; a bar is as long as its share */
  readonly shown?: "heat" | "bar";
}

/** What is read, and what is computed with. */
export interface StoryCell {
  readonly text: string;
  readonly value: number | string | null;
  readonly unit: Unit | null;
}

/** How a step is told. */
export interface Telling {
  readonly language: Language;
  readonly format: Formats;
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
    chance: (kpi: string) => `De grootste kans is ${kpi}`,
    worth: (worth: string) => `, naar schatting ${worth} waard`,
  },
  en: {
    moment: (day: string) => `As of ${day}`,
    bought: (customers: string, range: string) => `${customers} customers bought in the period of ${range}.`,
    none: "The data do not show an opportunity yet that can be measured.",
    chance: (kpi: string) => `The largest opportunity is ${kpi}`,
    worth: (worth: string) => `, worth an estimated ${worth}`,
  },
} as const;
