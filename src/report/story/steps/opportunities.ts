import { amount, words } from "../cell.ts";
import type { Chance, Discovered } from "../discovered.ts";
import type { Step, StoryTable, Telling } from "../step.ts";

/** What to do: targets that comparable periods reached, what they are worth, and how sure that is. */
export function opportunities({ opportunities: chances }: Discovered, telling: Telling): Step {
  const { language, format } = telling;
  const word = sentences[language];
  const money = (value: number) => format.value(value, "currency", { round: true });
  const worthy = chances.flatMap(({ kpi, worth }) => (worth === null ? [] : [{ kpi, worth }]));
  const [best] = worthy;
  return {
    id: "opportunities",
    title: word.title,
    sentence: chances.length === 0 ? word.none : word.found(chances.length, format.count(chances.length)),
    picture:
      best === undefined
        ? null
        : {
            finding: word.finding(best.kpi, money(best.worth.interval[0]), money(best.worth.interval[1])),
            figure: {
              kind: "intervals",
              rows: worthy.map(({ kpi, worth: { value, interval } }) => ({
                name: kpi,
                value,
                interval,
                text: `${money(value)} (${money(interval[0])} ${word.through} ${money(interval[1])})`,
                short: money(value),
              })),
            },
          },
    missing: best === undefined ? word.missing : null,
    tables: chances.length === 0 ? [] : [targets(chances, telling), smart(chances, telling), actions(chances, telling)],
    folded: null,
  };
}

function targets(chances: readonly Chance[], telling: Telling): StoryTable {
  const { format } = telling;
  const word = sentences[telling.language];
  return {
    name: word.targets,
    sheet: word.sheet.targets,
    columns: [
      { title: word.kpi, kind: "text" },
      { title: word.now, kind: "number" },
      { title: word.target, kind: "number" },
      { title: word.until, kind: "text" },
      { title: word.size, kind: "number" },
      { title: word.worth, kind: "number" },
      { title: word.low, kind: "number" },
      { title: word.high, kind: "number" },
      { title: word.attainable, kind: "number" },
    ],
    rows: chances.map(({ kpi, baseline, target, size, worth, attainability }) => [
      words(kpi),
      amount(baseline.value, target.unit, telling),
      amount(target.value, target.unit, telling),
      words(format.range(target.from, target.to)),
      amount(size, "count", telling),
      amount(worth?.value ?? null, "currency", telling),
      amount(worth?.interval[0] ?? null, "currency", telling),
      amount(worth?.interval[1] ?? null, "currency", telling),
      { text: format.chance(attainability), value: attainability, unit: "percent" },
    ]),
  };
}

function smart(chances: readonly Chance[], { language }: Telling): StoryTable {
  const word = sentences[language];
  return {
    name: word.smart,
    sheet: word.sheet.smart,
    columns: [
      { title: word.kpi, kind: "text" },
      { title: word.letter, kind: "text" },
      { title: word.reason, kind: "long" },
    ],
    rows: chances.flatMap(({ kpi, smart: letters }) =>
      (["S", "M", "A", "R", "T"] as const).map((letter) => [words(kpi), words(letter), words(letters[letter])]),
    ),
    aside: true,
  };
}

function actions(chances: readonly Chance[], { language }: Telling): StoryTable {
  const word = sentences[language];
  return {
    name: word.actions,
    sheet: word.sheet.actions,
    columns: [
      { title: word.kpi, kind: "text" },
      { title: word.start, kind: "long" },
      { title: word.stop, kind: "long" },
      { title: word.continue, kind: "long" },
    ],
    rows: chances.map(({ kpi, actions: own }) => [
      words(kpi),
      ...(["start", "stop", "continue"] as const).map((kind) => words(own.find((action) => action.do === kind)?.what ?? "–")),
    ]),
  };
}

const sentences = {
  nl: {
    title: "Wat je kunt doen",
    none: "De gegevens laten nog geen kans zien die te meten is.",
    found: (count: number, shown: string) =>
      count === 1
        ? "Eén kans met een doel dat in vergelijkbare perioden al eens gehaald is. helder discover --write maakt er een KPI van."
        : `${shown.charAt(0).toUpperCase()}${shown.slice(1)} kansen met een doel dat in vergelijkbare perioden al eens gehaald is, de beste eerst. helder discover --write maakt er KPI’s van.`,
    finding: (kpi: string, low: string, high: string) => `“${kpi}” brengt naar schatting ${low} tot ${high} op als het doel gehaald wordt`,
    missing: "Wat een kans waard is, is te zien met bedragen bij de aankopen en genoeg vergelijkbare perioden.",
    sheet: { targets: "Kansen", smart: "SMART", actions: "Wat te doen" },
    targets: "Kansen en hun doel",
    kpi: "KPI",
    now: "Nu",
    target: "Doel",
    until: "Wanneer",
    size: "Omvang",
    worth: "Waard",
    low: "Laag (95 %)",
    high: "Hoog (95 %)",
    attainable: "Haalbaar",
    smart: "Waarom elk doel SMART is",
    letter: "Letter",
    reason: "Reden",
    actions: "Wat te doen",
    start: "Begin",
    stop: "Stop",
    continue: "Ga door",
    through: "tot",
  },
  en: {
    title: "What you can do",
    none: "The data do not show an opportunity yet that can be measured.",
    found: (count: number, shown: string) =>
      count === 1
        ? "One opportunity with a target that comparable periods have reached before. helder discover --write makes a KPI of it."
        : `${shown.charAt(0).toUpperCase()}${shown.slice(1)} opportunities with a target that comparable periods have reached before, the best first. helder discover --write makes KPIs of them.`,
    finding: (kpi: string, low: string, high: string) => `“${kpi}” brings an estimated ${low} to ${high} when its target is reached`,
    missing: "What an opportunity is worth can be seen with amounts of purchases and enough comparable periods.",
    sheet: { targets: "Opportunities", smart: "SMART", actions: "What to do" },
    targets: "Opportunities and their targets",
    kpi: "KPI",
    now: "Now",
    target: "Target",
    until: "When",
    size: "Size",
    worth: "Worth",
    low: "Low (95%)",
    high: "High (95%)",
    attainable: "Attainable",
    smart: "Why each target is SMART",
    letter: "Letter",
    reason: "Reason",
    actions: "What to do",
    start: "Start",
    stop: "Stop",
    continue: "Continue",
    through: "to",
  },
} as const;
