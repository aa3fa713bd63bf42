import type { Language } from "../framework/index.ts";
import { pace, type Status } from "../judge/index.ts";
import { type Formats, formats } from "../locale/index.ts";
import type { Entry, Report } from "./report.ts";
import { capital } from "./spelling.ts";
import { addsUp } from "./wording.ts";

/** A stretch of the sentence. Put one after the other, the texts are the sentence, spaces included. */
export interface Piece {
  readonly text: string;
  /** the name that matters */
  readonly strong?: true;
  /** a status colours the stretch, `muted` lets it step back */
  readonly tone?: Status | "muted";
  /** id of the KPI that the stretch leads to */
  readonly kpi?: string;
}

/** What the headline needs of an entry, so that a report and its JSON give the same sentence. */
type Judged = Pick<Entry, "id" | "name" | "status" | "value" | "target" | "expected" | "unit" | "direction" | "accumulates">;

/** How the KPIs stand, in at most three sentences: how many are well, which one is worst, what else asks attention. */
export function headline(
  report: { readonly workspace: Pick<Report["workspace"], "currency">; readonly superKpi: string | null; readonly kpis: readonly Judged[] },
  language: Language,
): readonly Piece[] {
  const say = sentences[language];
  const format = formats(language, report.workspace.currency);
  const { kpis } = report;
  const having = (...statuses: readonly Status[]): readonly Judged[] => kpis.filter((kpi) => statuses.includes(kpi.status));
  const total = kpis.length;
  if (total === 0) return [{ text: say.empty }];
  const judged = total - having("no-target", "no-data", "immature").length;
  const late = having("missed", "behind").toSorted((a, b) => worse(a, b, report.superKpi));

  const opening =
    judged === 0 ? say.unjudged(total, format) : say.well(having("on-track").length, having("achieved").length, total, format);
  const rest = [
    ...say.lateToo(late.length - 1, format),
    ...say.attention(having("at-risk").length, format),
    ...(judged === 0 && total === having("immature").length ? [] : say.immature(having("immature").length, format)),
    ...say.withoutData(having("no-data").length, format),
    ...say.withoutTarget(having("no-target").length, format),
  ];
  const pieces: Piece[] = [{ text: opening }];
  const worst = late[0];
  if (worst) {
    pieces.push(
      { text: " " },
      { text: worst.name, strong: true, kpi: worst.id },
      { text: ` ${say.late[worst.status === "missed" ? "missed" : "behind"]}`, tone: worst.status },
    );
    pieces.push({ text: `: ${standing(worst, say, format)}.` });
  }
  if (rest.length > 0) pieces.push({ text: ` ${rest.join(" ")}`, tone: "muted" });
  return pieces;
}

/** Missed before behind, the super-KPI before others, then who is farthest from its path; else as the framework orders them. */
function worse(a: Judged, b: Judged, superKpi: string | null): number {
  const rank = (kpi: Judged): number => (kpi.status === "missed" ? 0 : 2) + (kpi.id === superKpi ? 0 : 1);
  return rank(a) - rank(b) || paceOf(a) - paceOf(b);
}

function paceOf({ direction, value, expected, target, status }: Judged): number {
  const aim = status === "missed" ? target?.value : expected;
  return value === null || aim === null || aim === undefined ? 1 : (pace(direction, value, aim) ?? 0);
}

/** `150 van 300, het pad vroeg 173`, or for a level `28,4 %, doel 30 %`. */
function standing(kpi: Judged, say: Sentences, format: Formats): string {
  const amount = (value: number | null): string => format.value(value, kpi.unit, { round: true });
  if (kpi.target === null) return amount(kpi.value);
  const now = (addsUp(kpi) ? say.of : say.level)(amount(kpi.value), amount(kpi.target.value));
  return kpi.status === "missed" || kpi.expected === null || kpi.expected === kpi.target.value
    ? now
    : `${now}, ${say.path(amount(kpi.expected))}`;
}

interface Sentences {
  readonly empty: string;
  readonly unjudged: (total: number, format: Formats) => string;
  readonly well: (onTrack: number, achieved: number, total: number, format: Formats) => string;
  readonly late: Readonly<Record<"behind" | "missed", string>>;
  readonly of: (value: string, target: string) => string;
  readonly level: (value: string, target: string) => string;
  readonly path: (expected: string) => string;
  readonly lateToo: Told;
  readonly attention: Told;
  readonly immature: Told;
  readonly withoutData: Told;
  readonly withoutTarget: Told;
}

/** A sentence about so many KPIs; none about none. */
type Told = (count: number, format: Formats) => readonly string[];

function about(sentence: (count: number, words: string) => string): Told {
  return (count, format) => (count <= 0 ? [] : [sentence(count, capital(format.count(count)))]);
}

const sentences: Readonly<Record<Language, Sentences>> = {
  nl: {
    empty: "Er zijn nog geen KPI’s. Begin met één doel dat je klant belangrijk vindt, en één getal dat laat zien of je het haalt.",
    unjudged: (total, format) =>
      total === 1
        ? "Over de enige KPI is nog geen oordeel mogelijk."
        : `Over geen van de ${format.count(total)} KPI’s is al een oordeel mogelijk.`,
    well: (onTrack, achieved, total, format) => {
      const good = onTrack + achieved;
      const verb = (one: string, many: string): string => (good === 1 ? one : many);
      const state =
        achieved === 0
          ? verb("ligt op koers", "liggen op koers")
          : onTrack === 0
            ? verb("is behaald", "zijn behaald")
            : "liggen op koers of zijn behaald";
      if (total === 1) return good === 1 ? `De enige KPI ${state}.` : "De enige KPI ligt niet op koers.";
      if (good === 0) return `Geen van de ${format.count(total)} KPI’s ligt op koers.`;
      if (good === total) return total === 2 ? `Beide KPI’s ${state}.` : `Alle ${format.count(total)} KPI’s ${state}.`;
      return `${capital(format.count(good))} van de ${format.count(total)} KPI’s ${state}.`;
    },
    late: { behind: "loopt achter", missed: "heeft het doel gemist" },
    of: (value, target) => `${value} van ${target}`,
    level: (value, target) => `${value}, doel ${target}`,
    path: (expected) => `het pad staat nu op ${expected}`,
    lateToo: about((count, words) => (count === 1 ? "Nog één KPI blijft achter." : `Nog ${words.toLowerCase()} KPI’s blijven achter.`)),
    attention: about((count, words) => (count === 1 ? "Eén KPI vraagt aandacht." : `${words} KPI’s vragen aandacht.`)),
    immature: about((count, words) => (count === 1 ? "Eén is nog niet rijp." : `${words} zijn nog niet rijp.`)),
    withoutData: about((count, words) => (count === 1 ? "Eén heeft geen gegevens." : `${words} hebben geen gegevens.`)),
    withoutTarget: about((count, words) => (count === 1 ? "Eén heeft nog geen doel." : `${words} hebben nog geen doel.`)),
  },
  en: {
    empty: "There are no KPIs yet. Start with one goal that matters to your customer, and one number that shows whether you reach it.",
    unjudged: (total, format) =>
      total === 1 ? "The only KPI cannot be judged yet." : `None of the ${format.count(total)} KPIs can be judged yet.`,
    well: (onTrack, achieved, total, format) => {
      const good = onTrack + achieved;
      const verb = good === 1 ? "is" : "are";
      const state =
        achieved === 0 ? `${verb} on track` : onTrack === 0 ? `${good === 1 ? "has" : "have"} been achieved` : "are on track or achieved";
      if (total === 1) return good === 1 ? `The only KPI ${state}.` : "The only KPI is not on track.";
      if (good === 0) return `None of the ${format.count(total)} KPIs is on track.`;
      if (good === total) return total === 2 ? `Both KPIs ${state}.` : `All ${format.count(total)} KPIs ${state}.`;
      return `${capital(format.count(good))} of the ${format.count(total)} KPIs ${state}.`;
    },
    late: { behind: "is behind", missed: "missed its target" },
    of: (value, target) => `${value} of ${target}`,
    level: (value, target) => `${value}, target ${target}`,
    path: (expected) => `the path now stands at ${expected}`,
    lateToo: about((count, words) => (count === 1 ? "One more KPI is late." : `${words} more KPIs are late.`)),
    attention: about((count, words) => (count === 1 ? "One KPI is at risk." : `${words} KPIs are at risk.`)),
    immature: about((count, words) => (count === 1 ? "One is not mature yet." : `${words} are not mature yet.`)),
    withoutData: about((count, words) => (count === 1 ? "One has no data." : `${words} have no data.`)),
    withoutTarget: about((count, words) => (count === 1 ? "One has no target yet." : `${words} have no target yet.`)),
  },
};
