import { amount, shareOf, words } from "../cell.ts";
import type { Discovered } from "../discovered.ts";
import type { Step, StoryTable, Telling } from "../step.ts";

/** Which part of the purchases can be followed. */
export function registered({ steps, pictures: { months } }: Discovered, telling: Telling): Step {
  const { language, format } = telling;
  const word = sentences[language];
  const { transactions, share, revenueShare } = steps.registered;
  const percent = (value: number | null) => format.value(value, "percent");
  const told = months.map((month) => ({ ...month, share: shareOf(month.registered, month.transactions) }));
  const known = told.flatMap((month) => (month.share === null ? [] : [{ month: month.month, share: month.share }]));
  const [first, last] = [known[0], known.at(-1)];
  return {
    id: "registered",
    title: word.title,
    sentence:
      steps.registered.registered === transactions && transactions > 0
        ? word.all(format.number(transactions))
        : `${word.share(format.number(transactions), percent(share))}${revenueShare === null ? "" : word.revenue(percent(revenueShare))}. ${word.bias}`,
    picture:
      first === undefined || last === undefined || known.length < 2
        ? null
        : {
            finding: word.finding(percent(first.share), format.period(first.month), percent(last.share), format.period(last.month)),
            figure: {
              kind: "month-shares",
              months: told.slice(-36).map(({ month, share: part }) => ({ month, share: part })),
              percent: (part) => format.chance(part),
              named: (month, withYear) => (withYear ? format.period(month) : format.shortPeriod(month)),
            },
          },
    missing: known.length < 2 ? word.missing : null,
    tables: told.length === 0 ? [] : [byMonth(told.slice(-12), telling)],
    folded: null,
  };
}

interface ToldMonth {
  readonly month: string;
  readonly transactions: number;
  readonly registered: number;
  readonly share: number | null;
}

function byMonth(months: readonly ToldMonth[], telling: Telling): StoryTable {
  const word = sentences[telling.language];
  return {
    name: word.byMonth,
    sheet: word.sheet,
    columns: [
      { title: word.month, kind: "text" },
      { title: word.purchases, kind: "number" },
      { title: word.known, kind: "number" },
      { title: word.part, kind: "number", shown: "bar" },
    ],
    rows: months.map(({ month, transactions, registered: own, share }) => [
      words(telling.format.period(month)),
      amount(transactions, "count", telling),
      amount(own, "count", telling),
      amount(share, "percent", telling),
    ]),
  };
}

const sentences = {
  nl: {
    title: "Wat je van hen ziet",
    share: (transactions: string, share: string) => `Van ${transactions} aankopen hoort ${share} bij een bekende klant`,
    revenue: (share: string) => `, samen ${share} van de omzet`,
    all: (transactions: string) => `Alle ${transactions} aankopen horen bij een bekende klant.`,
    bias: "Alleen die klanten kun je volgen: wie zich niet laat kennen, koopt misschien anders.",
    finding: (first: string, from: string, last: string, to: string) =>
      `Het deel van de aankopen met een bekende klant: ${first} in ${from}, ${last} in ${to}`,
    missing: "Voor een verloop zijn minstens twee hele maanden nodig.",
    byMonth: "Bekende aankopen per maand",
    sheet: "Bekende aankopen",
    month: "Maand",
    purchases: "Aankopen",
    known: "Met bekende klant",
    part: "Deel",
  },
  en: {
    title: "What you see of them",
    share: (transactions: string, share: string) => `Of ${transactions} purchases, ${share} belong to a known customer`,
    revenue: (share: string) => `, together ${share} of revenue`,
    all: (transactions: string) => `All ${transactions} purchases belong to a known customer.`,
    bias: "Only those customers can be followed: who stays unknown may buy differently.",
    finding: (first: string, from: string, last: string, to: string) =>
      `The share of purchases with a known customer: ${first} in ${from}, ${last} in ${to}`,
    missing: "A course takes at least two whole months.",
    byMonth: "Known purchases by month",
    sheet: "Known purchases",
    month: "Month",
    purchases: "Purchases",
    known: "With known customer",
    part: "Share",
  },
} as const;
