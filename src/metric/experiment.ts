import type { Day } from "../calendar/index.ts";
import { type Framework, HelderError, isTyped, type TypedMetric } from "../framework/index.ts";
import { type Assigned, assignedOf, assignments, type ExperimentQuery } from "./experiment-assignments.ts";
import { perCustomer, type PerCustomer, sumsOf } from "./experiment-customers.ts";
import type { Catalog, Measure, MetricQuery, Plan, PlannedQuery, Recipe } from "./plan.ts";
import { planQuery } from "./query.ts";
import { datasetLoaded } from "./reference.ts";

/** Where the sums of one variable per customer stand: in which plan's table, under which names. */
export interface SumsAt {
  readonly plan: number;
  readonly sum: string;
  readonly sumSquares: string;
}

/**
 * How a metric is read off the sums of an arm. `mean`: per assigned customer; `ratio`: Σ over Σ, by the delta method; `proportion`: of
 * `of` (customers who could do it), or of all assigned where it is null.
 */
export type PlannedEffect =
  | { readonly kind: "mean"; readonly of: SumsAt }
  | { readonly kind: "proportion"; readonly of: SumsAt; readonly among: SumsAt | null }
  | {
      readonly kind: "ratio";
      readonly numerator: SumsAt;
      readonly denominator: SumsAt;
      readonly cross: { readonly plan: number; readonly name: string };
    };

export interface PlannedExperiment {
  /** the first counts the arms (`armColumns`); the others hold sums per arm, one plan a dataset */
  readonly plans: readonly Plan[];
  /** a metric that cannot be compared customer by customer is a refusal: `experiment-metric`, or what planning it threw */
  readonly metrics: ReadonlyMap<string, PlannedEffect | HelderError>;
}

/** Columns of the first plan's table, one row an arm. */
export const armColumns = {
  arm: "$arm",
  /** customers who were in this arm only */
  customers: "customers",
  /** those whose window was over before as-of */
  mature: "mature",
  /** customers who were in several arms, at the first in order of name */
  excluded: "excluded",
  first: "first",
  last: "last",
} as const;

/**
 * Plans an experiment as sums per arm over customers: each customer's rows from the assignment on, within the window, added up per
 * customer, and those sums and their squares and products per arm. Customers without rows are zeros, which no sum needs.
 *
 * Throws HelderError `unknown-dataset`, `dataset-broken`, `no-customer`, `unknown-column` for the assignments.
 */
export function planExperiment(given: Framework, catalog: Catalog, query: ExperimentQuery): PlannedExperiment {
  const framework = { ...given, metrics: given.metrics.map((metric) => (isTyped(metric) ? asAverage(metric) : metric)) };
  const assigned = assignedOf(framework, catalog, query);
  const metrics = new Map<string, PlannedEffect | HelderError>();
  const known = new Map<string, PlannedQuery>();
  for (const metric of new Set(query.metrics)) {
    try {
      known.set(metric, planQuery(framework, catalog, asked([metric], query.asOf)));
    } catch (problem) {
      if (!(problem instanceof HelderError)) throw problem;
      metrics.set(metric, problem);
    }
  }
  const together = known.size === 0 ? null : planQuery(framework, catalog, asked([...known.keys()], query.asOf));
  const sums = gatherSums(framework, catalog, assigned, together?.plans ?? []);
  for (const planned of together?.metrics ?? []) {
    try {
      metrics.set(planned.metric, effectOf(planned.metric, planned.value, together!.parts, sums));
    } catch (problem) {
      if (!(problem instanceof HelderError)) throw problem;
      metrics.set(planned.metric, problem);
    }
  }
  return { plans: [{ dataset: assigned.dataset.id, root: assignments(assigned).arms, rows: null }, ...sums.plans()], metrics };
}

/** NPS is the mean of answers that count 100, 0 or −100 points: what an average of customers' answers can be compared by. */
function asAverage(metric: TypedMetric): TypedMetric {
  if (metric.type !== "nps") return metric;
  const { scale = [0, 10], of, where, ...rest } = metric;
  const [low, high] = scale;
  const tenths = (part: number) => low + ((high - low) * part) / 10;
  const onScale = `(${of}) between ${low} and ${high}`;
  return {
    ...rest,
    type: "average",
    of: `case when (${of}) >= ${tenths(9)} then 100 when (${of}) <= ${tenths(6)} then -100 else 0 end`,
    where: where === undefined ? onScale : `(${where}) and ${onScale}`,
  };
}

function asked(metrics: readonly string[], asOf: Day): MetricQuery {
  return { metrics, grain: "total", by: [], where: null, from: null, to: null, asOf, compare: null };
}

interface Sums {
  /** where the sums of a measure over each customer's rows stand */
  of(plan: number, measure: string): SumsAt;
  cross(numerator: { readonly plan: number; readonly measure: string }, denominator: typeof numerator): { plan: number; name: string };
  measure(plan: number, name: string): Measure;
  /** whether a measure is 1 for a customer with a row and 0 for all others */
  isPresence(plan: number, name: string): boolean;
  plans(): readonly Plan[];
}

/** Gathers the measures that are needed, so that each relation is read by one statement, and each pair of relations by one more. */
function gatherSums(framework: Framework, catalog: Catalog, assigned: Assigned, given: readonly Plan[]): Sums {
  const wanted = new Map<
    string,
    { readonly sides: readonly number[]; readonly squares: Set<string>; readonly products: Map<string, Pair> }
  >();
  const customers = new Map<number, PerCustomer>();
  const relation = (plan: number): PerCustomer => {
    const known =
      customers.get(plan) ?? perCustomer(framework, datasetLoaded(framework, catalog, given[plan]!.dataset), given[plan]!, assigned);
    customers.set(plan, known);
    return known;
  };
  const entry = (...sides: readonly number[]) => {
    const key = sides.join(" ");
    const known = wanted.get(key) ?? { sides, squares: new Set<string>(), products: new Map<string, Pair>() };
    wanted.set(key, known);
    return { ...known, at: [...wanted.keys()].indexOf(key) + 1 };
  };
  const measure = (plan: number, name: string): Measure => {
    const root = given[plan]!.root;
    return (root.op === "aggregate" ? root.measures : []).find((one) => one.name === name)!;
  };
  return {
    measure,
    isPresence(plan, name) {
      const { function: counted, of } = measure(plan, name);
      return counted === "count-distinct" && of?.expression.kind === "column" && of.expression.name === relation(plan).customer;
    },
    of(plan, name) {
      relation(plan);
      const { at, squares } = entry(plan);
      squares.add(name);
      return { plan: at, sum: sumName(name), sumSquares: squareName(name) };
    },
    cross(numerator, denominator) {
      const { at, products } = numerator.plan === denominator.plan ? entry(numerator.plan) : entry(numerator.plan, denominator.plan);
      const name = `${numerator.measure} × ${denominator.measure}`;
      products.set(name, { left: numerator.measure, right: denominator.measure });
      return { plan: at, name };
    },
    plans: () =>
      [...wanted.values()].map(({ sides, squares, products }) => {
        const sums = [...squares].flatMap((name) => [
          { name: sumName(name), factors: [{ side: 0, measure: name }] },
          {
            name: squareName(name),
            factors: [
              { side: 0, measure: name },
              { side: 0, measure: name },
            ],
          },
        ]);
        const crossed = [...products].map(([name, { left, right }]) => ({
          name,
          factors: [
            { side: 0, measure: left },
            { side: sides.length - 1, measure: right },
          ],
        }));
        return sumsOf(
          sides.map((plan) => relation(plan)),
          [...sums, ...crossed],
        );
      }),
  };
}

interface Pair {
  readonly left: string;
  readonly right: string;
}

function sumName(measure: string): string {
  return `Σ ${measure}`;
}

function squareName(measure: string): string {
  return `Σ ${measure}²`;
}

function effectOf(metric: string, value: Recipe, parts: PlannedQuery["parts"], sums: Sums): PlannedEffect {
  const resolved = resolve(value, parts);
  if (resolved.kind === "measure") {
    const { plan, name } = measured(metric, resolved, sums);
    return sums.isPresence(plan, name)
      ? { kind: "proportion", of: sums.of(plan, name), among: null }
      : { kind: "mean", of: sums.of(plan, name) };
  }
  if (resolved.kind !== "quotient") throw incomparable(metric);
  const [above, below] = [resolved.numerator, resolved.denominator].map((recipe) => measured(metric, resolve(recipe, parts), sums)) as [
    ReturnType<typeof measured>,
    ReturnType<typeof measured>,
  ];
  const [numerator, denominator] = [sums.of(above.plan, above.name), sums.of(below.plan, below.name)];
  // Who converted is one of those who could: a part of customers, where both count the customers of one relation.
  const among = above.plan === below.plan && sums.isPresence(above.plan, above.name) && sums.isPresence(below.plan, below.name);
  if (among) return { kind: "proportion", of: numerator, among: denominator };
  const cross = sums.cross({ plan: above.plan, measure: above.name }, { plan: below.plan, measure: below.name });
  return { kind: "ratio", numerator, denominator, cross };
}

function resolve(recipe: Recipe, parts: PlannedQuery["parts"]): Recipe {
  if (recipe.kind === "metric") return resolve(parts[recipe.metric]!, parts);
  return recipe.kind === "where-rows" ? resolve(recipe.value, parts) : recipe;
}

/** Counts and sums add up over customers; a median, a smallest value or a newest one does not. */
function measured(metric: string, recipe: Recipe, sums: Sums): { readonly plan: number; readonly name: string } {
  if (recipe.kind !== "measure") throw incomparable(metric);
  if (!["count", "sum", "count-distinct"].includes(sums.measure(recipe.plan, recipe.name).function)) throw incomparable(metric);
  return { plan: recipe.plan, name: recipe.name };
}

function incomparable(metric: string): HelderError {
  return new HelderError("experiment-metric", { name: metric });
}
