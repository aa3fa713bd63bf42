import type { Cell } from "../csv.ts";
import { at, minutesOfDay } from "../moment.ts";
import type { Random } from "../random.ts";
import { SteeredChance } from "../steered.ts";
import type { StoryDay } from "../story-calendar.ts";
import { VariantChance } from "../variant.ts";
import type { GymCalendar } from "./calendar.ts";
import { type Member, memberId } from "./members.ts";
import { costPerMember, cover, mood, reserveTest, shares } from "./story.ts";

/** Open hours with how busy they are against each other. */
const hours = {
  week: [0.8, 0.75, 0.85, 0.7, 0.55, 0.55, 0.55, 0.5, 0.6, 0.85, 1.3, 1.7, 1.85, 1.7, 1.15],
  weekend: [0.75, 1.15, 1.4, 1.3, 1, 0.85, 0.8, 0.75, 0.65, 0.5],
} as const;
const opensAt = { week: 7, weekend: 8 } as const;
const eveningFrom = 17;

/** The hours of a day in its week on average: so that the level is the mean over all open hours. */
const mean = (5 * sum(hours.week) + 2 * sum(hours.weekend)) / (5 * hours.week.length + 2 * hours.weekend.length);

export const occupancyHeader = ["opened_at", "guests", "capacity", "forecast"];

/** Every open hour: guests inside against capacity, and what the app had foretold. The gate did not count for two days a quarter ago. */
export function* occupancy(random: Random, calendar: GymCalendar, days: readonly StoryDay[]): Generator<Cell[]> {
  const right = new SteeredChance(random, 0.5);
  for (const day of days) {
    if (day.fromQuarterStart === -33 || day.fromQuarterStart === -32) continue;
    const part = day.weekday < 5 ? "week" : "weekend";
    for (const [index, factor] of hours[part].entries()) {
      const hour = opensAt[part] + index;
      const crowd = calendar.campaign(day) && part === "week" && hour >= eveningFrom ? cover.eveningFactor : 1;
      const expected = calendar.level(cover.level, day) * cover.capacity * (factor / mean) * Math.min(1.25, day.season) * crowd;
      const guests = Math.round(random.lognormal(expected, 0.08));
      const miss = right.draw(calendar.share(shares.rightForecast, day)) ? random.integer(0, 20) : random.integer(21, 50);
      const forecast = guests + (random.chance(0.5) || guests < miss ? miss : -miss);
      yield [at(day, hour * 60), guests, cover.capacity, forecast];
    }
  }
}

export const waitsHeader = ["scanned_at", "member_id", "machine", "wait_minutes"];

/** A sample of scans at the machines: how long a member waited before it was free. Newcomers are asked more often. */
export function* waits(random: Random, calendar: GymCalendar, members: readonly Member[], days: readonly StoryDay[]): Generator<Cell[]> {
  const free = new VariantChance(random);
  let newest = 0;
  for (const day of days) {
    while (newest < members.length && members[newest]!.startedOn <= day.number) newest++;
    for (const minute of minutesOfDay(random, random.poisson(16), 8, 22)) {
      const member = present(random, members, random.chance(0.4) ? Math.max(0, newest - 250) : 0, newest - 1, day);
      const variant = member.reserveVariant;
      const soon = free.draw(variant, variant ? reserveTest.freeMachine[variant] : calendar.share(shares.freeMachine, day));
      const minutes = soon ? 2 * random.uniform() : 2.1 + random.lognormal(3, 0.5);
      yield [at(day, minute), memberId(member), random.pick(["rower", "treadmill", "rack", "leg-press", "bike"]), minutes.toFixed(1)];
    }
  }
}

export const surveyHeader = ["answer_id", "member_id", "answered_on", "recommend"];

/** Answers to one question; one in twenty is left blank. */
export function* survey(random: Random, calendar: GymCalendar, members: readonly Member[], days: readonly StoryDay[]): Generator<Cell[]> {
  let number = 0;
  let newest = 0;
  for (const day of days) {
    while (newest < members.length && members[newest]!.startedOn <= day.number) newest++;
    const { promoters, detractors } = calendar.campaign(day) ? mood.afterCampaign : mood.before;
    for (let count = random.poisson(6); count > 0; count--) {
      const kind = random.weighted([
        ["high", promoters] as const,
        ["low", detractors] as const,
        ["middle", 1 - promoters - detractors] as const,
      ]);
      const score = kind === "high" ? random.integer(9, 10) : kind === "low" ? random.integer(1, 6) : random.integer(7, 8);
      const member = present(random, members, 0, newest - 1, day);
      yield [`A${String(++number).padStart(6, "0")}`, memberId(member), day.date, random.chance(0.05) ? null : score];
    }
  }
}

export const campaignsHeader = ["date", "campaign", "channel", "spend", "registrations"];

const campaigns = [
  ["always-on", "search", 0.5, 1.4],
  ["neighbourhood", "social", 0.3, 2.2],
  ["bring-a-friend", "email", 0.2, 0.8],
] as const;

/** Per day and campaign: euros spent, and free accounts that were registered. The budget follows the members that came in the past week. */
export function* campaignRows(
  random: Random,
  calendar: GymCalendar,
  members: readonly Member[],
  days: readonly StoryDay[],
): Generator<Cell[]> {
  const brought = new Map<number, number>();
  for (const { source, startedOn } of members) if (source === "campaign") brought.set(startedOn, (brought.get(startedOn) ?? 0) + 1);
  for (const day of days) {
    const week = Array.from({ length: 7 }, (_, ago) => brought.get(day.number - ago) ?? 0);
    const budget = (sum(week) / 7) * calendar.level(costPerMember, day);
    for (const [campaign, channel, share, registrations] of campaigns) {
      const spend = random.lognormal(budget * share, 0.1);
      const registered = random.poisson(registrations * 40 * share * day.season * (calendar.campaign(day) ? 3 : 1));
      yield [day.date, campaign, channel, spend.toFixed(2), registered];
    }
  }
}

/** Somebody from `low` to `high` in `members` who is still a member on `day`. */
function present(random: Random, members: readonly Member[], low: number, high: number, day: StoryDay): Member {
  for (;;) {
    const member = members[random.integer(low, high)]!;
    if (member.endedOn === null || member.endedOn > day.number) return member;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
