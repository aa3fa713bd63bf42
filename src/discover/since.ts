import type { Day } from "../calendar/index.ts";
import type { Formats } from "../locale/index.ts";
import { newcombe } from "../statistics/index.ts";
import type { Fact, FactUnit } from "./fact.ts";
import type { Part } from "./figures.ts";
import type { Opportunity } from "./opportunity.ts";

/** What is kept of a run, to hold the next one against. */
export interface KeptRun {
  readonly asOf: Day;
  /** of the lines that were counted: other data have another */
  readonly fingerprint: string;
  /** what active, lapsed and best meant */
  readonly definitions: Readonly<Record<string, string | number>>;
  readonly facts: readonly { readonly id: string; readonly value: number | null; readonly unit: FactUnit }[];
  readonly opportunities: readonly Pick<Opportunity, "id" | "fact" | "kpi" | "audience">[];
}

/** A group of which a part was held out, and who bought since. */
export interface Trial {
  readonly audience: string;
  readonly asOf: Day;
  readonly treatment: Part;
  readonly control: Part;
}

export interface Worked {
  /** the opportunity or, of a group without one, the group */
  readonly id: string;
  readonly method: "hold-out" | "before-after";
  /** the share that bought without the action, or the fact before; and with it, or now */
  readonly before: number | null;
  readonly now: number | null;
  readonly interval: readonly [number, number] | null;
  readonly verdict: "worked" | "harmed" | "unclear";
  readonly sentence: string;
}

export interface Since {
  readonly asOf: Day;
  /** whether active, lapsed and best meant the same then */
  readonly comparable: boolean;
  readonly facts: readonly {
    readonly id: string;
    readonly before: number | null;
    readonly now: number | null;
    readonly change: number | null;
  }[];
  readonly opportunities: { readonly new: readonly string[]; readonly gone: readonly string[] };
  readonly actions: readonly Worked[];
}

/** What changed since an earlier run: facts that differ, opportunities that came and went, and what became of groups that were acted on. */
export function sinceOf(before: KeptRun, now: KeptRun, trials: readonly Trial[], formats: Formats): Since {
  const valueThen = new Map(before.facts.map(({ id, value }) => [id, value]));
  const valueNow = new Map(now.facts.map(({ id, value }) => [id, value]));
  const comparable = JSON.stringify(before.definitions) === JSON.stringify(now.definitions);
  const ids = (run: KeptRun) => run.opportunities.map(({ id }) => id);
  const tried = new Set(trials.map(({ audience }) => audience));
  return {
    asOf: before.asOf,
    comparable,
    facts: now.facts.flatMap(({ id, value }) => {
      const earlier = valueThen.get(id) ?? null;
      return earlier === value
        ? []
        : [{ id, before: earlier, now: value, change: earlier === null || value === null ? null : value - earlier }];
    }),
    opportunities: {
      new: ids(now).filter((id) => !ids(before).includes(id)),
      gone: ids(before).filter((id) => !ids(now).includes(id)),
    },
    actions: [
      ...trials.map((trial) => ofTrial(trial, before.opportunities.find(({ audience }) => audience === trial.audience)?.id, formats)),
      ...(before.asOf === now.asOf ? [] : before.opportunities)
        .filter(({ audience }) => audience === null || !tried.has(audience))
        .map(({ id, fact, kpi }) =>
          beforeAfter(
            id,
            kpi,
            now.facts.find((one) => one.id === fact)?.unit,
            valueThen.get(fact) ?? null,
            valueNow.get(fact) ?? null,
            formats,
          ),
        ),
    ],
  };
}

function ofTrial({ audience, asOf, treatment, control }: Trial, opportunity: string | undefined, formats: Formats): Worked {
  const share = ({ n, part }: Part) => (n === 0 ? null : part / n);
  const interval = treatment.n > 0 && control.n > 0 ? newcombe([treatment.part, treatment.n], [control.part, control.n]) : null;
  const verdict = interval === null ? "unclear" : interval[0] > 0 ? "worked" : interval[1] < 0 ? "harmed" : "unclear";
  const blanks = {
    audience,
    day: formats.fullDay(asOf),
    treatment: formats.value(share(treatment), "percent"),
    control: formats.value(share(control), "percent"),
    n: formats.number(treatment.n),
    m: formats.number(control.n),
    low: formats.value(interval?.[0] ?? null, "percent"),
    high: formats.value(interval?.[1] ?? null, "percent"),
  };
  return {
    id: opportunity ?? audience,
    method: "hold-out",
    before: share(control),
    now: share(treatment),
    interval,
    verdict,
    sentence: filled(`${sentences[formats.language].trial} ${sentences[formats.language][verdict]}`, blanks),
  };
}

function beforeAfter(
  id: string,
  kpi: string,
  unit: FactUnit | undefined,
  before: number | null,
  now: number | null,
  formats: Formats,
): Worked {
  const shown = (value: number | null) => formats.value(value, unit ?? null);
  return {
    id,
    method: "before-after",
    before,
    now,
    interval: null,
    verdict: "unclear",
    sentence: filled(sentences[formats.language].beforeAfter, { kpi, before: shown(before), now: shown(now) }),
  };
}

function filled(text: string, blanks: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, blank: string) => blanks[blank]!);
}

const sentences = {
  nl: {
    trial:
      "Van de groep {audience} van {day} kocht {treatment} met de actie ({n} klanten) en {control} zonder ({m} klanten); verschil tussen {low} en {high}.",
    worked: "De actie werkte: ga door.",
    harmed: "De actie deed kwaad: stop ermee.",
    unclear: "Of de actie werkte is niet te zeggen: wacht, of houd een grotere groep apart.",
    beforeAfter:
      "{kpi}: het feit was {before} en is nu {now}. Dat kan ook door iets anders komen: houd bij de volgende actie een groep apart met helder audience --hold-out.",
  },
  en: {
    trial:
      "Of the group {audience} of {day}, {treatment} bought with the action ({n} customers) and {control} without ({m} customers); a difference between {low} and {high}.",
    worked: "The action worked: go on.",
    harmed: "The action did harm: stop it.",
    unclear: "Whether the action worked cannot be told: wait, or hold out a larger group.",
    beforeAfter:
      "{kpi}: the fact was {before} and is {now} now. Something else may have done that: hold out a group at the next action with helder audience --hold-out.",
  },
} as const;

/** What is kept of a run. */
export function keptRun(
  asOf: Day,
  fingerprint: string,
  definitions: KeptRun["definitions"],
  facts: readonly Fact[],
  opportunities: readonly Opportunity[],
): KeptRun {
  return {
    asOf,
    fingerprint,
    definitions,
    facts: facts.map(({ id, value, unit }) => ({ id, value, unit })),
    opportunities: opportunities.map(({ id, fact, kpi, audience }) => ({ id, fact, kpi, audience })),
  };
}
