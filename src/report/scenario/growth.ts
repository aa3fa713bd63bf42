import { type Framework, HelderError, type Language, type Scenario } from "../../framework/index.ts";
import {
  type Capacity,
  type Growth,
  growthDoubts,
  growthPath,
  growthSpread,
  inflowThatKeeps,
  type Learned,
  type Numbers,
  type Points,
  type Rate,
  rateDoubts,
  type RateHistory,
  type Spread,
  type WeekOfGrowth,
  type Worth,
  worthOf,
} from "../../judge/index.ts";
import { type Formats, formats } from "../../locale/index.ts";
import type { ScenarioDoubt } from "./doubt.ts";

type GrowthScenario = Extract<Scenario, { kind: "growth" }>;

/** What the workspace measured of what a scenario takes for granted. */
export interface GrowthMeasured {
  /** of complete weeks, by rate; absent where nothing was measured, or in too few weeks */
  readonly rates: Readonly<Partial<Record<Rate, RateHistory>>>;
  /** what crowding does to the score and to the churn; null where it was not measured, or does not show */
  readonly nps: Learned | null;
  readonly churn: Learned | null;
  /** the most guests per open hour in a week; null where they were not measured */
  readonly seen: number | null;
  /** weeks in which crowding was looked for; null where it was not */
  readonly looked: { readonly nps: number | null; readonly churn: number | null };
}

export interface GrowthOutcome extends Pick<Spread, "level" | "band"> {
  readonly path: readonly WeekOfGrowth[];
  readonly end: number;
  readonly interval: readonly [number, number];
  readonly doubts: readonly ScenarioDoubt[];
  /** members with whom the busiest hour is full; absent where it is not known */
  readonly full?: number;
  /** the largest inflow that keeps the score that was asked for; null: none does, or every one; absent where nothing was asked */
  readonly inflow?: number | null;
  /** what was measured, and where the members would end at the median of each measured rate; absent where no rate was */
  readonly measured?: { readonly rates: GrowthMeasured["rates"]; readonly end: number; readonly sentence: string };
  /** what the newcomers bring; absent where it is not said what a member brings */
  readonly worth?: Worth & { readonly sentences: readonly string[] };
  /** what crowding does, where it was learned */
  readonly crowding?: { readonly nps: Learned | null; readonly churn: Learned | null; readonly sentences: readonly string[] };
}

interface Words {
  readonly end: (weeks: number, members: string, low: string, high: string) => string;
  readonly keeps: (inflow: string, score: string) => string;
  readonly keepsNone: (score: string) => string;
  readonly week: (week: number) => string;
  readonly asMeasured: (weeks: number, members: string) => string;
  readonly lifetime: (value: string) => string;
  readonly within: (value: string) => string;
  readonly returns: (within: string, overLife: string | null) => string;
  readonly payback: (week: number) => string;
  readonly noPayback: (weeks: number) => string;
  readonly noEnd: string;
  readonly npsLearned: (weeks: number, from: string, low: string, to: string, high: string) => string;
  readonly churnLearned: (weeks: number, from: string, low: string, to: string, high: string) => string;
  readonly npsUnseen: (weeks: number) => string;
  readonly churnUnseen: (weeks: number) => string;
}

const sentences: Readonly<Record<Language, Words>> = {
  nl: {
    end: (weeks, members, low, high) => `Na ${weeks} weken: ${members} leden (toeval alleen geeft ${low} tot ${high}).`,
    keeps: (inflow, score) => `Tot een instroom van ${inflow} per week blijft het cijfer ${score} of hoger.`,
    keepsNone: (score) => `Bij geen enkele instroom blijft het cijfer ${score} of hoger.`,
    week: (week) => `week ${week}`,
    asMeasured: (weeks, members) => `Met wat er gemeten is zijn het na ${weeks} weken ${members} leden.`,
    lifetime: (value) => `Een lid is over alle weken dat het blijft ${value} waard.`,
    within: (value) => `Wie er in deze weken bij komt, brengt in deze weken ${value} op.`,
    returns: (within, overLife) =>
      `Elke euro van de campagne levert in deze weken ${within} op${overLife === null ? "" : `, en over de tijd dat deze leden blijven ${overLife}`}.`,
    payback: (week) => `De campagne is na week ${week} terugverdiend.`,
    noPayback: (weeks) => `De campagne is na ${weeks} weken nog niet terugverdiend.`,
    noEnd: "Niemand vertrekt, dus wat een lid over de hele tijd waard is heeft geen eind. Reken met het verloop dat je meet.",
    npsLearned: (weeks, from, low, to, high) =>
      `In ${weeks} weken gemeten: bij ${low} gasten per uur een cijfer van ${from}, bij ${high} gasten ${to}.`,
    churnLearned: (weeks, from, low, to, high) =>
      `In ${weeks} weken gemeten: bij ${low} gasten per uur vertrekt ${from} per week, bij ${high} gasten ${to}.`,
    npsUnseen: (weeks) => `In ${weeks} gemeten weken hangt het cijfer niet zichtbaar samen met de drukte; er is niet mee gerekend.`,
    churnUnseen: (weeks) => `In ${weeks} gemeten weken hangt het verloop niet zichtbaar samen met de drukte; er is niet mee gerekend.`,
  },
  en: {
    end: (weeks, members, low, high) => `After ${weeks} weeks: ${members} members (chance alone gives ${low} to ${high}).`,
    keeps: (inflow, score) => `Up to an inflow of ${inflow} a week the score stays ${score} or better.`,
    keepsNone: (score) => `At no inflow does the score stay ${score} or better.`,
    week: (week) => `week ${week}`,
    asMeasured: (weeks, members) => `With what was measured there are ${members} members after ${weeks} weeks.`,
    lifetime: (value) => `Over all weeks that they stay a member is worth ${value}.`,
    within: (value) => `Who comes in these weeks brings ${value} in these weeks.`,
    returns: (within, overLife) =>
      `Each euro of the campaign brings ${within} in these weeks${overLife === null ? "" : `, and ${overLife} over the time that these members stay`}.`,
    payback: (week) => `The campaign has paid itself back after week ${week}.`,
    noPayback: (weeks) => `After ${weeks} weeks the campaign has not paid itself back.`,
    noEnd: "Nobody leaves, so what a member is worth over all time has no end. Use the churn that you measure.",
    npsLearned: (weeks, from, low, to, high) =>
      `Measured in ${weeks} weeks: a score of ${from} at ${low} guests an hour, ${to} at ${high} guests.`,
    churnLearned: (weeks, from, low, to, high) =>
      `Measured in ${weeks} weeks: ${from} leave a week at ${low} guests an hour, ${to} at ${high} guests.`,
    npsUnseen: (weeks) => `In ${weeks} measured weeks the score does not show to hang on the crowd; it is not counted with.`,
    churnUnseen: (weeks) => `In ${weeks} measured weeks the churn does not show to hang on the crowd; it is not counted with.`,
  },
};

type Writer = Numbers & { readonly money: (value: number) => string; readonly whole: (value: number) => string };

function writer(language: Language, currency?: string): Writer {
  const format: Formats = formats(language, currency);
  return {
    number: (value) => format.number(value, Number.isInteger(value) || Math.abs(value) >= 1000 ? 0 : 1),
    percent: (fraction) => format.value(fraction, "percent", { trim: true }),
    money: (value) => format.value(value, "currency"),
    whole: (value) => format.value(value, "currency", { round: true }),
  };
}

/** `least`: the score that must be kept, or null. Throws HelderError `scenario-boundless` where no number holds the outcome. */
export function growthOutcome(
  framework: Framework,
  scenario: GrowthScenario,
  measured: GrowthMeasured,
  language: Language,
  least: number | null,
): GrowthOutcome {
  const { id, weeks, inflow, conversion, viral, generations, churn, start, capacity: given, value } = scenario;
  const told = sentences[language];
  const write = writer(language, framework.settings.currency);
  // What people say goes before what was learned.
  const churnAt = given?.churnAt === undefined ? (measured.churn?.points ?? null) : pointsOf(given.churnAt);
  const peakShare = given?.peakShare ?? null;
  const crowded = churnAt === null || churnAt.length === 0 || peakShare === null ? null : { peakShare, churnAt };
  const growth: Growth = { weeks, inflow, conversion, viral, generations, churn, start, crowded };
  const points = given?.npsAt === undefined ? (measured.nps?.points ?? []) : pointsOf(given.npsAt);
  const learned = (given?.npsAt === undefined && measured.nps !== null) || (given?.churnAt === undefined && measured.churn !== null);
  const room = given?.guestsPerHour;
  const capacity: Capacity | null =
    room === undefined
      ? null
      : { guestsPerHour: room, peakShare, npsAt: points.length > 0 ? points : null, seen: learned ? measured.seen : null };
  const path = growthPath(growth);
  const end = path.at(-1)!.members;
  // Beyond this a sum of counts is no longer exact, and the simulated paths soon are no numbers at all.
  if (!(end <= Number.MAX_SAFE_INTEGER)) throw new HelderError("scenario-boundless", { name: id });
  const { low, high, level, band } = growthSpread(growth);
  const worth = value === undefined ? null : worthOf(growth, { perWeek: value.perWeek, spend: value.spend ?? null });
  const late = worth !== null && (value?.spend ?? 0) > 0 && worth.paybackWeek === null;
  const doubts = [
    ...growthDoubts(growth, capacity, language, write),
    ...rateDoubts(growth, measured.rates, language, write),
    ...(late ? [{ code: "no-payback", sentence: told.noPayback(weeks) }] : []),
  ];
  const kept = least === null || capacity === null ? null : inflowThatKeeps(growth, capacity, least);
  return {
    path,
    end,
    interval: [low, high],
    level,
    band,
    doubts,
    ...(capacity !== null && peakShare ? { full: capacity.guestsPerHour / peakShare } : {}),
    ...(least === null ? {} : { inflow: kept !== null && Number.isFinite(kept) ? kept : null }),
    ...asMeasured(growth, measured.rates, told, write),
    ...(worth === null ? {} : { worth: { ...worth, sentences: worthTold(worth, weeks, told, write) } }),
    ...crowdingTold(scenario, measured, told, write),
  };
}

function pointsOf(typed: Readonly<Record<string, number>>): Points {
  return Object.entries(typed).map(([guests, value]) => [Number(guests), value] as const);
}

function asMeasured(growth: Growth, rates: GrowthMeasured["rates"], told: Words, write: Writer): Pick<GrowthOutcome, "measured"> {
  const medians = Object.fromEntries(Object.entries(rates).map(([rate, { median }]) => [rate, median]));
  if (Object.keys(medians).length === 0) return {};
  const end = growthPath({ ...growth, ...medians }).at(-1)!.members;
  if (!(end <= Number.MAX_SAFE_INTEGER)) return {};
  return { measured: { rates, end, sentence: told.asMeasured(growth.weeks, write.number(Math.round(end))) } };
}

function worthTold(worth: Worth, weeks: number, told: Words, write: Writer): string[] {
  const { lifetimeValue, within, returnWithin, returnOverLife, paybackWeek } = worth;
  return [
    lifetimeValue === null ? told.noEnd : told.lifetime(write.whole(lifetimeValue)),
    told.within(write.whole(within)),
    ...(returnWithin === null
      ? []
      : [
          told.returns(write.money(returnWithin), returnOverLife === null ? null : write.money(returnOverLife)),
          paybackWeek === null ? told.noPayback(weeks) : told.payback(paybackWeek),
        ]),
  ];
}

function crowdingTold({ capacity }: GrowthScenario, measured: GrowthMeasured, told: Words, write: Writer): Pick<GrowthOutcome, "crowding"> {
  if (capacity?.measured === undefined) return {};
  const between = ({ points }: Learned) => [points[0]!, points.at(-1)!] as const;
  const tell = (
    learned: Learned | null,
    weeks: number | null,
    sentence: Words["npsLearned"],
    unseen: Words["npsUnseen"],
    shown: (value: number) => string,
  ) => {
    if (learned === null) return weeks === null ? [] : [unseen(weeks)];
    const [[low, from], [high, to]] = between(learned);
    return [sentence(learned.weeks, shown(from), write.number(Math.round(low)), shown(to), write.number(Math.round(high)))];
  };
  const { nps, churn, looked } = measured;
  return {
    crowding: {
      nps,
      churn,
      sentences: [
        ...tell(nps, looked.nps, told.npsLearned, told.npsUnseen, write.number),
        ...tell(churn, looked.churn, told.churnLearned, told.churnUnseen, write.percent),
      ],
    },
  };
}

export function growthText(
  { path, end, interval: [low, high], doubts, inflow, measured, worth, crowding }: GrowthOutcome,
  least: number | null,
  language: Language,
): string {
  const told = sentences[language];
  const write = writer(language);
  const kept =
    least === null ? [] : [inflow == null ? told.keepsNone(write.number(least)) : told.keeps(write.number(inflow), write.number(least))];
  const facts = [...(measured === undefined ? [] : [measured.sentence]), ...(worth?.sentences ?? []), ...(crowding?.sentences ?? [])];
  return [
    ...path.map(({ week, members }) => `${told.week(week).padEnd(9)} ${write.number(Math.round(members)).padStart(12)}`),
    told.end(path.length, write.number(Math.round(end)), write.number(low), write.number(high)),
    ...facts.map((sentence) => `= ${sentence}`),
    ...doubts.map(({ sentence }) => `? ${sentence}`),
    ...kept,
  ].join("\n");
}
