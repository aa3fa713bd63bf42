import { fromDayNumber } from "../../calendar/index.ts";
import type { Cell } from "../csv.ts";
import type { Random } from "../random.ts";
import { SteeredChance, SteeredCount } from "../steered.ts";
import type { StoryDay } from "../story-calendar.ts";
import { type Variant, VariantChance } from "../variant.ts";
import type { GymCalendar } from "./calendar.ts";
import { accessMinutes, accessTest, planTest, quarterTotals, reserveTest, shares } from "./story.ts";

const subscriptions = ["daytime", "unlimited"] as const;
const lifeStages = ["student", "worker", "parent", "senior"] as const;

export interface Member {
  readonly number: number;
  readonly startedOn: number;
  readonly subscription: (typeof subscriptions)[number];
  readonly lifeStage: (typeof lifeStages)[number];
  readonly source: "campaign" | "friend" | "walk-in";
  /** null: the desk did not note it, or the member is from before the gate was digital */
  readonly accessMinutes: number | null;
  readonly returnedOn: number | null;
  readonly accessVariant: Variant | null;
  readonly reserveVariant: Variant | null;
  endedOn: number | null;
}

interface Trial {
  readonly number: number;
  readonly day: StoryDay;
  readonly source: Member["source"];
  readonly evening: boolean;
  readonly planned: boolean | null;
  readonly joinedOn: number | null;
  readonly variant: Variant | null;
}

/** Members at the start of the simulation. */
const stock = 5_200;
const joinWindow = 14;

/** Trials and members from day `first` to `last`. Who joins within 14 days of a trial starts as a member on that day. */
export function members(random: Random, calendar: GymCalendar, first: number, last: number): { members: Member[]; trials: Trial[] } {
  const days = calendar.days(first - joinWindow, last);
  const all: Member[] = [];
  const trials: Trial[] = [];
  const starts = new Map<number, Member["source"][]>();
  const start = (day: number, source: Member["source"]): void => {
    starts.set(day, [...(starts.get(day) ?? []), source]);
  };
  const trialCount = new SteeredCount(random);
  const walkIns = new SteeredCount(random);
  const plans = new VariantChance(random);
  const joins = new VariantChance(random);
  const daytime = new SteeredChance(random, 0.5);
  const returns = new VariantChance(random);
  const endings = new SteeredCount(random, 0.9);
  const active: Member[] = [];

  for (let number = 1; number <= stock; number++) {
    const startedOn = first - joinWindow - random.integer(1, 1_500);
    const member: Member = {
      number,
      startedOn,
      subscription: random.chance(0.24) ? "daytime" : "unlimited",
      lifeStage: random.weighted([
        ["student", 0.2] as const,
        ["worker", 0.48] as const,
        ["parent", 0.18] as const,
        ["senior", 0.14] as const,
      ]),
      source: random.weighted([["campaign", 0.5] as const, ["friend", 0.3] as const, ["walk-in", 0.2] as const]),
      accessMinutes: null,
      returnedOn: startedOn + random.integer(1, 12),
      accessVariant: null,
      reserveVariant: null,
      endedOn: null,
    };
    all.push(member);
    active.push(member);
  }

  for (const day of days) {
    for (let count = trialCount.draw(calendar.rate(quarterTotals.trials, day)); count > 0; count--) {
      const campaign = calendar.campaign(day);
      const variant = calendar.takesIn(planTest.intake, day) ? random.pick(["A", "B"] as const) : null;
      const planned = plans.draw(variant, variant ? planTest.plan[variant] : calendar.share(shares.plan, day));
      const source = random.weighted([["campaign", campaign ? 0.72 : 0.6] as const, ["friend", 0.25] as const, ["walk-in", 0.15] as const]);
      const joined = joins.draw(variant, variant ? planTest.joins[variant] : calendar.share(shares.joins, day));
      const joinedOn = joined ? day.number + random.integer(0, joinWindow - 1) : null;
      if (joinedOn !== null) start(joinedOn, source);
      trials.push({
        number: trials.length + 1,
        day,
        source,
        evening: random.chance(campaign ? 0.74 : 0.55),
        planned: random.chance(0.03) ? null : planned,
        joinedOn: joinedOn !== null && joinedOn <= last ? joinedOn : null,
        variant,
      });
    }
    for (let count = walkIns.draw(calendar.rate(quarterTotals.walkIns, day)); count > 0; count--) start(day.number, "walk-in");

    for (const source of starts.get(day.number) ?? []) {
      const access = calendar.takesIn(accessTest.intake, day) ? random.pick(["A", "B"] as const) : null;
      const isDaytime = daytime.draw(calendar.share(shares.daytime, day));
      const minutes = access ? accessTest.minutes[access] : day.quarter >= -1 ? accessMinutes.now : accessMinutes.before;
      const back = returns.draw(access, access ? accessTest.returns[access] : calendar.share(shares.returns, day));
      const later = random.chance(0.7) ? day.number + random.integer(8, 45) : null;
      const returnedOn = back ? day.number + random.integer(1, 7) : later;
      const students = calendar.campaign(day) && !isDaytime ? 0.55 : 0.2;
      const member: Member = {
        number: all.length + 1,
        startedOn: day.number,
        subscription: isDaytime ? "daytime" : "unlimited",
        lifeStage: isDaytime
          ? random.weighted([["student", 0.12] as const, ["worker", 0.18] as const, ["parent", 0.34] as const, ["senior", 0.36] as const])
          : random.weighted([
              ["student", students] as const,
              ["worker", 0.55] as const,
              ["parent", 0.12] as const,
              ["senior", 0.06] as const,
            ]),
        source,
        accessMinutes: random.chance(0.04) ? null : random.lognormal(minutes, 0.4),
        returnedOn: returnedOn !== null && returnedOn <= last ? returnedOn : null,
        accessVariant: access,
        reserveVariant: calendar.takesIn(reserveTest.intake, day) ? random.pick(["A", "B"] as const) : null,
        endedOn: null,
      };
      all.push(member);
      active.push(member);
    }

    if (day.number < first) continue;
    const leaving = (calendar.share(shares.churn, day) / day.daysInMonth) * active.length;
    for (let count = endings.draw(leaving); count > 0; count--) {
      let place: number;
      // nobody ends in the first four weeks: the first month is paid
      do place = random.integer(0, active.length - 1);
      while (day.number - active[place]!.startedOn < 28);
      active[place]!.endedOn = day.number;
      active[place] = active.at(-1)!;
      active.pop();
    }
  }
  return { members: all, trials };
}

export const membersHeader = [
  "member_id",
  "started_on",
  "subscription",
  "life_stage",
  "source",
  "access_minutes",
  "returned_on",
  "ended_on",
];

export function* memberRows(all: readonly Member[]): Generator<Cell[]> {
  for (const member of all) {
    const { startedOn, subscription, lifeStage, source, accessMinutes: minutes, returnedOn, endedOn } = member;
    yield [
      memberId(member),
      fromDayNumber(startedOn),
      subscription,
      lifeStage,
      source,
      minutes === null ? null : minutes.toFixed(1),
      returnedOn === null ? null : fromDayNumber(returnedOn),
      endedOn === null ? null : fromDayNumber(endedOn),
    ];
  }
}

export const trialsHeader = ["trial_id", "visitor_id", "trial_on", "source", "slot", "plan_made", "joined_on"];

/** The trials from day `first` on; the desk's tablet sends a few of them twice. */
export function* trialRows(random: Random, trials: readonly Trial[], first: number): Generator<Cell[]> {
  for (const { number, day, source, evening, planned, joinedOn } of trials) {
    if (day.number < first) continue;
    const row: Cell[] = [
      `T${String(number).padStart(6, "0")}`,
      visitorId(number),
      day.date,
      source,
      evening ? "evening" : "day",
      planned === null ? null : planned ? "yes" : "no",
      joinedOn === null ? null : fromDayNumber(joinedOn),
    ];
    yield row;
    if (random.chance(0.001)) yield row;
  }
}

export const planTestHeader = ["visitor_id", "assigned_on", "variant"];
export const memberTestHeader = ["member_id", "assigned_on", "variant"];

export function* planTestRows(trials: readonly Trial[]): Generator<Cell[]> {
  for (const { number, day, variant } of trials) if (variant) yield [visitorId(number), day.date, variant];
}

export function* memberTestRows(all: readonly Member[], variantOf: (member: Member) => Variant | null): Generator<Cell[]> {
  for (const member of all) {
    const variant = variantOf(member);
    if (variant) yield [memberId(member), fromDayNumber(member.startedOn), variant];
  }
}

export const monthsHeader = ["month", "subscription", "life_stage", "members", "fees", "costs"];

/** Euros a month: the fee, and what a member costs (cleaning, energy, machines). */
const fees = { daytime: 24.95, unlimited: 39.95 } as const;
const costs = { daytime: 7.5, unlimited: 11 } as const;

/** Per month and kind of membership: members on its first day, what they pay and what they cost. Months that began before `first` are left out. */
export function* monthRows(all: readonly Member[], days: readonly StoryDay[]): Generator<Cell[]> {
  for (const { number, date } of days) {
    if (!date.endsWith("-01")) continue;
    const present = all.filter(({ startedOn, endedOn }) => startedOn < number && (endedOn === null || endedOn >= number));
    for (const subscription of subscriptions) {
      for (const lifeStage of lifeStages) {
        const count = present.filter((member) => member.subscription === subscription && member.lifeStage === lifeStage).length;
        yield [date, subscription, lifeStage, count, (count * fees[subscription]).toFixed(2), (count * costs[subscription]).toFixed(2)];
      }
    }
  }
}

export function memberId({ number }: Member): string {
  return `M${String(number).padStart(6, "0")}`;
}

function visitorId(number: number): string {
  return `V${String(number).padStart(6, "0")}`;
}
