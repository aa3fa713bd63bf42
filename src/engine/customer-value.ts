import type { Day } from "../calendar/index.ts";
import { type Framework, HelderError, type Language } from "../framework/index.ts";
import { measuredDatasets } from "../metric/index.ts";
import type { Engine } from "./engine.ts";

type Unit = Awaited<ReturnType<Engine["query"]>>["series"][number]["unit"];

/** What one CPI was for one customer, over all that is known of them. */
export interface CustomerCpi {
  readonly id: string;
  readonly name: string;
  /** what the customer wants, in the customer's words */
  readonly outcome: string | null;
  readonly unit: Unit;
  readonly direction: "up" | "down";
  readonly value: number | null;
  /** null where fewer than twenty others have a value: then a median could tell of somebody */
  readonly others: { readonly median: number; readonly customers: number; readonly better: boolean; readonly equal: boolean } | null;
  /** why there is no value; null where there is one */
  readonly reason: { readonly code: string; readonly sentence: string } | null;
}

export interface CustomerValue {
  readonly workspace: string;
  readonly currency: string;
  readonly customer: string;
  readonly asOf: Day | null;
  readonly cpis: readonly CustomerCpi[];
}

const leastOthers = 20;

const reasons = {
  nl: {
    "no-rows": "Hierover is van jou niets bekend.",
    "not-per-customer": "Dit wordt niet per klant gemeten.",
    "no-metric": "Dit wordt nog niet gemeten.",
  },
  en: {
    "no-rows": "Nothing is known of you about this.",
    "not-per-customer": "This is not measured customer by customer.",
    "no-metric": "This is not measured yet.",
  },
} as const;

/** The value that each CPI had for one customer. Throws HelderError `customer-unknown` where no CPI knows the customer. */
export async function customerValue(
  engine: Pick<Engine, "framework" | "query" | "identified">,
  { customer: asked, asOf, language }: { readonly customer: string; readonly asOf: Day | null; readonly language: Language },
): Promise<CustomerValue> {
  const framework = await engine.framework();
  const isOneOfSeveral = framework.datasets.some(({ identity }) => identity !== undefined);
  const customer = isOneOfSeveral ? await engine.identified({ customer: asked }) : asked;
  const cpis: CustomerCpi[] = [];
  for (const cpi of framework.cpis) {
    const metric = framework.metrics.find(({ id }) => id === cpi.metric);
    const told = { id: cpi.id, name: cpi.name ?? cpi.id, outcome: cpi.outcome ?? null };
    const direction = cpi.direction;
    const without = (code: keyof (typeof reasons)["nl"]): CustomerCpi => ({
      ...told,
      direction,
      unit: null,
      value: null,
      others: null,
      reason: { code, sentence: reasons[language][code] },
    });
    const column = metric === undefined ? null : customerColumn(framework, metric.id);
    if (metric === undefined) cpis.push(without("no-metric"));
    else if (column === null) cpis.push(without("not-per-customer"));
    else {
      const values = await valuesOf(engine, metric.id, column, asOf);
      const own = values instanceof HelderError ? undefined : values.values.get(customer);
      if (values instanceof HelderError)
        cpis.push({ ...without("no-rows"), reason: { code: values.code, sentence: values.sentence(language) } });
      else if (own === undefined) cpis.push(without("no-rows"));
      else {
        const others = [...values.values].filter(([id]) => id !== customer).map(([, value]) => value);
        cpis.push({ ...told, direction, unit: values.unit, value: own, others: comparedTo(others, own, direction), reason: null });
      }
    }
  }
  if (!cpis.some(({ value }) => value !== null)) throw new HelderError("customer-unknown", {});
  return { workspace: framework.settings.name, currency: framework.settings.currency, customer: asked, asOf, cpis };
}

/** The column that says whose rows a metric is made of; null where its datasets have none, or not the same one. */
function customerColumn(framework: Framework, metric: string): string | null {
  const columns = new Set(
    measuredDatasets(framework, metric).map((dataset) => framework.datasets.find(({ id }) => id === dataset)?.customer ?? null),
  );
  const [column] = columns;
  return columns.size === 1 ? (column ?? null) : null;
}

/** By customer, or why the metric cannot be told apart by it. */
async function valuesOf(
  engine: Pick<Engine, "query">,
  metric: string,
  column: string,
  asOf: Day | null,
): Promise<{ readonly unit: Unit; readonly values: ReadonlyMap<string, number> } | HelderError> {
  try {
    const whole = { grain: "total", where: null, from: null, to: null, compare: null } as const;
    const { series } = await engine.query({ ...whole, metrics: [metric], by: [column], asOf, private: true });
    const values = new Map<string, number>();
    for (const { segment, points } of series) {
      const [id, value] = [segment[column], points.at(-1)?.value];
      if (id !== null && id !== undefined && value !== null && value !== undefined) values.set(String(id), value);
    }
    return { unit: series[0]?.unit ?? null, values };
  } catch (error) {
    if (error instanceof HelderError) return error;
    throw error;
  }
}

function comparedTo(others: readonly number[], own: number, direction: "up" | "down"): CustomerCpi["others"] {
  if (others.length < leastOthers) return null;
  const sorted = others.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
  return { median, customers: others.length, better: direction === "up" ? own > median : own < median, equal: own === median };
}
