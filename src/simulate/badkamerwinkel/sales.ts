import type { Random } from "../random.ts";
import { SteeredChance, SteeredCount } from "../steered.ts";
import type { StoryDay } from "../story-calendar.ts";
import { type ShopCalendar, weekday } from "./season.ts";
import { bathroomMonths, packagingTest, quarterTotals, retention } from "./story.ts";

export interface Customer {
  /** from 1, in order of the first purchase */
  number: number;
  readonly firstOn: number;
  secondOn: number | null;
  readonly bathroom: boolean;
  readonly showroom: boolean;
  /** variant in the packaging test */
  readonly variant: "A" | "B" | null;
}

export interface Sale {
  readonly day: number;
  /** null: sold in the showroom without asking for a name */
  readonly customer: Customer | null;
  readonly kind: "bathroom" | "small" | "decoration";
  readonly showroom: boolean;
  readonly cancelled: boolean;
}

/** A purchase counts as the second one in time when it comes within so many days of the first. */
const returnWindow = 60;

/**
 * Customers and their purchases from day `first` to `last`. Bathrooms come first, with the decoration that is bought after them; then the
 * small customers, whose return is steered so that the retention of all new customers follows the story.
 */
export function sales(random: Random, calendar: ShopCalendar, first: number, last: number): { customers: Customer[]; sales: Sale[] } {
  // people who come now return after `last`: their return is decided now and cut off in the end
  const days = calendar.days(first, last + returnWindow);
  const made: Sale[] = [];
  const newcomers = new Map<number, Customer[]>(days.map((day) => [day.number, []]));

  const arrive = (day: StoryDay, bathroom: boolean, showroom: boolean): Customer => {
    const variant = calendar.takesIn(packagingTest, day) ? random.pick(["A", "B"] as const) : null;
    const customer: Customer = { number: 0, firstOn: day.number, secondOn: null, bathroom, showroom, variant };
    newcomers.get(day.number)!.push(customer);
    return customer;
  };
  const sell = (day: number, customer: Customer | null, kind: Sale["kind"], showroom: boolean, cancelled = false): void => {
    made.push({ day, customer, kind, showroom, cancelled });
    if (customer && !cancelled && day > customer.firstOn) customer.secondOn = Math.min(day, customer.secondOn ?? Infinity);
  };

  const bathrooms = new SteeredCount(random, 0.5);
  const decorations = new SteeredCount(random, 0.7);
  const fromKnown: number[] = [];
  let waiting: Customer[] = [];
  for (const day of days) {
    for (let count = bathrooms.draw(bathroomRate(calendar, day)); count > 0; count--) {
      if (random.chance(0.1)) {
        fromKnown.push(day.number);
        continue;
      }
      const customer = arrive(day, true, random.chance(0.7));
      sell(day.number, customer, "bathroom", customer.showroom);
      waiting.push(customer);
    }
    waiting = waiting.filter((customer) => day.number - customer.firstOn <= returnWindow);
    const ready = waiting.filter((customer) => day.number - customer.firstOn >= 10);
    const rate = (calendar.level(quarterTotals.decorationCustomers, day) / calendar.quarterDays) * day.season;
    for (let count = decorations.draw(rate, ready.length); count > 0; count--) {
      const [customer] = ready.splice(random.integer(0, ready.length - 1), 1);
      sell(day.number, customer!, "decoration", random.chance(0.2));
      waiting = waiting.filter((one) => one !== customer);
    }
  }

  const arrivals = new SteeredCount(random);
  const returns = new SteeredChance(random, 0.5);
  for (const day of days) {
    if (day.number > last) break;
    const expected = retentionOf(calendar.day(day.number + returnWindow));
    for (const customer of newcomers.get(day.number)!) returns.note(expected, customer.secondOn !== null);
    for (let count = arrivals.draw(calendar.rate(quarterTotals.smallNewCustomers, day, "online", true)); count > 0; count--) {
      const customer = arrive(day, false, random.chance(0.36));
      sell(day.number, customer, "small", customer.showroom);
      const shift = customer.variant === null ? 0 : packagingTest.retentionShift * (customer.variant === "B" ? 1 : -1);
      let next = day.number;
      if (returns.draw(expected + shift)) next += random.integer(4, returnWindow);
      else if (random.chance(0.2)) next += random.integer(returnWindow + 1, 480);
      while (next > day.number && next <= last) {
        sell(next, customer, "small", random.chance(0.3));
        next = random.chance(0.32) ? next + random.integer(14, 300) : 0;
      }
    }
    for (let count = random.poisson(2.2 * day.season); count > 0; count--) sell(day.number, null, "small", true);
  }

  const customers = [...newcomers.values()].flat();
  for (const [index, customer] of customers.entries()) customer.number = index + 1;
  const small = customers.filter((customer) => !customer.bathroom);
  // both are in order of time, so that the customers known on a day form one stretch that only moves on
  let [oldest, newest] = [0, 0];
  for (const day of fromKnown) {
    while (oldest < small.length && small[oldest]!.firstOn <= day - 400) oldest++;
    while (newest < small.length && small[newest]!.firstOn < day - returnWindow) newest++;
    if (newest > oldest) sell(day, small[random.integer(oldest, newest - 1)]!, "bathroom", true);
  }
  // one order in thirty is cancelled; it comes from somebody who ordered that day and is no second purchase
  for (const sale of made.filter((one) => one.day <= last && one.customer && random.chance(1 / 30))) {
    sell(sale.day, sale.customer, sale.kind, sale.showroom, true);
  }
  for (const customer of customers) if (customer.secondOn !== null && customer.secondOn > last) customer.secondOn = null;
  return {
    customers: customers.filter((customer) => customer.firstOn <= last),
    sales: made.filter((sale) => sale.day <= last).sort((one, other) => one.day - other.day),
  };
}

function bathroomRate(calendar: ShopCalendar, day: StoryDay): number {
  const month = calendar.level(quarterTotals.bathrooms, day) * bathroomMonths[day.monthOfQuarter];
  return (month / day.daysInMonth) * day.quarterSeason * weekday(day, "showroom");
}

/** Planned return within 60 days for customers whose 60 days end on `day`. */
function retentionOf(day: StoryDay): number {
  return Math.max(retention.lowest, retention.now + retention.perQuarter * Math.min(0, day.quarter));
}
