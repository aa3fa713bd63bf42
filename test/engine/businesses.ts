import { addDays, daysBetween, type Day } from "../../src/calendar/index.ts";
import { Random } from "../../src/statistics/random.ts";

/**
 * What truly ties a CPI to the KPI in a simulated business. Only `cause` and `through` move it in the direction that the link claims:
 * `through` by way of the CPI that is a cause.
 */
const ties = ["cause", "through", "hurts", "confounded", "seasonal", "reverse"] as const;
export type Tie = (typeof ties)[number];
export const isTrue = (tie: Tie): boolean => tie === "cause" || tie === "through";

/** A business whose causal graph is known. */
export interface Business {
  readonly seed: number;
  /** of each CPI, the first always a cause */
  readonly ties: readonly Tie[];
  readonly kpi: "share" | "sum";
  /** `open`: a fixed design of which no end was settled */
  readonly design: "fixed" | "open" | "sequential";
  /** the true lift of a CPI that is moved, and the least that the experiments look for */
  readonly lift: number;
  readonly base: number;
  readonly customersPerDay: number;
  /** how far the weather of the weeks and the season of the year move customers */
  readonly swing: number;
  /** where in its year the season begins, 0 to 1 */
  readonly phase: number;
}

export const historyStart: Day = "2025-02-03";
export const experimentStart: Day = "2025-09-08";

export function businessOf(seed: number): Business {
  const random = new Random(seed);
  const between = (low: number, high: number) => low + (high - low) * random.uniform();
  const designs = ["fixed", "open", "sequential"] as const;
  const others = ties.filter((tie) => tie !== "cause");
  return {
    seed,
    ties: ["cause", ...[0, 1].map(() => others[Math.floor(random.uniform() * others.length)]!)],
    kpi: random.uniform() < 0.5 ? "share" : "sum",
    design: designs[Math.floor(random.uniform() * designs.length)]!,
    lift: between(0.2, 0.35),
    base: between(0.2, 0.4),
    customersPerDay: Math.round(between(30, 90)),
    swing: between(0.1, 0.3),
    phase: random.uniform(),
  };
}

/** A customer, who comes once: what each CPI gave, whether and for how much the customer bought, and the arm in each experiment. */
export interface Visit {
  readonly day: Day;
  readonly given: readonly number[];
  readonly bought: boolean;
  readonly spent: number;
  /** of each CPI whether it was moved for this customer; null where the customer was in no experiment */
  readonly treated: readonly boolean[] | null;
}

/** All customers; from the start of the experiments on, the first `size` are in each of them, by a coin each. */
export function visitsOf({ seed, ties: graph, base, lift, swing, phase, customersPerDay, kpi }: Business, size: number): Visit[] {
  const [random, coin] = [new Random(seed + 1_000_003), new Random(seed + 2_000_003)];
  const visits: Visit[] = [];
  let [weather, assigned, end] = [0, 0, addDays(experimentStart, -1)];
  // One day more than the last assignment has, so that its window closes.
  const isOver = (day: Day): boolean => day >= experimentStart && (size === 0 || day > addDays(end, 1));
  for (let day = historyStart, at = 0; !isOver(day); at += 1, day = addDays(day, 1)) {
    // The weather of a week lasts into the next; the season goes round in a year.
    if (at % 7 === 0) weather = 0.6 * weather + 0.8 * random.normal();
    const season = Math.sin(2 * Math.PI * (daysBetween(historyStart, day) / 364 + phase));
    const count = Math.max(1, Math.round(customersPerDay * (1 + 0.4 * swing * (season + weather)) + 2 * random.normal()));
    for (let one = 0; one < count; one += 1) {
      const tested = day >= experimentStart && assigned < size;
      if (tested) [assigned, end] = [assigned + 1, day];
      const treated = graph.map(() => tested && coin.uniform() < 0.5);
      const mood = random.normal();
      const given = graph.map((tie, index) => {
        const own = 3 + 0.5 * random.normal() + (treated[index] ? 1 : 0);
        if (tie === "confounded") return own + 1.5 * swing * weather + 0.4 * mood;
        return tie === "seasonal" ? own + 2 * swing * season : own;
      });
      // What goes through the first CPI moves that one.
      const through = graph.filter((tie, index) => tie === "through" && treated[index]).length;
      given[0]! += through;
      const helped = (1 + lift) ** ((treated[0] ? 1 : 0) + through);
      const hurt = graph.some((tie, index) => tie === "hurts" && treated[index]) ? 1 - lift / 2 : 1;
      const moved = (1 + swing * 0.5 * (season + weather * 0.6)) * (1 + 0.2 * Math.tanh(mood));
      const bought = random.uniform() < Math.min(0.98, base * helped * hurt * moved);
      for (const [index, tie] of graph.entries()) if (tie === "reverse" && bought) given[index]! += 1.5;
      const worth = kpi === "sum" ? Math.exp(3 + 0.4 * random.normal()) : 20;
      visits.push({ day, given, bought, spent: bought ? Number(worth.toFixed(2)) : 0, treated: tested ? treated : null });
    }
  }
  return visits;
}

/** The last day on which somebody was assigned; the day before the experiments where nobody was. */
export function lastAssigned(visits: readonly Visit[]): Day {
  return visits.findLast(({ treated }) => treated !== null)?.day ?? addDays(experimentStart, -1);
}

/** The workspace's text. `results`: what each experiment gave, as a person would type it; null: it is measured in the rows; no end: there is none yet. */
export function yamlOf(business: Business, end: Day | null, results: readonly object[] | null): string {
  const each = (line: (at: number) => string): string => business.ties.map((_, at) => line(at)).join("\n");
  const design = business.design === "sequential" ? "sequential" : "fixed";
  const until = business.design === "open" && results === null ? "" : `, to: ${end}`;
  const experiment = (at: number): string =>
    `  - {id: e${at}, tests: l${at}, unit: customer, metrics: [sold], minimumEffect: ${business.lift}, design: ${design}, from: ${experimentStart}${until}, ` +
    (results === null
      ? `assigned: visits, variant: arm${at}, control: A, window: 1 day}`
      : `results: ${JSON.stringify({ ...results[at], on: end })}}`);
  return `
helder: 1
name: Business ${business.seed}
datasets:
  - {id: visits, file: visits.csv, time: day, customer: customer}
metrics:
  - ${business.kpi === "share" ? "{id: sold, type: share, dataset: visits, of: bought = 1}" : "{id: sold, type: sum, dataset: visits, of: spent}"}
${each((at) => `  - {id: m${at}, type: sum, dataset: visits, of: c${at}}`)}
objectives:
  - {id: grow, name: Grow}
kpis:
  - {id: sales, name: Sales, metric: sold, measures: grow, direction: up, cadence: weekly}
cpis:
${each((at) => `  - {id: cpi${at}, name: CPI ${at}, outcome: It is easy., metric: m${at}, direction: up, cadence: weekly}`)}
links:
${each((at) => `  - {id: l${at}, from: cpi${at}, to: sales, because: It seems so.}`)}
${end === null ? "" : `experiments:\n${each(experiment)}\n`}`;
}

export function csvOf(visits: readonly Visit[]): string {
  const all = visits[0]!.given.map((_, at) => at);
  const rows = visits.map(({ day, given, bought, spent, treated }, customer) =>
    [
      customer,
      day,
      bought ? 1 : 0,
      spent,
      ...all.flatMap((at) => [given[at]!.toFixed(3), treated === null ? "" : treated[at] ? "B" : "A"]),
    ].join(","),
  );
  return `${["customer", "day", "bought", "spent", ...all.flatMap((at) => [`c${at}`, `arm${at}`])].join(",")}\n${rows.join("\n")}\n`;
}
