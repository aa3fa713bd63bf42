import { fromDayNumber } from "../../calendar/index.ts";
import type { Cell } from "../csv.ts";
import { at, minutesOfDay } from "../moment.ts";
import type { Random } from "../random.ts";
import { SteeredChance, SteeredCount } from "../steered.ts";
import type { StoryDay } from "../story-calendar.ts";
import { type Variant, VariantChance } from "../variant.ts";
import type { InsurerCalendar } from "./calendar.ts";
import { plans, products, quoteId, type Sale } from "./quotes.ts";
import { ownerTest, service, shares } from "./story.ts";

interface Customer {
  readonly number: number;
  readonly sale: Sale | null;
  readonly startedOn: number;
  readonly product: string;
  readonly plan: string;
  readonly premium: number;
  readonly household: string;
  endedOn: number | null;
  /** the test of one owner per case: variant and the day of the case */
  test: { readonly variant: Variant; readonly on: StoryDay } | null;
}

/** Customers at the start of the simulation; their policies end their year evenly over the next 365 days. */
const stock = 4_700;
const year = 365;

export const casesHeader = ["case_id", "customer_id", "opened_at", "kind", "channel", "contacts", "solved", "cost"];
export const renewalsHeader = ["renewal_id", "customer_id", "due_on", "renewed", "overview_opened", "value_received"];
export const customersHeader = ["customer_id", "quote_id", "started_on", "household", "product", "payment_plan", "premium", "ended_on"];
export const ownerTestHeader = ["customer_id", "assigned_on", "variant"];
export const instalmentsHeader = ["due_on", "payment_plan", "due", "paid_late"];

export interface Portfolio {
  readonly customers: readonly Customer[];
  /** on each day from the first, how many policies there are */
  readonly sizes: readonly number[];
  readonly cases: readonly Cell[][];
  readonly renewals: readonly Cell[][];
}

/** Customers day by day: new policies, cases that they open, and each year the question whether they stay. */
export function portfolio(random: Random, calendar: InsurerCalendar, sales: readonly Sale[], days: readonly StoryDay[]): Portfolio {
  const first = days[0]!.number;
  const customers: Customer[] = [];
  const due = new Map<number, Customer[]>();
  const cases: Cell[][] = [];
  const renewals: Cell[][] = [];
  const sizes: number[] = [];
  const caseCount = new SteeredCount(random);
  const solvedAtOnce = new VariantChance(random);
  const renewing = new VariantChance(random);
  const opening = new SteeredChance(random, 0.5);

  const ask = (day: number, customer: Customer): void => {
    const there = due.get(day);
    if (there) there.push(customer);
    else due.set(day, [customer]);
  };
  const arrive = (startedOn: number, dueOn: number, sale: Sale | null): void => {
    const product = sale?.quote.product ?? random.pick(products);
    const customer: Customer = {
      number: customers.length + 1,
      sale,
      startedOn,
      product,
      plan: sale?.plan ?? random.pick(plans),
      premium: sale?.quote.premium ?? random.lognormal(300, 0.6),
      household: random.weighted([
        ["mover", 0.22] as const,
        ["young-driver", 0.2] as const,
        ["family", 0.42] as const,
        ["self-employed", 0.16] as const,
      ]),
      endedOn: null,
      test: null,
    };
    customers.push(customer);
    ask(dueOn, customer);
  };
  for (let index = 0; index < stock; index++) {
    const dueOn = first + random.integer(0, year - 1);
    arrive(dueOn - year * random.integer(1, 8), dueOn, null);
  }

  let size = stock;
  let sold = 0;
  for (const day of days) {
    for (; sold < sales.length && sales[sold]!.day <= day.number; sold++) {
      arrive(day.number, day.number + year, sales[sold]!);
      size++;
    }
    for (const customer of due.get(day.number) ?? []) {
      const { test } = customer;
      const variant = test && day.number - test.on.number <= ownerTest.window ? test.variant : null;
      const stays = renewing.draw(variant, variant ? ownerTest.renewed[variant] : calendar.level(shares.renewed, day));
      const opened = opening.draw(calendar.level(shares.overviewOpened, day));
      const value = random.chance(0.3) ? random.lognormal(420, 0.9) : customer.premium * 0.05;
      renewals.push([
        `R${String(renewals.length + 1).padStart(6, "0")}`,
        customerId(customer),
        day.date,
        stays ? "yes" : "no",
        opened ? "yes" : "no",
        value.toFixed(2),
      ]);
      if (stays) ask(day.number + year, customer);
      else {
        customer.endedOn = day.number;
        size--;
      }
    }
    for (const minute of minutesOfDay(random, caseCount.draw(calendar.rate(service.casesPerQuarter, day)), 8, 20)) {
      const customer = present(random, customers);
      if (!customer.test && calendar.takesIn(ownerTest.intake, day)) {
        customer.test = { variant: random.pick(["A", "B"] as const), on: day };
      }
      const variant = customer.test?.on === day ? customer.test.variant : null;
      const atOnce = solvedAtOnce.draw(variant, variant ? ownerTest.firstTime[variant] : calendar.capped(service.firstTime, day));
      const contacts = atOnce ? 1 : random.weighted([[1, 0.25] as const, [2, 0.5] as const, [3, 0.2] as const, [4, 0.05] as const]);
      // the mean of a lognormal lies exp(σ²/2) above its median
      const cost = random.lognormal(calendar.capped(service.cost, day) / Math.exp(0.045), 0.3);
      const solved = atOnce ? "yes" : contacts === 1 ? "no" : random.pick(["yes", "yes", "no"] as const);
      cases.push([
        `S${String(cases.length + 1).padStart(6, "0")}`,
        customerId(customer),
        at(day, minute),
        random.weighted([["claim", 0.35] as const, ["question", 0.45] as const, ["change", 0.2] as const]),
        random.weighted([["phone", 0.55] as const, ["chat", 0.25] as const, ["email", 0.2] as const]),
        contacts,
        random.chance(0.04) ? null : solved,
        cost.toFixed(2),
      ]);
    }
    sizes.push(size);
  }
  return { customers, sizes, cases, renewals };
}

export function* customerRows({ customers }: Portfolio): Generator<Cell[]> {
  for (const customer of customers) {
    const { sale, startedOn, household, product, plan, premium, endedOn } = customer;
    yield [
      customerId(customer),
      sale && quoteId(sale.quote),
      fromDayNumber(startedOn),
      household,
      product,
      plan,
      premium.toFixed(2),
      endedOn === null ? null : fromDayNumber(endedOn),
    ];
  }
}

export function* ownerTestRows({ customers }: Portfolio): Generator<Cell[]> {
  for (const customer of customers) if (customer.test) yield [customerId(customer), customer.test.on.date, customer.test.variant];
}

/** Per day and payment plan: instalments that were due, and how many of them were paid late. */
export function* instalmentRows(
  random: Random,
  calendar: InsurerCalendar,
  { sizes }: Portfolio,
  days: readonly StoryDay[],
): Generator<Cell[]> {
  const rows = [
    ["month", (0.5 * 12) / year],
    ["quarter", (0.1 * 4) / year],
    ["year", 0.25 / year],
    ["own-day", (0.15 * 12) / year],
  ] as const;
  const late = rows.map(() => new SteeredCount(random));
  for (const [index, day] of days.entries()) {
    for (const [place, [plan, perDay]] of rows.entries()) {
      const due = random.poisson(sizes[index]! * perDay);
      yield [day.date, plan, due, late[place]!.draw(due * calendar.level(shares.paidLate, day), due)];
    }
  }
}

export function customerId({ number }: Customer): string {
  return `K${String(number).padStart(6, "0")}`;
}

/** Any customer who has not left. */
function present(random: Random, customers: readonly Customer[]): Customer {
  for (;;) {
    const customer = random.pick(customers);
    if (customer.endedOn === null) return customer;
  }
}
