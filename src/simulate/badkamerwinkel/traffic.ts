import type { Cell } from "../csv.ts";
import { at, minutesOfDay } from "../moment.ts";
import type { Random } from "../random.ts";
import { SteeredCount } from "../steered.ts";
import type { StoryDay } from "../story-calendar.ts";
import type { ShopCalendar } from "./season.ts";
import { type Device, downloadShape, levels, quarterTotals } from "./story.ts";

const deviceShares: readonly (readonly [Device, number])[] = [
  ["mobile", 0.56],
  ["desktop", 0.36],
  ["tablet", 0.08],
];

/** Channel, campaign and its share of the new and of the returning visitors. */
const sources = [
  ["sea", "sea-bathrooms", 0.16, 0.06],
  ["sea", "sea-inspiration", 0.09, 0.04],
  ["sea", "sea-brand", 0.05, 0.05],
  ["search", null, 0.35, 0.25],
  ["direct", null, 0.12, 0.35],
  ["social", null, 0.12, 0.05],
  ["referral", null, 0.09, 0.05],
  ["email", null, 0.02, 0.15],
] as const;

export const visitsHeader = ["date", "channel", "campaign", "device", "visitor_type", "visitors", "page_views", "seconds"];

/** Visitors per day, source, device and kind of visitor. Of the last day the social channel is not in yet: its export comes a day later. */
export function* visits(random: Random, calendar: ShopCalendar, days: readonly StoryDay[]): Generator<Cell[]> {
  const cells = sources.flatMap(([channel, campaign, newShare, returningShare]) =>
    deviceShares.flatMap(([device, deviceShare]) => [
      { channel, campaign, device, kind: "new", share: newShare * deviceShare, total: quarterTotals.newVisitors },
      { channel, campaign, device, kind: "returning", share: returningShare * deviceShare, total: quarterTotals.returningVisitors },
    ]),
  );
  const counts = cells.map(() => new SteeredCount(random));
  const last = days.at(-1);
  for (const day of days) {
    for (const [index, { channel, campaign, device, kind, share, total }] of cells.entries()) {
      const visitors = counts[index]!.draw(calendar.rate(total, day, "online", kind === "new") * share);
      if (visitors === 0 || (day === last && channel === "social")) continue;
      const mean = calendar.level(levels.timeOnSite, day) * (kind === "new" ? 0.94 : 1.18);
      const seconds = Math.round(visitors * random.lognormal(mean, 0.35 / Math.sqrt(visitors)));
      const pages = visitors + random.poisson(visitors * (kind === "new" ? 1.6 : 3.1));
      yield [day.date, channel, campaign, device, kind, visitors, pages, seconds];
    }
  }
}

/** Campaign, channel, its share of the paid-search impressions (or as many compared with them), share clicked, cost per click in euros. */
const campaigns = [
  ["sea-bathrooms", "sea", 0.52, 0.031, 0.84],
  ["sea-inspiration", "sea", 0.36, 0.019, 0.47],
  ["sea-brand", "sea", 0.12, 0.092, 0.21],
  ["social-inspiration", "social", 0.6, 0.008, 0.39],
] as const;

export const adsHeader = ["date", "channel", "campaign", "device", "impressions", "clicks", "cost"];

export function* ads(random: Random, calendar: ShopCalendar, days: readonly StoryDay[]): Generator<Cell[]> {
  const cells = campaigns.flatMap(([campaign, channel, share, clicked, price]) =>
    deviceShares.map(([device, deviceShare]) => ({ campaign, channel, device, share: share * deviceShare, clicked, price })),
  );
  const counts = cells.map(() => new SteeredCount(random));
  for (const day of days) {
    for (const [index, { campaign, channel, device, share, clicked, price }] of cells.entries()) {
      const impressions = counts[index]!.draw(calendar.rate(quarterTotals.seaImpressions, day, "online", true) * share);
      const clicks = Math.min(impressions, random.poisson(impressions * clicked));
      const cost = clicks * random.lognormal(price, 0.12);
      yield [day.date, channel, campaign, device, impressions, clicks, cost.toFixed(2)];
    }
  }
}

export const pageSpeedHeader = ["measured_at", "page", "device", "load_seconds"];

/** Load times of a sample of real visits. The probe was down for three days in the quarter before the running one. */
export function* pageSpeed(random: Random, days: readonly StoryDay[]): Generator<Cell[]> {
  // the 75th percentile of a lognormal lies exp(0.6745 σ) above its median
  const sigma = 0.42;
  const percentile75 = Math.exp(0.6745 * sigma);
  for (const day of days) {
    if (day.fromQuarterStart >= -40 && day.fromQuarterStart < -37) continue;
    const { before, previousQuarter, now } = levels.loadSeconds;
    const level = day.quarter >= 0 ? now : day.quarter === -1 ? previousQuarter : before;
    for (const minute of minutesOfDay(random, random.poisson(15))) {
      const device = random.weighted(deviceShares);
      const factor = device === "mobile" ? 1.06 : 0.92;
      const seconds = random.lognormal((level / percentile75) * factor, sigma);
      const page = random.pick(["home", "bathrooms", "inspiration", "guide", "quote"]);
      yield [at(day, minute), page, device, seconds.toFixed(2)];
    }
  }
}

export const downloadsHeader = ["downloaded_at", "document", "channel", "email", "unsubscribed"];

export function* downloads(random: Random, calendar: ShopCalendar, days: readonly StoryDay[]): Generator<Cell[]> {
  const count = new SteeredCount(random, 0.3);
  let reader = 0;
  for (const day of days) {
    const total = calendar.level(quarterTotals.whitepaperDownloads, day);
    const { tail, even } = downloadShape;
    const falling = Math.exp(-(day.dayOfQuarter - 0.5) / tail) / tail;
    const rate = total * (even / calendar.quarterDays + (1 - even) * falling) * day.quarterSeason;
    for (const minute of minutesOfDay(random, count.draw(rate))) {
      reader++;
      const email = random.chance(0.04) ? null : `reader${reader}@post.example`;
      yield [
        at(day, minute),
        "guide",
        random.pick(["email", "email", "search", "sea", "direct"]),
        email,
        random.chance(0.06) ? "yes" : "no",
      ];
    }
    for (const minute of minutesOfDay(random, random.poisson(0.8))) {
      yield [at(day, minute), "care-booklet", "direct", `reader${++reader}@post.example`, "no"];
    }
  }
}
