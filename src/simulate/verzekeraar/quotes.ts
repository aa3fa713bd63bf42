import { fromDayNumber } from "../../calendar/index.ts";
import type { Cell } from "../csv.ts";
import { at, minutesOfDay } from "../moment.ts";
import type { Random } from "../random.ts";
import { SteeredChance, SteeredCount } from "../steered.ts";
import type { StoryDay } from "../story-calendar.ts";
import { type Variant, VariantChance } from "../variant.ts";
import type { InsurerCalendar } from "./calendar.ts";
import { adviserShare, buying, instantTest, leadSeconds, paymentOptions, paymentTest, quotesPerQuarter } from "./story.ts";

export const products = ["car", "home", "liability"] as const;
export const plans = ["month", "quarter", "year", "own-day"] as const;

interface Quote {
  readonly number: number;
  readonly day: StoryDay;
  readonly minute: number;
  readonly product: (typeof products)[number];
  readonly device: string;
  readonly adviser: boolean;
  /** null: the visitor closed the page before there was a price */
  readonly leadSeconds: number | null;
  readonly premium: number;
  readonly acceptedOn: number | null;
  readonly variant: Variant | null;
}

interface Checkout {
  readonly quote: Quote;
  readonly day: StoryDay;
  readonly options: number;
  readonly completed: boolean;
  readonly variant: Variant | null;
}

/** A policy that was bought. */
export interface Sale {
  readonly day: number;
  readonly quote: Quote;
  readonly plan: (typeof plans)[number];
}

const premiums = { car: 620, home: 240, liability: 65 } as const;
const decisionDays = 14;

/** Quotes from day `first` to `last`, the payment choices that follow and what is bought, all in order of time. */
export function quotes(
  random: Random,
  calendar: InsurerCalendar,
  first: number,
  last: number,
): { quotes: Quote[]; checkouts: Checkout[]; sales: Sale[] } {
  const made: Quote[] = [];
  const checkouts: Checkout[] = [];
  const sales: Sale[] = [];
  const count = new SteeredCount(random);
  const advised = new SteeredChance(random, 0.5);
  const reached = { instant: new SteeredChance(random, 0.5), adviser: new SteeredChance(random, 0.5) };
  const bought = { instant: new VariantChance(random), adviser: new VariantChance(random), payment: new VariantChance(random) };

  for (const day of calendar.days(first, last)) {
    for (const minute of minutesOfDay(random, count.draw(calendar.rate(quotesPerQuarter, day)), 7, 23)) {
      const variant = calendar.takesIn(instantTest.intake, day) ? random.pick(["A", "B"] as const) : null;
      const adviser = variant === "B" ? false : advised.draw(calendar.routed(day) ? adviserShare.after : adviserShare.before);
      const route = adviser ? "adviser" : "instant";
      const product = random.weighted([["car", 0.55] as const, ["home", 0.3] as const, ["liability", 0.15] as const]);
      const seconds = adviser ? leadSeconds.adviser : calendar.level(leadSeconds.instant, day);

      const goesOn = reached[route].draw(buying[route].reaches);
      const waits = random.integer(0, decisionDays - 1);
      const choosing = calendar.day(day.number + waits);
      const payment = goesOn && calendar.takesIn(paymentTest.intake, choosing) ? random.pick(["A", "B"] as const) : null;
      const usual = calendar.level(buying[route].buys, day);
      const buys =
        goesOn &&
        (payment
          ? bought.payment.draw(payment, paymentTest.buys[payment])
          : bought[route].draw(adviser ? null : variant, adviser || !variant ? usual : instantTest.buys[variant]));
      const quote: Quote = {
        number: made.length + 1,
        day,
        minute,
        product,
        device: random.weighted([["mobile", 0.58] as const, ["desktop", 0.36] as const, ["phone-call", 0.06] as const]),
        adviser,
        leadSeconds: random.chance(0.01) && !buys ? null : random.lognormal(seconds, leadSeconds.spread),
        premium: random.lognormal(premiums[product], 0.25),
        acceptedOn: buys && choosing.number <= last ? choosing.number : null,
        variant,
      };
      made.push(quote);
      if (!goesOn || choosing.number > last) continue;
      const mean = choosing.quarter >= -1 ? paymentOptions.now : paymentOptions.before;
      const options = payment ? paymentTest.options[payment] : Math.floor(mean) + (random.chance(mean % 1) ? 1 : 0);
      checkouts.push({ quote, day: choosing, options, completed: buys, variant: payment });
      if (buys)
        sales.push({
          day: choosing.number,
          quote,
          plan: random.weighted(plans.map((plan, index) => [plan, [0.5, 0.1, 0.25, 0.15][index]!] as const)),
        });
    }
  }
  return {
    quotes: made,
    checkouts: checkouts.sort((one, other) => one.day.number - other.day.number),
    sales: sales.sort((one, other) => one.day - other.day),
  };
}

export const quotesHeader = [
  "quote_id",
  "visitor_id",
  "requested_at",
  "product",
  "device",
  "route",
  "lead_seconds",
  "premium",
  "accepted_on",
];

/** The quotes; the comparison site hands a few of them over twice. */
export function* quoteRows(random: Random, made: readonly Quote[]): Generator<Cell[]> {
  for (const quote of made) {
    const { number, day, minute, product, device, adviser, leadSeconds: seconds, premium, acceptedOn } = quote;
    const row: Cell[] = [
      quoteId(quote),
      visitorId(number),
      at(day, minute),
      product,
      device,
      adviser ? "adviser" : "instant",
      seconds === null ? null : Math.round(seconds),
      premium.toFixed(2),
      acceptedOn === null ? null : fromDayNumber(acceptedOn),
    ];
    yield row;
    if (random.chance(0.001)) yield row;
  }
}

export const checkoutsHeader = ["checkout_id", "visitor_id", "reached_on", "options_offered", "completed"];

export function* checkoutRows(checkouts: readonly Checkout[]): Generator<Cell[]> {
  for (const [index, { quote, day, options, completed }] of checkouts.entries()) {
    yield [`C${String(index + 1).padStart(6, "0")}`, visitorId(quote.number), day.date, options, completed ? "yes" : "no"];
  }
}

export const visitorTestHeader = ["visitor_id", "assigned_on", "variant"];

export function* instantTestRows(made: readonly Quote[]): Generator<Cell[]> {
  for (const { number, day, variant } of made) if (variant) yield [visitorId(number), day.date, variant];
}

export function* paymentTestRows(checkouts: readonly Checkout[]): Generator<Cell[]> {
  for (const { quote, day, variant } of checkouts) if (variant) yield [visitorId(quote.number), day.date, variant];
}

export function quoteId({ number }: Quote): string {
  return `Q${String(number).padStart(6, "0")}`;
}

function visitorId(number: number): string {
  return `V${String(number).padStart(6, "0")}`;
}
