import type { Language } from "../framework/index.ts";
import { opportunityKinds } from "./opportunities.ts";
import type { Columns, Entry, Opportunity, OpportunityKind } from "./opportunity.ts";

export const writtenSections = ["segments", "goals", "objectives", "interactions", "metrics", "kpis", "teams"] as const;
export type WrittenSection = (typeof writtenSections)[number];

export interface Proposed {
  readonly sections: Readonly<Record<WrittenSection, readonly Entry[]>>;
  /** the KPI that the others contribute to, for a workspace that has none */
  readonly superKpi: string | null;
}

/**
 * The entries that make KPIs of opportunities, in a workspace that has the ids `taken` already: those keep their meaning, the new ones get a
 * number. Where the data carry no opportunity there is one KPI without a target. An opportunity that these columns cannot count is left out.
 */
export function frameworkEntries(
  opportunities: readonly Opportunity[],
  columns: Columns,
  taken: Readonly<Record<WrittenSection, ReadonlySet<string>>>,
  language: Language,
): Proposed {
  const words = sentences[language];
  const made: Record<WrittenSection, Entry[]> = {
    segments: [],
    goals: [],
    objectives: [],
    interactions: [],
    metrics: [],
    kpis: [],
    teams: [],
  };
  const names = new Map<string, string>();
  /** the id under which an entry is known, which is written once; two metrics that count the same are one */
  const add = (section: WrittenSection, entry: Entry): string => {
    const known = names.get(`${section} ${entry.id}`);
    if (known !== undefined) return known;
    const same = section === "metrics" ? made.metrics.find((one) => definitionOf(one) === definitionOf(entry)) : undefined;
    if (same !== undefined) {
      names.set(`${section} ${entry.id}`, same.id);
      return same.id;
    }
    const id = free(entry.id, taken[section]);
    names.set(`${section} ${entry.id}`, id);
    made[section].push({ ...entry, id });
    return id;
  };
  const gaugeOf = (kind: OpportunityKind): string | null => {
    const gauge = kind.gauge(columns, kind.sentences[language].kpi, language);
    if (gauge === null) return null;
    const referred = (id: Entry[string]) => (typeof id === "string" ? (names.get(`metrics ${id}`) ?? id) : undefined);
    const ids = gauge.metrics.map((metric) =>
      add("metrics", {
        ...metric,
        ...(metric["numerator"] === undefined
          ? {}
          : { numerator: referred(metric["numerator"]), denominator: referred(metric["denominator"]) }),
      }),
    );
    return ids.at(-1)!;
  };
  const kindNamed = (id: string) => opportunityKinds.find((kind) => kind.id === id)!;
  const wanted = opportunities.filter(({ id }) => kindNamed(id).gauge(columns, "", language) !== null);
  const isEmpty = wanted.length === 0;
  const chosen: readonly { readonly id: string; readonly opportunity: Opportunity | null }[] = isEmpty
    ? [{ id: "second-order", opportunity: null }]
    : wanted.map((opportunity) => ({ id: opportunity.id, opportunity }));
  const customers = add("segments", {
    id: "known-customers",
    name: words.customers,
    dataset: columns.dataset,
    ...(columns.sale === null ? {} : { where: columns.sale }),
  });
  const goal = add("goals", { id: "loyal-customers", name: words.goal, promise: words.promise, for: [customers] });
  const owner = taken.teams.has("marketing") ? "marketing" : add("teams", { id: "marketing", name: "Marketing" });
  for (const { id, opportunity } of chosen) {
    const kind = kindNamed(id);
    const told = kind.sentences[language];
    const metric = gaugeOf(kind)!;
    const objective = add("objectives", { id: `${id}-objective`, name: told.objective, supports: [goal], for: [customers] });
    add("interactions", {
      id: `${id}-contact`,
      name: told.interaction,
      phase: kind.phase,
      serves: [objective],
      wants: told.wants,
      does: told.does,
      for: [customers],
    });
    const guard = kindNamed(opportunity?.guardrail ?? "raise-order-value");
    const guardrail = chosen.some((one) => one.id === guard.id) ? guard.id : gaugeOf(guard);
    add("kpis", {
      id,
      name: told.kpi,
      measures: objective,
      metric,
      side: "behaviour",
      timing: kind.timing,
      direction: kind.direction,
      ...(opportunity === null ? {} : targetOf(opportunity)),
      cadence: "monthly",
      owner,
      because: opportunity === null ? words.noTarget : `${opportunity.smart.R} ${words.fact}: ${opportunity.fact}.`,
      actions: (opportunity?.actions ?? [{ when: "behind" as const, do: "start" as const, what: told.start }]).map((action) => ({
        ...action,
        who: owner,
      })),
      ...(guardrail === null ? {} : { guardrail: [guardrail] }),
    });
  }
  const first = chosen.find(({ id }) => id === "second-order") ?? chosen[0]!;
  return { sections: made, superKpi: names.get(`kpis ${first.id}`) ?? null };
}

function definitionOf({ id: _id, name: _name, ...definition }: Entry): string {
  return JSON.stringify(Object.entries(definition).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function targetOf({ target, baseline }: Opportunity) {
  return {
    target: { value: target.value, from: target.from, to: target.to, measured: "total" },
    baseline: { value: Number(baseline.value.toPrecision(6)), from: baseline.from, to: baseline.to },
  };
}

function free(id: string, taken: ReadonlySet<string>): string {
  let name = id;
  for (let count = 2; taken.has(name); count++) name = `${id}-${count}`;
  return name;
}

const sentences = {
  nl: {
    fact: "Feit",
    customers: "Bekende klanten",
    goal: "Klanten die graag terugkomen",
    promise: "Wij kennen onze klanten en maken het hun makkelijk om terug te komen.",
    noTarget: "De gegevens beslaan nog te weinig tijd voor een doel dat haalbaar is gebleken.",
  },
  en: {
    fact: "Fact",
    customers: "Known customers",
    goal: "Customers who like to come back",
    promise: "We know our customers and make it easy for them to come back.",
    noTarget: "The data do not cover enough time yet for a target that has proven to be within reach.",
  },
} as const;
