import type { Language } from "../framework/index.ts";
import type { Formats } from "../locale/index.ts";
import type { Aim } from "./aim.ts";
import type { Figures } from "./figures.ts";
import { deliverInTime } from "./opportunities/deliver-in-time.ts";
import { fewerRefunds } from "./opportunities/fewer-refunds.ts";
import { orderValue } from "./opportunities/order-value.ts";
import { reactivateLapsed } from "./opportunities/reactivate-lapsed.ts";
import { reactivateTop } from "./opportunities/reactivate-top.ts";
import { registerPurchases } from "./opportunities/register-purchases.ts";
import { secondOrder } from "./opportunities/second-order.ts";
import type { Opportunity, OpportunityKind } from "./opportunity.ts";

/** Every kind of opportunity; of two that are worth the same the earlier comes first. */
export const opportunityKinds: readonly OpportunityKind[] = [
  reactivateTop,
  secondOrder,
  reactivateLapsed,
  orderValue,
  fewerRefunds,
  registerPurchases,
  deliverInTime,
];

/** What the KPI of each kind of opportunity is called, by its id; also of one that the data do not carry any more. */
export function kpiNames(language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(opportunityKinds.map(({ id, sentences }) => [id, sentences[language].kpi]));
}

/** The opportunities that the data carry, by worth times attainability; those of which the worth is not known come last. */
export function opportunitiesOf(figures: Figures, yearBefore: Figures | null, formats: Formats): readonly Opportunity[] {
  const found = opportunityKinds.flatMap((kind) => {
    const aim = kind.aim(figures);
    const size = aim === null ? 0 : kind.size(figures, aim);
    return aim === null || size <= 0 ? [] : [opportunity(kind, aim, size, figures, yearBefore, formats)];
  });
  const score = ({ worth, attainability }: Opportunity) => (worth?.value ?? 0) * attainability;
  return found.toSorted((one, other) => score(other) - score(one));
}

function opportunity(
  kind: OpportunityKind,
  aim: Aim,
  size: number,
  figures: Figures,
  yearBefore: Figures | null,
  formats: Formats,
): Opportunity {
  const { unit, direction } = kind;
  const words = kind.sentences[formats.language];
  const percentOrMoney = (value: number | null) => formats.value(value, unit);
  const measured = kind.measure?.(figures) ?? null;
  const before = yearBefore === null ? null : (kind.measure?.(yearBefore) ?? null);
  const blanks: Readonly<Record<string, string>> = {
    baseline: percentOrMoney(aim.baseline),
    target: percentOrMoney(aim.target),
    size: formats.number(size),
    months: formats.count(aim.period.months),
    value: formats.value(measured, "currency"),
    lastYear: before === null ? unknown[formats.language] : formats.value(before, "currency"),
    spans: formats.count(aim.spans),
    spanMonths: formats.count(aim.spanMonths),
    reached: formats.count(aim.reached),
    n: formats.number(aim.n),
    from: formats.fullDay(aim.period.from),
    to: formats.fullDay(aim.period.to),
    since: formats.fullDay(aim.from),
    until: formats.fullDay(aim.to),
  };
  const fill = (text: string) => {
    const filled = text.replace(/\{(\w+)\}/g, (_, blank: string) => blanks[blank]!);
    return filled.charAt(0).toUpperCase() + filled.slice(1);
  };
  const shared = reasons[formats.language];
  const reachable = kind.reachable?.(figures) ?? 1;
  return {
    id: kind.id,
    fact: kind.fact,
    objective: words.objective,
    kpi: words.kpi,
    target: { value: aim.target, unit, direction, from: aim.period.from, to: aim.period.to },
    baseline: { value: aim.baseline, n: aim.n, from: aim.from, to: aim.to },
    smart: {
      S: fill(words.specific),
      M: fill(words.measurable),
      A: fill(words.acceptable),
      R: fill(direction === "up" ? shared.realisticUp : shared.realisticDown),
      T: fill(shared.timed),
    },
    worth: kind.worth(figures, aim),
    audience: kind.audience,
    size,
    // Laplace's rule of succession: six of six does not make it certain.
    attainability: ((aim.reached + 1) / (aim.spans + 2)) * reachable,
    phase: kind.phase,
    layer: "objective",
    actions: [
      { when: "behind", do: "start", what: words.start },
      { when: "at-risk", do: "stop", what: words.stop },
      { when: "on-track", do: "continue", what: words.continue },
    ],
    guardrail: kind.id === orderValue.id ? secondOrder.id : orderValue.id,
  };
}

const unknown = { nl: "onbekend", en: "unknown" } as const;

const reasons = {
  nl: {
    realisticUp:
      "In {reached} van {spans} vergelijkbare perioden van {spanMonths} maanden, tussen {since} en {until}, was het {target} of meer; gemiddeld {baseline}, over {n} gevallen.",
    realisticDown:
      "In {reached} van {spans} vergelijkbare perioden van {spanMonths} maanden, tussen {since} en {until}, was het {target} of minder; gemiddeld {baseline}, over {n} gevallen.",
    timed: "Van {from} tot en met {to}, elke maand bekeken.",
  },
  en: {
    realisticUp:
      "In {reached} of {spans} comparable periods of {spanMonths} months, between {since} and {until}, it was {target} or more; {baseline} on average, over {n} cases.",
    realisticDown:
      "In {reached} of {spans} comparable periods of {spanMonths} months, between {since} and {until}, it was {target} or less; {baseline} on average, over {n} cases.",
    timed: "From {from} through {to}, looked at every month.",
  },
} as const;
