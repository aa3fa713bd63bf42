import type { Grid, Language } from "../framework/index.ts";
import { type Formats, formats, phaseWords } from "../locale/index.ts";
import type { Piece } from "./headline.ts";
import type { Report } from "./report.ts";
import { capital, listed } from "./spelling.ts";

type Covered = Pick<Report, "phases" | "segments" | "grids"> & { readonly budget: Pick<Report["budget"], "used" | "budget"> };

/**
 * Where the framework looks at the customer and where it does not, in at most three sentences: which phases lack behaviour or experience,
 * what has no KPI, how full the budget is. `audience`: a segment's id, or null for everyone; an unknown one is everyone.
 */
export function coverageSentence(report: Covered, audience: string | null, language: Language): readonly Piece[] {
  const grid = report.grids.find((one) => one.audience === audience) ?? report.grids[0];
  const say = sentences[language];
  if (!grid || grid.phases.length === 0) return [{ text: say.noPhases }];
  const format = formats(language);
  const lanes = say.lanes(missingLanes(report, grid, language), grid.phases.length, format);
  const of = report.segments.find(({ id }) => id === grid.audience)?.name;
  const opening: Piece[] =
    of === undefined ? [{ text: lanes }] : [{ text: of, strong: true }, { text: `: ${lanes.charAt(0).toLowerCase()}${lanes.slice(1)}` }];
  const { used, budget } = report.budget;
  const rest = [...say.gauged(countsOf(grid), format), ...(used > budget ? [] : [say.budget(budget - used, budget, format)])];
  return [
    ...opening,
    { text: ` ${capital(rest.length === 1 ? rest[0]! : `${rest.slice(0, -1).join(", ")}, ${say.and} ${rest.at(-1)}`)}.`, tone: "muted" },
    ...(used > budget ? ([{ text: ` ${say.over(used, budget, format)}`, tone: "behind" }] as const) : []),
  ];
}

/** Names of the phases in which nothing is gauged from a side. */
interface MissingLanes {
  readonly behaviour: readonly string[];
  readonly experience: readonly string[];
}

function missingLanes({ phases }: Covered, grid: Grid, language: Language): MissingLanes {
  const nameOf = (id: string) => phases.find((phase) => phase.id === id)?.name ?? phaseWords(language, id)?.name ?? id;
  const from = (side: "behaviour" | "experience") =>
    grid.cells.filter((cell) => cell.side === side && cell.missing !== null).map(({ phase }) => nameOf(phase));
  return { behaviour: from("behaviour"), experience: from("experience") };
}

/** How many goals and objectives there are, and how many of them no KPI or CPI gauges. */
interface Counts {
  readonly goals: number;
  readonly objectives: number;
  readonly bareGoals: number;
  readonly bareObjectives: number;
}

function countsOf({ spans }: Grid): Counts {
  const of = (layer: "goal" | "objective") => spans.filter((span) => span.layer === layer);
  const bare = (layer: "goal" | "objective") => of(layer).filter(({ gauges }) => gauges.length === 0).length;
  return { goals: of("goal").length, objectives: of("objective").length, bareGoals: bare("goal"), bareObjectives: bare("objective") };
}

interface Sentences {
  readonly noPhases: string;
  readonly lanes: (missing: MissingLanes, phases: number, format: Formats) => string;
  readonly and: string;
  /** clauses, without capital and full stop */
  readonly gauged: (counts: Counts, format: Formats) => readonly string[];
  /** a clause like those */
  readonly budget: (left: number, budget: number, format: Formats) => string;
  readonly over: (used: number, budget: number, format: Formats) => string;
}

/** More names than this are a count. */
const named = 3;

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}

const sentences: Readonly<Record<Language, Sentences>> = {
  nl: {
    and: "en",
    noPhases: "Er zijn nog geen fasen. Zet in helder.yaml onder phases welke stappen je klant doorloopt.",
    lanes: ({ behaviour, experience }, phases, format) => {
      const at = (names: readonly string[]) =>
        names.length > named ? `bij ${format.count(names.length)} van de ${format.count(phases)} fasen` : `bij ${listed(names, "en")}`;
      const lacks = (names: readonly string[], what: string) =>
        names.length === phases ? `nergens ${what}` : `${at(names)} nog niet ${what}`;
      const [does, feels] = ["wat klanten doen", "wat ze ervaren"];
      if (behaviour.length === 0 && experience.length === 0) return `Je meet in elke fase ${does} en ${feels}.`;
      if (behaviour.length === phases && experience.length === phases)
        return "Je meet nog in geen enkele fase wat klanten doen of ervaren.";
      if (behaviour.length === 0) return `Je meet in elke fase ${does}, maar ${lacks(experience, feels)}.`;
      if (experience.length === 0) return `Je meet in elke fase wat klanten ervaren, maar ${lacks(behaviour, "wat ze doen")}.`;
      if (same(behaviour, experience)) return `Je meet ${at(behaviour)} nog niets: niet ${does} en niet ${feels}.`;
      return `Je meet ${lacks(behaviour, does)}, en ${lacks(experience, feels)}.`;
    },
    gauged: ({ goals, objectives, bareGoals, bareObjectives }, format) => {
      if (goals + objectives === 0) return ["er is nog geen doel of doelstelling"];
      const counted = (count: number, one: string, many: string) =>
        count === 0 ? [] : [`${format.count(count)} ${count === 1 ? one : many}`];
      const bare = [...counted(bareGoals, "doel", "doelen"), ...counted(bareObjectives, "doelstelling", "doelstellingen")];
      const verb = bareGoals + bareObjectives === 1 ? "heeft" : "hebben";
      const lacking =
        bare.length > 0
          ? `${listed(bare, "en")} ${verb} nog geen KPI`
          : `${listed([...(goals > 0 ? ["elk doel"] : []), ...(objectives > 0 ? ["elke doelstelling"] : [])], "en")} heeft een KPI`;
      return [...(goals === 0 ? ["er is nog geen doel"] : objectives === 0 ? ["er is nog geen doelstelling"] : []), lacking];
    },
    budget: (left, budget, format) =>
      left === 0
        ? `het budget van ${format.count(budget)} is vol`
        : `er is plaats voor nog ${format.count(left)} KPI${left === 1 ? "" : "’s"}`,
    over: (used, budget, format) =>
      `Er zijn ${format.count(used)} KPI’s: ${format.count(used - budget)} meer dan het budget van ${format.count(budget)}.`,
  },
  en: {
    and: "and",
    noPhases: "There are no phases yet. Name in helder.yaml, under phases, the steps that your customer goes through.",
    lanes: ({ behaviour, experience }, phases, format) => {
      const at = (names: readonly string[]) =>
        names.length > named ? `in ${format.count(names.length)} of the ${format.count(phases)} phases` : `in ${listed(names, "and")}`;
      const lacks = (names: readonly string[], what: string) =>
        names.length === phases ? `nowhere ${what}` : `${at(names)} not yet ${what}`;
      const [does, feels] = ["what customers do", "what they experience"];
      if (behaviour.length === 0 && experience.length === 0) return `You measure in every phase ${does} and ${feels}.`;
      if (behaviour.length === phases && experience.length === phases)
        return "You do not yet measure what customers do or experience in any phase.";
      if (behaviour.length === 0) return `You measure in every phase ${does}, but ${lacks(experience, feels)}.`;
      if (experience.length === 0) return `You measure in every phase what customers experience, but ${lacks(behaviour, "what they do")}.`;
      if (same(behaviour, experience)) return `You measure nothing yet ${at(behaviour)}: neither ${does} nor ${feels}.`;
      return `You measure ${lacks(behaviour, does)}, and ${lacks(experience, feels)}.`;
    },
    gauged: ({ goals, objectives, bareGoals, bareObjectives }, format) => {
      if (goals + objectives === 0) return ["there is no goal or objective yet"];
      const counted = (count: number, one: string, many: string) =>
        count === 0 ? [] : [`${format.count(count)} ${count === 1 ? one : many}`];
      const bare = [...counted(bareGoals, "goal", "goals"), ...counted(bareObjectives, "objective", "objectives")];
      const verb = bareGoals + bareObjectives === 1 ? "has" : "have";
      const lacking =
        bare.length > 0
          ? `${listed(bare, "and")} ${verb} no KPI yet`
          : `${listed([...(goals > 0 ? ["every goal"] : []), ...(objectives > 0 ? ["every objective"] : [])], "and")} has a KPI`;
      return [...(goals === 0 ? ["there is no goal yet"] : objectives === 0 ? ["there is no objective yet"] : []), lacking];
    },
    budget: (left, budget, format) =>
      left === 0
        ? `the budget of ${format.count(budget)} is full`
        : `there is room for ${format.count(left)} more KPI${left === 1 ? "" : "s"}`,
    over: (used, budget, format) =>
      `There are ${format.count(used)} KPIs: ${format.count(used - budget)} more than the budget of ${format.count(budget)}.`,
  },
};
