import type { Language } from "../../framework/index.ts";
import { formats } from "../../locale/index.ts";
import { amount, words } from "./cell.ts";
import { chapters } from "./chapters.ts";
import type { Discovered, Since, ToldFact } from "./discovered.ts";
import type { StoryTable, Telling } from "./step.ts";

/** What changed since an earlier run, told in one language: a sentence, tables, and what became of the actions. */
export interface SinceTold {
  readonly title: string;
  readonly sentence: string;
  /** what keeps the two from being compared; null: nothing */
  readonly caveat: string | null;
  readonly tables: readonly StoryTable[];
  readonly opportunities: readonly { readonly name: string; readonly lines: readonly string[] }[];
  /** null: nothing was done, or no time has passed */
  readonly actions: {
    readonly name: string;
    /** of groups of which a part was held out; none: `missing` says why there is nothing sure */
    readonly proven: readonly string[];
    readonly missing: string | null;
    /** before and after only, which proves nothing */
    readonly folded: { readonly sentence: string; readonly lines: readonly string[] } | null;
  } | null;
}

/** So many facts are told first; the others are asked for. */
const mostTold = 8;

/** Null where there is nothing to compare with. */
export function sinceTold(discovered: Discovered, { language, currency }: { language: Language; currency: string }): SinceTold | null {
  const { since } = discovered;
  if (since === null) return null;
  const telling: Telling = { language, format: formats(language, currency) };
  const word = sentences[language];
  const changed = changedFacts(since, discovered.facts);
  const tables = factTables(changed, telling);
  const named = (ids: readonly string[]) => ids.map((id) => since.names[id] ?? id);
  const { new: came, gone } = since.opportunities;
  return {
    title: word.title,
    sentence: opening(since, discovered, telling),
    caveat: since.comparable ? null : word.otherwise,
    tables,
    opportunities: [
      ...(came.length === 0 ? [] : [{ name: word.came(came.length), lines: named(came) }]),
      ...(gone.length === 0 ? [] : [{ name: word.gone(gone.length), lines: named(gone) }]),
    ],
    actions: actionsTold(since, language),
  };
}

function opening(since: Since, { asOf }: Discovered, { language, format }: Telling): string {
  const word = sentences[language];
  const { new: came, gone } = since.opportunities;
  if (since.facts.length + came.length + gone.length === 0) return word.nothing(format.fullDay(since.asOf));
  const parts = [
    word.facts(since.facts.length, format.number(since.facts.length)),
    ...(came.length === 0 ? [] : [word.more(came.length, format.count(came.length))]),
    ...(gone.length === 0 ? [] : [word.fewer(gone.length, format.count(gone.length))]),
  ];
  const last = parts.at(-1)!;
  const list = parts.length === 1 ? last : `${parts.slice(0, -1).join(", ")} ${word.and} ${last}`;
  return since.asOf === asOf ? word.sameDay(list) : word.changed(format.fullDay(since.asOf), list);
}

interface ChangedFact {
  readonly fact: ToldFact;
  readonly before: number | null;
}

/** In the order in which facts are told. */
function changedFacts(since: Since, facts: readonly ToldFact[]): readonly ChangedFact[] {
  const before = new Map(since.facts.map((fact) => [fact.id, fact.before]));
  return chapters.flatMap((chapter) =>
    chapter.facts.flatMap((id) => {
      const fact = before.has(id) ? facts.find((one) => one.id === id) : undefined;
      return fact === undefined ? [] : [{ fact, before: before.get(id)! }];
    }),
  );
}

function factTables(changed: readonly ChangedFact[], telling: Telling): readonly StoryTable[] {
  if (changed.length === 0) return [];
  const word = sentences[telling.language];
  // A change that is gone when rounded shows nothing to who reads it.
  const isSeen = ({ fact, before }: ChangedFact) => amount(fact.value, fact.unit, telling).text !== amount(before, fact.unit, telling).text;
  const size = ({ fact: { value }, before }: ChangedFact) =>
    value === null || before === null ? 0 : Math.abs(value - before) / Math.max(Math.abs(before), Number.MIN_VALUE);
  const most = changed.filter(isSeen).toSorted((one, other) => size(other) - size(one));
  const table = (name: string, rows: readonly ChangedFact[]): StoryTable => ({
    name,
    sheet: word.title,
    columns: [
      { title: word.fact, kind: "long" },
      { title: word.then, kind: "number" },
      { title: word.now, kind: "number" },
    ],
    rows: rows.map(({ fact: { sentence, value, unit }, before }) => [
      words(sentence),
      amount(before, unit, telling),
      amount(value, unit, telling),
    ]),
  });
  return [
    ...(most.length === 0 ? [] : [table(most.length <= mostTold ? word.seen : word.most, most.slice(0, mostTold))]),
    ...(changed.length <= Math.min(mostTold, most.length) ? [] : [{ ...table(word.all, changed), aside: true as const }]),
  ];
}

function actionsTold({ actions }: Since, language: Language): SinceTold["actions"] {
  if (actions.length === 0) return null;
  const word = sentences[language];
  const told = (method: Since["actions"][number]["method"]) =>
    actions.filter((action) => action.method === method).map(({ sentence }) => sentence);
  const proven = told("hold-out");
  const unproven = told("before-after");
  return {
    name: word.actions,
    proven,
    missing: proven.length === 0 ? word.unproven : null,
    folded: unproven.length === 0 ? null : { sentence: word.beforeAfter, lines: unproven },
  };
}

const sentences = {
  nl: {
    title: "Sinds de vorige keer",
    nothing: (day: string) => `Er veranderde niets sinds de vorige keer, met gegevens tot en met ${day}.`,
    changed: (day: string, list: string) => `De vorige keer gingen de gegevens tot en met ${day}. Sindsdien ${list}.`,
    sameDay: (list: string) => `De vorige keer gingen andere gegevens tot en met dezelfde dag. Sindsdien ${list}.`,
    facts: (count: number, shown: string) =>
      count === 1 ? "veranderde één feit" : count === 0 ? "veranderde geen feit" : `veranderden ${shown} feiten`,
    more: (count: number, shown: string) => (count === 1 ? "kwam er één kans bij" : `kwamen er ${shown} kansen bij`),
    fewer: (count: number, shown: string) => (count === 1 ? "verviel één kans" : `vervielen ${shown} kansen`),
    and: "en",
    otherwise: "Toen betekenden actief, weggebleven en beste klant iets anders: een verschil kan ook daardoor komen.",
    seen: "Feiten die veranderden",
    most: "Wat het meest veranderde",
    all: "Alle feiten die veranderden",
    fact: "Feit, zoals het nu is",
    then: "Toen",
    now: "Nu",
    came: (count: number) => (count === 1 ? "Nieuwe kans" : "Nieuwe kansen"),
    gone: (count: number) => (count === 1 ? "Kans voorbij" : "Kansen voorbij"),
    actions: "Wat acties deden",
    unproven: "Van geen actie is te zeggen of die werkte: er was geen groep apart gehouden.",
    beforeAfter: "Voor en na, zonder groep apart",
  },
  en: {
    title: "Since last time",
    nothing: (day: string) => `Nothing changed since last time, with data through ${day}.`,
    changed: (day: string, list: string) => `Last time the data went through ${day}. Since then ${list}.`,
    sameDay: (list: string) => `Last time other data went through the same day. Since then ${list}.`,
    facts: (count: number, shown: string) =>
      count === 1 ? "one fact changed" : count === 0 ? "no fact changed" : `${shown} facts changed`,
    more: (count: number, shown: string) => (count === 1 ? "one opportunity came up" : `${shown} opportunities came up`),
    fewer: (count: number, shown: string) => (count === 1 ? "one opportunity went" : `${shown} opportunities went`),
    and: "and",
    otherwise: "Active, lapsed and best customer meant something else then: a difference may come from that too.",
    seen: "Facts that changed",
    most: "What changed most",
    all: "All facts that changed",
    fact: "Fact, as it is now",
    then: "Then",
    now: "Now",
    came: (count: number) => (count === 1 ? "New opportunity" : "New opportunities"),
    gone: (count: number) => (count === 1 ? "Opportunity gone" : "Opportunities gone"),
    actions: "What actions did",
    unproven: "Of no action can be told whether it worked: no group was held out.",
    beforeAfter: "Before and after, without a group held out",
  },
} as const;
