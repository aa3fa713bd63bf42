import { HelderError, type Language, type Scenario } from "../../framework/index.ts";
import { type Growth, growthDoubts, growthPath, growthSpread, inflowThatKeeps, type Spread, type WeekOfGrowth } from "../../judge/index.ts";
import { formats } from "../../locale/index.ts";
import type { ScenarioDoubt } from "./doubt.ts";

type GrowthScenario = Extract<Scenario, { kind: "growth" }>;

export interface GrowthOutcome extends Pick<Spread, "level" | "band"> {
  readonly path: readonly WeekOfGrowth[];
  readonly end: number;
  readonly interval: readonly [number, number];
  readonly doubts: readonly ScenarioDoubt[];
  /** members with whom the busiest hour is full; absent where it is not known */
  readonly full?: number;
  /** the largest inflow that keeps the score that was asked for; null: none does, or every one; absent where nothing was asked */
  readonly inflow?: number | null;
}

interface Words {
  readonly end: (weeks: number, members: string, low: string, high: string) => string;
  readonly keeps: (inflow: string, score: string) => string;
  readonly keepsNone: (score: string) => string;
  readonly week: (week: number) => string;
}

const sentences: Readonly<Record<Language, Words>> = {
  nl: {
    end: (weeks, members, low, high) => `Na ${weeks} weken: ${members} leden (toeval alleen geeft ${low} tot ${high}).`,
    keeps: (inflow, score) => `Tot een instroom van ${inflow} per week blijft het cijfer ${score} of hoger.`,
    keepsNone: (score) => `Bij geen enkele instroom blijft het cijfer ${score} of hoger.`,
    week: (week) => `week ${week}`,
  },
  en: {
    end: (weeks, members, low, high) => `After ${weeks} weeks: ${members} members (chance alone gives ${low} to ${high}).`,
    keeps: (inflow, score) => `Up to an inflow of ${inflow} a week the score stays ${score} or better.`,
    keepsNone: (score) => `At no inflow does the score stay ${score} or better.`,
    week: (week) => `week ${week}`,
  },
};

function writer(language: Language): { readonly number: (value: number) => string; readonly percent: (fraction: number) => string } {
  const format = formats(language);
  return {
    number: (value) => format.number(value, Number.isInteger(value) || Math.abs(value) >= 1000 ? 0 : 1),
    percent: (fraction) => format.value(fraction, "percent", { trim: true }),
  };
}

/** `least`: the score that must be kept, or null. Throws HelderError `scenario-boundless` where no number holds the outcome. */
export function growthOutcome(scenario: GrowthScenario, language: Language, least: number | null): GrowthOutcome {
  const { id, weeks, inflow, conversion, viral, generations, churn, start, capacity: given } = scenario;
  const growth: Growth = { weeks, inflow, conversion, viral, generations, churn, start };
  const points = Object.entries(given?.npsAt ?? {}).map(([guests, nps]) => [Number(guests), nps] as const);
  const room = given?.guestsPerHour;
  const capacity =
    room === undefined ? null : { guestsPerHour: room, peakShare: given?.peakShare ?? null, npsAt: points.length > 0 ? points : null };
  const path = growthPath(growth);
  const end = path.at(-1)!.members;
  // Beyond this a sum of counts is no longer exact, and the simulated paths soon are no numbers at all.
  if (!(end <= Number.MAX_SAFE_INTEGER)) throw new HelderError("scenario-boundless", { name: id });
  const { low, high, level, band } = growthSpread(growth);
  const doubts = growthDoubts(growth, capacity, language, writer(language));
  const kept = least === null || capacity === null ? null : inflowThatKeeps(growth, capacity, least);
  const answer = least === null ? {} : { inflow: kept !== null && Number.isFinite(kept) ? kept : null };
  const full = capacity?.peakShare ? { full: capacity.guestsPerHour / capacity.peakShare } : {};
  return { path, end, interval: [low, high], level, band, doubts, ...full, ...answer };
}

export function growthText(
  { path, end, interval: [low, high], doubts, inflow }: GrowthOutcome,
  least: number | null,
  language: Language,
): string {
  const told = sentences[language];
  const write = writer(language);
  const kept =
    least === null ? [] : [inflow == null ? told.keepsNone(write.number(least)) : told.keeps(write.number(inflow), write.number(least))];
  return [
    ...path.map(({ week, members }) => `${told.week(week).padEnd(9)} ${write.number(Math.round(members)).padStart(12)}`),
    told.end(path.length, write.number(Math.round(end)), write.number(low), write.number(high)),
    ...doubts.map(({ sentence }) => `? ${sentence}`),
    ...kept,
  ].join("\n");
}
