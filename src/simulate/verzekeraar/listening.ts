import type { Cell } from "../csv.ts";
import type { Random } from "../random.ts";
import { SteeredChance, SteeredCount } from "../steered.ts";
import type { StoryDay } from "../story-calendar.ts";
import type { InsurerCalendar } from "./calendar.ts";
import { customerId, type Portfolio } from "./portfolio.ts";
import { mood, shares } from "./story.ts";

export const surveyHeader = ["answer_id", "customer_id", "answered_on", "recommend"];

/** Answers to one question after a contact; one in twenty is left blank. */
export function* survey(random: Random, calendar: InsurerCalendar, { customers }: Portfolio, days: readonly StoryDay[]): Generator<Cell[]> {
  const promoter = new SteeredChance(random, 0.5);
  const detractor = new SteeredChance(random, 0.5);
  let number = 0;
  let newest = 0;
  for (const day of days) {
    while (newest < customers.length && customers[newest]!.startedOn <= day.number) newest++;
    for (let count = random.poisson(6); count > 0; count--) {
      let customer = customers[random.integer(0, newest - 1)]!;
      while (customer.endedOn !== null && customer.endedOn <= day.number) customer = customers[random.integer(0, newest - 1)]!;
      const blank = random.chance(0.05);
      const high = calendar.capped(mood.promoters, day);
      const yes = !blank && promoter.draw(high);
      const no = !blank && !yes && detractor.draw(calendar.capped(mood.detractors, day) / (1 - high));
      const score = yes ? random.integer(9, 10) : no ? random.integer(1, 6) : random.integer(7, 8);
      yield [`A${String(++number).padStart(6, "0")}`, customerId(customer), day.date, blank ? null : score];
    }
  }
}

export const coverChecksHeader = ["check_id", "asked_on", "page", "understood"];

/** One question on the page: is this covered? Some close it without an answer. */
export function* coverChecks(random: Random, calendar: InsurerCalendar, days: readonly StoryDay[]): Generator<Cell[]> {
  const right = new SteeredChance(random, 0.5);
  let number = 0;
  for (const day of days) {
    for (let count = random.poisson(8 * day.season); count > 0; count--) {
      const understood = random.chance(0.06) ? null : right.draw(calendar.level(shares.understood, day)) ? "yes" : "no";
      yield [`U${String(++number).padStart(6, "0")}`, day.date, random.pick(["car", "home", "liability"]), understood];
    }
  }
}

export const comparisonHeader = ["date", "site", "impressions", "clicks", "cost"];

const sites = [
  ["compare-all", 0.5, 0.95],
  ["quick-quote", 0.3, 1.1],
  ["household-guide", 0.2, 1],
] as const;

/** Impressions, clicks and cost on comparison sites. The newest day of one site comes a day later. */
export function* comparison(random: Random, calendar: InsurerCalendar, days: readonly StoryDay[]): Generator<Cell[]> {
  const clicked = sites.map(() => new SteeredCount(random));
  const last = days.at(-1);
  for (const day of days) {
    for (const [index, [site, share, factor]] of sites.entries()) {
      const impressions = random.poisson(900 * share * day.season);
      const clicks = clicked[index]!.draw(impressions * factor * calendar.level(shares.clicked, day), impressions);
      if (day === last && site === "household-guide") continue;
      yield [day.date, site, impressions, clicks, (clicks * random.lognormal(2.1, 0.1)).toFixed(2)];
    }
  }
}
