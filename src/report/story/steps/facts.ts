import { chapters } from "../chapters.ts";
import { amount, words } from "../cell.ts";
import type { Discovered, ToldFact } from "../discovered.ts";
import type { Step, StoryTable, Telling } from "../step.ts";

/** What stands out, by subject, and who comes back. */
export function facts({ facts: told, pictures: { cohorts } }: Discovered, telling: Telling): Step {
  const { language, format } = telling;
  const word = sentences[language];
  const known = told.filter(({ value }) => value !== null);
  const reachesBack = known.some(({ lastYear }) => lastYear !== undefined && lastYear !== null);
  const absent = told.filter(({ value }) => value === null);
  const shown = cohorts.filter(({ back }) => back.length > 0);
  // Of all who began, whose month after is over: the mean by people, not by cohorts.
  const whole = shown.reduce((sum, { customers }) => sum + customers, 0);
  const again = shown.reduce((sum, { customers, back }) => sum + customers * back[0]!, 0);
  const reasons = [...new Set(absent.map(({ sentence }) => sentence))];
  return {
    id: "facts",
    title: word.title,
    sentence: word.told(format.number(known.length)),
    picture:
      shown.length < 2 || whole === 0
        ? null
        : {
            finding: word.finding(format.value(again / whole, "percent")),
            figure: {
              kind: "cohort-triangle",
              cohorts: cohorts.map(({ month, customers, back }) => ({
                name: format.period(month),
                customers: format.number(customers),
                back,
              })),
              began: word.began,
              customers: word.customers,
              later: word.later,
              percent: (share) => format.chance(share),
            },
          },
    missing: shown.length < 2 || whole === 0 ? word.missing : null,
    tables: [
      ...(shown.length < 2 || whole === 0 ? [] : [cohortTable(cohorts, telling)]),
      ...chapters.flatMap((chapter) => {
        const own = chapter.facts.flatMap((id) => known.find((fact) => fact.id === id) ?? []);
        return own.length === 0 ? [] : [factTable(chapter.sentences[language], own, reachesBack, telling)];
      }),
    ],
    folded: absent.length === 0 ? null : { sentence: word.absent(absent.length, format.number(absent.length)), lines: reasons },
  };
}

function cohortTable(cohorts: Discovered["pictures"]["cohorts"], telling: Telling): StoryTable {
  const word = sentences[telling.language];
  const columns = Math.max(...cohorts.map(({ back }) => back.length));
  return {
    name: word.triangle,
    sheet: word.back,
    columns: [
      { title: word.began, kind: "text" },
      { title: word.customers, kind: "number" },
      ...Array.from({ length: columns }, (_, index) => ({ title: `+${index + 1}`, kind: "number" as const, shown: "heat" as const })),
    ],
    rows: cohorts.map(({ month, customers, back }) => [
      words(telling.format.period(month)),
      amount(customers, "count", telling),
      ...Array.from({ length: columns }, (_, index) => {
        const share = back[index] ?? null;
        return share === null ? { text: "", value: null, unit: "percent" as const } : amount(share, "percent", telling);
      }),
    ]),
    aside: true,
  };
}

/** `reachesBack`: whether the data tell of a year earlier at all. */
function factTable(name: string, own: readonly ToldFact[], reachesBack: boolean, telling: Telling): StoryTable {
  const word = sentences[telling.language];
  return {
    name,
    sheet: word.facts,
    columns: [
      { title: word.fact, kind: "long" },
      { title: word.value, kind: "number" },
      ...(reachesBack ? [{ title: word.lastYear, kind: "number" as const }] : []),
      { title: word.sure, kind: "number" },
      { title: word.over, kind: "number" },
    ],
    rows: own.map(({ sentence, value, unit, lastYear, interval, n }) => [
      words(sentence),
      amount(value, unit, telling),
      ...(reachesBack ? [amount(lastYear ?? null, unit, telling)] : []),
      words(
        interval === undefined
          ? "–"
          : `${telling.format.value(interval[0], unit)} ${word.through} ${telling.format.value(interval[1], unit)}`,
      ),
      amount(n, "count", telling),
    ]),
  };
}

const sentences = {
  nl: {
    title: "Wat opvalt",
    told: (count: string) => `${count} feiten over je klanten, op onderwerp bij elkaar.`,
    finding: (share: string) => `Van wie voor het eerst kocht, kwam ${share} in de maand erna terug`,
    missing: "Wie terugkomt is te zien zodra er twee maanden zijn met minstens 10 nieuwe klanten, en een maand erna.",
    triangle: "Wie terugkomt, per maand van de eerste aankoop",
    back: "Wie terugkomt",
    facts: "Feiten",
    began: "Begon in",
    customers: "Nieuwe klanten",
    later: "maanden later kocht weer",
    fact: "Feit",
    value: "Waarde",
    lastYear: "Jaar eerder",
    sure: "Zekerheid (95 %)",
    over: "Geteld over",
    through: "t/m",
    absent: (count: number, shown: string) =>
      count === 1
        ? "1 ander feit is niet te zeggen: de gegevens ervoor ontbreken."
        : `${shown} andere feiten zijn niet te zeggen: de gegevens ervoor ontbreken.`,
  },
  en: {
    title: "What stands out",
    told: (count: string) => `${count} facts about your customers, by subject.`,
    finding: (share: string) => `Of those who bought for the first time, ${share} came back in the month after`,
    missing: "Who comes back can be seen as soon as there are two months with at least 10 new customers, and a month after them.",
    triangle: "Who comes back, by month of the first purchase",
    back: "Who comes back",
    facts: "Facts",
    began: "Began in",
    customers: "New customers",
    later: "months later bought again",
    fact: "Fact",
    value: "Value",
    lastYear: "Year before",
    sure: "How sure (95%)",
    over: "Counted over",
    through: "to",
    absent: (count: number, shown: string) =>
      count === 1
        ? "1 other fact cannot be told: the data for it are missing."
        : `${shown} other facts cannot be told: the data for them are missing.`,
  },
} as const;
