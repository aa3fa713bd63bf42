import { fromDayNumber } from "../../calendar/index.ts";
import type { Cell } from "../csv.ts";
import type { Random } from "../random.ts";
import type { Customer, Sale } from "./sales.ts";

/** Product, price in cents including VAT, cost as a share of the price. */
type Product = readonly [name: string, price: number, cost: number];

const bathrooms: readonly Product[] = [
  ["Badkamer Vecht", 549_500, 0.66],
  ["Badkamer IJssel", 689_500, 0.65],
  ["Badkamer Maas", 799_500, 0.64],
  ["Badkamer Waal", 949_500, 0.63],
  ["Badkamer Schelde", 1_249_500, 0.61],
];
const products: Readonly<Record<string, readonly Product[]>> = {
  tap: [
    ["Wastafelkraan Linge", 8_900, 0.58],
    ["Thermostaatkraan Regge", 15_900, 0.6],
    ["Inbouwkraan Dinkel", 21_900, 0.61],
  ],
  shower: [
    ["Handdouche Berkel", 3_950, 0.52],
    ["Regendouche Amstel", 12_900, 0.56],
    ["Doucheslang 150 cm", 1_495, 0.45],
  ],
  toilet: [
    ["Toiletzitting Rotte", 5_900, 0.55],
    ["Closetrolhouder Zaan", 1_995, 0.45],
  ],
  maintenance: [
    ["Kalkreiniger 1 liter", 1_195, 0.42],
    ["Siliconenkit wit", 895, 0.4],
    ["Afvoerzeef", 795, 0.38],
  ],
};
const decoration: readonly Product[] = [
  ["Spiegel rond 60 cm", 8_950, 0.5],
  ["Handdoekrek eiken", 4_950, 0.48],
  ["Plank met haken", 3_495, 0.47],
  ["Badmat linnen", 2_995, 0.44],
  ["Zeeppomp keramiek", 1_895, 0.42],
  ["Wandlamp messing", 6_950, 0.51],
];

export interface Order {
  readonly id: string;
  readonly day: number;
  readonly at: string;
  readonly sale: Sale;
  /** the day it arrives; null when it is taken along or cancelled */
  readonly deliveredOn: number | null;
  readonly status: "delivered" | "in-transit" | "taken-along" | "cancelled";
  readonly total: number;
}

export const customersHeader = [
  "customer_id",
  "email",
  "postcode",
  "household",
  "first_channel",
  "newsletter",
  "first_ordered_on",
  "second_ordered_on",
];
export const ordersHeader = ["order_id", "ordered_at", "customer_id", "sales_channel", "status", "total"];
export const linesHeader = [
  "line_id",
  "order_id",
  "ordered_at",
  "customer_id",
  "customer_since",
  "after_bathroom",
  "category",
  "product",
  "quantity",
  "unit_price",
  "unit_cost",
  "status",
];
export const packagingHeader = ["customer_id", "assigned_at", "variant"];

export function customerId(customer: Customer): string {
  return `K${String(customer.number).padStart(6, "0")}`;
}

export function* customerRows(random: Random, customers: readonly Customer[]): Generator<Cell[]> {
  for (const customer of customers) {
    const household = random.weighted(
      customer.bathroom
        ? ([
            ["renovator", 0.62],
            ["starter", 0.2],
            ["lifelong", 0.18],
          ] as const)
        : ([
            ["renovator", 0.55],
            ["starter", 0.29],
            ["lifelong", 0.16],
          ] as const),
    );
    yield [
      customerId(customer),
      random.chance(customer.showroom ? 0.24 : 0.02) ? null : `customer${customer.number}@post.example`,
      random.chance(0.03) ? null : String(random.integer(1000, 9999)),
      random.chance(0.05) ? null : household,
      customer.showroom ? "showroom" : "webshop",
      random.chance(0.4) ? "yes" : "no",
      fromDayNumber(customer.firstOn),
      customer.secondOn === null ? null : fromDayNumber(customer.secondOn),
    ];
  }
}

export function* packagingRows(customers: readonly Customer[]): Generator<Cell[]> {
  for (const customer of customers) if (customer.variant) yield [customerId(customer), fromDayNumber(customer.firstOn), customer.variant];
}

/** Orders with their lines, in order of time; `today` is the last day of which a delivery is known. */
export function orders(random: Random, sales: readonly Sale[], first: number, today: number): { orders: Order[]; lines: Cell[][] } {
  const timed = sales
    .filter((sale) => sale.day >= first)
    .map((sale) => ({ sale, second: sale.showroom ? random.integer(34_200, 63_000) : random.integer(25_200, 84_600) }))
    .sort((one, other) => one.sale.day - other.sale.day || one.second - other.second);
  const made: Order[] = [];
  const lines: Cell[][] = [];
  for (const { sale, second } of timed) {
    const id = `B${String(100_001 + made.length)}`;
    const day = fromDayNumber(sale.day);
    const at = `${day} ${clock(second)}`;
    const deliveredOn = sale.cancelled || (sale.showroom && sale.kind !== "bathroom") ? null : sale.day + deliveryDays(random, sale);
    const status = sale.cancelled ? "cancelled" : deliveredOn === null ? "taken-along" : deliveredOn <= today ? "delivered" : "in-transit";
    let total = 0;
    for (const [category, [product, price, cost], quantity] of basket(random, sale)) {
      total += price * quantity;
      lines.push([
        `R${String(200_001 + lines.length)}`,
        id,
        at,
        sale.customer ? customerId(sale.customer) : null,
        sale.customer ? fromDayNumber(sale.customer.firstOn) : null,
        sale.customer?.bathroom && sale.day > sale.customer.firstOn ? "yes" : "no",
        category,
        product,
        quantity,
        euros(price),
        euros(Math.round(price * cost)),
        status,
      ]);
    }
    made.push({ id, day: sale.day, at, sale, deliveredOn, status, total });
  }
  return { orders: made, lines: repeated(random, lines) };
}

/** Orders by calendar year, as the shop exports them. */
export function ordersByYear(made: readonly Order[]): Map<string, Cell[][]> {
  const years = new Map<string, Cell[][]>();
  for (const { id, at, sale, status, total } of made) {
    const year = at.slice(0, 4);
    if (!years.has(year)) years.set(year, []);
    const channel = sale.showroom ? "showroom" : "webshop";
    years.get(year)!.push([id, at, sale.customer ? customerId(sale.customer) : null, channel, status, euros(total)]);
  }
  return years;
}

function deliveryDays(random: Random, sale: Sale): number {
  return sale.kind === "bathroom" ? random.integer(16, 34) : random.integer(2, 5);
}

function basket(random: Random, sale: Sale): [category: string, product: Product, quantity: number][] {
  if (sale.kind === "bathroom") {
    const extra = Array.from({ length: random.integer(0, 2) }, () => smallLine(random, ["tap", "shower", "toilet"]));
    return [
      ["bathroom", random.weighted(bathrooms.map((product, index) => [product, [0.18, 0.28, 0.28, 0.17, 0.09][index]!] as const)), 1],
      ...extra,
    ];
  }
  if (sale.kind === "decoration") {
    return Array.from({ length: random.integer(1, 3) }, () => ["decoration", random.pick(decoration), random.integer(1, 2)]);
  }
  const length = random.weighted([
    [1, 0.52],
    [2, 0.32],
    [3, 0.16],
  ] as const);
  const mayDecorate = sale.customer !== null && !sale.customer.bathroom && random.chance(0.12);
  return Array.from({ length }, () =>
    mayDecorate ? ["decoration", random.pick(decoration), 1] : smallLine(random, ["tap", "shower", "toilet", "maintenance", "maintenance"]),
  );
}

function smallLine(random: Random, categories: readonly string[]): [string, Product, number] {
  const category = random.pick(categories);
  return [category, random.pick(products[category]!), category === "maintenance" ? random.integer(1, 3) : 1];
}

/** The export of the shop writes a few lines twice. */
function repeated(random: Random, lines: readonly Cell[][]): Cell[][] {
  return lines.flatMap((line) => (random.chance(0.0006) ? [line, [...line]] : [line]));
}

function euros(cents: number): string {
  return (cents / 100).toFixed(2);
}

function clock(second: number): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}
