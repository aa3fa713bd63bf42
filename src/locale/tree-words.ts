import type { Language } from "./language.ts";
import { notations } from "./notation.ts";
import type { Phrase } from "./phrase.ts";

/** How the tree page tells whose things are and how they reach the goals. Names arrive as they were typed. */
export interface TreeWords {
  readonly who: string;
  readonly everyone: string;
  readonly teams: string;
  readonly stakeholders: string;
  readonly segments: string;
  readonly theme: string;
  readonly anyTheme: string;
  /** the page's sentence where one person, team or target group was chosen */
  readonly sentence: (input: {
    readonly name: string;
    readonly isSegment: boolean;
    readonly kpis: number;
    readonly cpis: number;
    readonly others: number;
    readonly helps: readonly string[];
    readonly hurts: readonly string[];
  }) => readonly Phrase[];
  /** the drawing's title: whose, or which theme, is lit */
  readonly finding: (who: string | null, theme: string | null, isSegment: boolean) => string;
  readonly hurts: string;
  readonly hurtBy: string;
  readonly whose: string;
  readonly agreed: string;
  readonly acts: string;
  /** what a node does to the goals; empty where it reaches none */
  readonly contributes: (name: string, helps: readonly string[], hurts: readonly string[]) => string;
  readonly toSuper: (superKpi: string, effect: "helps" | "hurts" | null) => string;
  readonly path: (effect: "helps" | "hurts", to: string) => string;
  /** said after a name in the list, for who cannot see that it is lit */
  readonly of: (name: string) => string;
  readonly credit: string;
}

const counted = (language: Language) => (number: number) => notations[language].numerals[number] ?? String(number);
const [nlCount, enCount] = [counted("nl"), counted("en")];
const list = (names: readonly string[], and: string) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;
const first = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Names that stand in one list only, and those that stand in both. */
function parted(helps: readonly string[], hurts: readonly string[]) {
  return {
    good: helps.filter((name) => !hurts.includes(name)),
    bad: hurts.filter((name) => !helps.includes(name)),
    both: helps.filter((name) => hurts.includes(name)),
  };
}

const nl: TreeWords = {
  who: "Van wie is dit?",
  everyone: "Iedereen",
  teams: "Teams",
  stakeholders: "Belanghebbenden",
  segments: "Doelgroepen",
  theme: "Thema",
  anyTheme: "Alle",
  sentence: ({ name, isSegment, kpis, cpis, others, helps, hurts }) => {
    const held = [
      kpis === 0 ? null : `${nlCount(kpis)} ${kpis === 1 ? "KPI" : "KPI’s"}`,
      cpis === 0 ? null : `${nlCount(cpis)} ${cpis === 1 ? "CPI" : "CPI’s"}`,
      others === 0 ? null : `${nlCount(others)} ${others === 1 ? "doel of contact" : "doelen en contacten"}`,
    ].filter((part) => part !== null);
    const opening = isSegment ? "Voor " : "Van ";
    if (held.length === 0) return [{ text: opening }, { text: name, strong: true }, { text: " staat nog niets in de boom." }];
    const count = kpis + cpis + others;
    const { good, bad, both } = parted(helps, hurts);
    const effects = [
      good.length === 0 ? null : `${count === 1 ? "helpt" : "helpen"} ${list(good, "en")}`,
      bad.length === 0 ? null : `${count === 1 ? "schaadt" : "schaden"} ${list(bad, "en")}`,
    ].filter((part) => part !== null);
    const they = count === 1 ? "Dat" : "Ze";
    return [
      { text: opening },
      { text: name, strong: true },
      { text: ` ${count === 1 ? "is" : "zijn"} ${list(held, "en")}.` },
      ...(effects.length === 0 ? [] : [{ text: ` ${they} ${list(effects, "en")}.`, tone: "muted" as const }]),
      ...(both.length === 0 ? [] : [{ text: ` ${list(both, "en")}: deels helpen ze, deels schaden ze.`, tone: "muted" as const }]),
    ];
  },
  finding: (who, theme, isSegment) =>
    who === null
      ? `Van waarom naar wat; thema ${theme} is uitgelicht`
      : `Wat ${isSegment ? "er voor" : "van"} ${who} is${theme === null ? "" : ` binnen ${theme}`}, en hoe het bijdraagt`,
  hurts: "Schaadt",
  hurtBy: "Heeft last van",
  whose: "Van wie",
  agreed: "Akkoord",
  acts: "Doet mee",
  contributes: (name, helps, hurts) => {
    const { good, bad, both } = parted(helps, hurts);
    const effects = [good.length === 0 ? null : `helpt ${list(good, "en")}`, bad.length === 0 ? null : `schaadt ${list(bad, "en")}`].filter(
      (part) => part !== null,
    );
    return [
      effects.length === 0 ? null : `${name} ${list(effects, "en")}.`,
      both.length === 0 ? null : `${list(both, "en")}: langs het ene pad helpt ${name}, langs het andere schaadt het.`,
    ]
      .filter((part) => part !== null)
      .join(" ");
  },
  toSuper: (superKpi, effect) =>
    effect === null
      ? `Er loopt nog geen pad naar de super-KPI ${superKpi}.`
      : effect === "helps"
        ? `Het draagt bij aan de super-KPI ${superKpi}.`
        : `Het schaadt de super-KPI ${superKpi}.`,
  path: (effect, to) => `Zo ${effect === "helps" ? "helpt" : "schaadt"} het ${to}`,
  of: (name) => `van ${name}`,
  credit: "Tekening met React Flow",
};

const en: TreeWords = {
  who: "Whose is this?",
  everyone: "Everyone",
  teams: "Teams",
  stakeholders: "Stakeholders",
  segments: "Target groups",
  theme: "Theme",
  anyTheme: "All",
  sentence: ({ name, isSegment, kpis, cpis, others, helps, hurts }) => {
    const held = [
      kpis === 0 ? null : `${enCount(kpis)} ${kpis === 1 ? "KPI" : "KPIs"}`,
      cpis === 0 ? null : `${enCount(cpis)} ${cpis === 1 ? "CPI" : "CPIs"}`,
      others === 0 ? null : `${enCount(others)} ${others === 1 ? "goal or contact" : "goals and contacts"}`,
    ].filter((part) => part !== null);
    const count = kpis + cpis + others;
    const closing = isSegment ? ` ${count === 1 ? "is" : "are"} for ` : ` ${count === 1 ? "is" : "are"} of `;
    if (held.length === 0)
      return [{ text: "Nothing in the tree is " }, { text: isSegment ? "for " : "of " }, { text: name, strong: true }, { text: " yet." }];
    const { good, bad, both } = parted(helps, hurts);
    const effects = [
      good.length === 0 ? null : `${count === 1 ? "helps" : "help"} ${list(good, "and")}`,
      bad.length === 0 ? null : `${count === 1 ? "hurts" : "hurt"} ${list(bad, "and")}`,
    ].filter((part) => part !== null);
    return [
      { text: `${first(list(held, "and"))}${closing}` },
      { text: name, strong: true },
      { text: "." },
      ...(effects.length === 0 ? [] : [{ text: ` ${count === 1 ? "It" : "They"} ${list(effects, "and")}.`, tone: "muted" as const }]),
      ...(both.length === 0 ? [] : [{ text: ` ${list(both, "and")}: in part they help, in part they hurt.`, tone: "muted" as const }]),
    ];
  },
  finding: (who, theme, isSegment) =>
    who === null
      ? `From why to what; theme ${theme} stands out`
      : `What is ${isSegment ? "for" : "of"} ${who}${theme === null ? "" : ` within ${theme}`}, and how it contributes`,
  hurts: "Hurts",
  hurtBy: "Is hurt by",
  whose: "Whose it is",
  agreed: "Agreed",
  acts: "Takes part",
  contributes: (name, helps, hurts) => {
    const { good, bad, both } = parted(helps, hurts);
    const effects = [good.length === 0 ? null : `helps ${list(good, "and")}`, bad.length === 0 ? null : `hurts ${list(bad, "and")}`].filter(
      (part) => part !== null,
    );
    return [
      effects.length === 0 ? null : `${name} ${list(effects, "and")}.`,
      both.length === 0 ? null : `${list(both, "and")}: along one path ${name} helps, along another it hurts.`,
    ]
      .filter((part) => part !== null)
      .join(" ");
  },
  toSuper: (superKpi, effect) =>
    effect === null
      ? `No path leads to the super-KPI ${superKpi} yet.`
      : effect === "helps"
        ? `It contributes to the super-KPI ${superKpi}.`
        : `It hurts the super-KPI ${superKpi}.`,
  path: (effect, to) => `How it ${effect === "helps" ? "helps" : "hurts"} ${to}`,
  of: (name) => `of ${name}`,
  credit: "Drawn with React Flow",
};

export const treeWords: Readonly<Record<Language, TreeWords>> = { nl, en };
