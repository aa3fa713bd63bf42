import { addDays, addMonths, daysBetween } from "../../src/calendar/index.ts";
import { Random } from "../../src/statistics/index.ts";

export interface Purchase {
  readonly order: number;
  readonly customer: string;
  readonly day: string;
  readonly amount: number;
}

export const lastDay = "2022-12-31";

/**
 * Six years of a shop: 490 customers who buy every month and some 5,400 who buy twice a year. Every month five of the best stop and five others
 * take their place; every five months one of those who stopped 20 months before comes back once.
 */
export function shop(seed = 7): readonly Purchase[] {
  const random = new Random(seed);
  const purchases: Omit<Purchase, "order">[] = [];
  const start = "2017-01-01";
  const spent = (spend: number) => Math.round(100 * spend * (0.6 + 0.8 * random.uniform())) / 100;
  const buy = (customer: string, from: string, to: string, gap: number, spend: number) => {
    for (let day = from; day <= to; day = addDays(day, 1 + Math.round(-gap * Math.log(1 - random.uniform()))))
      purchases.push({ customer, day, amount: spent(spend) });
  };
  const since = new Map(Array.from({ length: 490 }, (_, slot) => [slot, addDays(start, slot % 30)]));
  for (let month = 0; month < 72; month++) {
    for (let place = 0; place < 5; place++) {
      const slot = (month * 5 + place) % 490;
      const stop = addDays(addMonths(start, month), 14);
      buy(`best-${slot}-${since.get(slot)}`, since.get(slot)!, stop, 28, 90);
      const back = addMonths(stop, 20);
      if (place === 0 && month % 5 === 0 && back <= lastDay)
        purchases.push({ customer: `best-${slot}-${since.get(slot)}`, day: back, amount: spent(90) });
      since.set(slot, addDays(stop, 1));
    }
  }
  for (const [slot, from] of since) buy(`best-${slot}-${from}`, from, lastDay, 28, 90);
  for (let other = 0; other < 5400; other++) {
    const days = other % 10 === 0 ? daysBetween(start, addMonths(lastDay, -1)) : 365;
    buy(`other-${other}`, addDays(start, Math.floor(random.uniform() * days)), lastDay, 180, 25);
  }
  return purchases
    .toSorted((one, two) => (one.day < two.day ? -1 : one.day > two.day ? 1 : one.customer < two.customer ? -1 : 1))
    .map((purchase, index) => ({ order: index + 1, ...purchase }));
}

export function csvOf(purchases: readonly Purchase[]): string {
  return `order_id,customer_id,order_date,amount\n${purchases.map(({ order, customer, day, amount }) => `${order},${customer},${day},${amount.toFixed(2)}\n`).join("")}`;
}
