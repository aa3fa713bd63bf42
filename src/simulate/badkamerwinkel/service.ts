import { fromDayNumber } from "../../calendar/index.ts";
import type { Cell } from "../csv.ts";
import type { Random } from "../random.ts";
import { SteeredChance } from "../steered.ts";
import { customerId, type Order } from "./orders.ts";
import type { ShopCalendar } from "./season.ts";
import { levels, packagingTest } from "./story.ts";

export const deliveriesHeader = ["delivery_id", "order_id", "customer_id", "delivered_on", "damaged", "size_error"];

/** What arrived, and how. Three in a hundred are not checked at the door: their result is blank. */
export function* deliveries(
  random: Random,
  calendar: ShopCalendar,
  orders: readonly Order[],
  first: number,
  today: number,
): Generator<Cell[]> {
  const whole = new SteeredChance(random, 0.5);
  const fitting = new SteeredChance(random, 0.5);
  let number = 0;
  for (const { id, sale, deliveredOn } of delivered(orders, first, today)) {
    const day = calendar.day(deliveredOn);
    const variant = sale.customer?.firstOn === sale.day ? sale.customer.variant : null;
    const undamaged = variant ? random.chance(1 - packagingTest.damaged[variant]) : whole.draw(calendar.level(levels.undamaged, day));
    const fits = fitting.draw(calendar.level(levels.fits, day));
    const checked = !random.chance(0.03);
    yield [
      `L${String(300_001 + number++)}`,
      id,
      sale.customer && customerId(sale.customer),
      day.date,
      checked ? (undamaged ? "no" : "yes") : null,
      checked ? (fits ? "no" : "yes") : null,
    ];
  }
}

export const surveyHeader = ["answer_id", "order_id", "customer_id", "answered_on", "recommend", "effort", "remark"];

const remarks = [
  "Snel geregeld, alles klopte.",
  'De monteur zei: "netjes verpakt", en dat was zo.',
  "Fijn geholpen in de showroom, op zaterdag is het wel druk.",
  "Levering een dag later dan beloofd; keurig gebeld.",
  "Ik wist pas laat wat het zou kosten.",
  "Mooie kranen\nen een duidelijke handleiding.",
];

/** Answers to the questions that follow a delivery; about three in ten answer, some leave a question open. */
export function* survey(random: Random, orders: readonly Order[], first: number, today: number): Generator<Cell[]> {
  let number = 0;
  for (const { id, sale, deliveredOn } of delivered(orders, first, today)) {
    if (!random.chance(0.3)) continue;
    const answeredOn = deliveredOn + random.integer(1, 9);
    const recommend = random.weighted([
      [10, 0.25],
      [9, 0.29],
      [8, 0.21],
      [7, 0.12],
      [6, 0.06],
      [5, 0.03],
      [3, 0.02],
      [1, 0.02],
    ] as const);
    const effort = random.weighted([
      [1, 0.02],
      [2, 0.04],
      [3, 0.06],
      [4, 0.12],
      [5, 0.26],
      [6, 0.32],
      [7, 0.18],
    ] as const);
    const row: Cell[] = [
      `A${String(400_001 + number)}`,
      id,
      sale.customer && customerId(sale.customer),
      fromDayNumber(answeredOn),
      random.chance(0.06) ? null : recommend,
      random.chance(0.11) ? null : effort,
      random.chance(0.12) ? random.pick(remarks) : null,
    ];
    if (answeredOn > today) continue;
    number++;
    yield row;
  }
}

/** The orders that arrived from `first` to `today`, in order of arrival. */
function delivered(orders: readonly Order[], first: number, today: number): (Order & { deliveredOn: number })[] {
  return orders
    .filter((order): order is Order & { deliveredOn: number } => order.deliveredOn !== null)
    .filter(({ deliveredOn }) => deliveredOn >= first && deliveredOn <= today)
    .sort((one, other) => one.deliveredOn - other.deliveredOn);
}
