import { amount, words } from "../cell.ts";
import type { Discovered } from "../discovered.ts";
import type { Step, Telling } from "../step.ts";

const shares = [0.05, 0.1, 0.2, 0.5, 1];

/** Who buys, and how unevenly they bring the revenue. */
export function active({ steps, facts, pictures: { lorenz } }: Discovered, telling: Telling): Step {
  const { language, format } = telling;
  const word = sentences[language];
  const { customers, from, to } = steps.active;
  const [top, topShare] = ["top-customers", "top-revenue-share"].map((id) => facts.find((fact) => fact.id === id)?.value ?? null);
  const percent = (share: number) => format.chance(share);
  const best = top === null || topShare === null || top === undefined || topShare === undefined || customers === 0 ? null : top / customers;
  const brings = best === null ? null : word.brings(percent(best), format.value(topShare ?? null, "percent"));
  // The curve counts from who spends least; the best f are what lies above 1 − f.
  const above = (share: number) => {
    const point = lorenz?.find((one) => Math.abs(one.customers - (1 - share)) < 0.0051);
    return point === undefined ? null : 1 - point.revenue;
  };
  return {
    id: "active",
    title: word.title,
    sentence: word.bought(format.number(customers), format.fullRange(from, to)),
    picture:
      lorenz === null
        ? null
        : {
            finding: brings === null ? word.uneven : brings.join(" "),
            figure: {
              kind: "lorenz",
              points: lorenz,
              best: best === null || brings === null ? null : { share: best, lines: brings },
              x: word.x,
              y: word.y,
              equal: word.equal,
              percent,
            },
          },
    missing: lorenz === null ? word.missing : null,
    tables:
      lorenz === null
        ? []
        : [
            {
              name: word.byShare,
              sheet: word.title,
              columns: [
                { title: word.who, kind: "text" },
                { title: word.customers, kind: "number" },
                { title: word.revenue, kind: "number", shown: "bar" },
              ],
              rows: shares.map((share) => [
                words(share === 1 ? word.all : word.bestOf(percent(share))),
                amount(Math.round(share * customers), "count", telling),
                amount(above(share), "percent", telling),
              ]),
            },
          ],
    folded: null,
  };
}

const sentences = {
  nl: {
    title: "Wie koopt",
    bought: (customers: string, range: string) => `${customers} bekende klanten kochten in de periode van ${range}.`,
    brings: (share: string, revenue: string) => [`De beste ${share} van de klanten`, `brengt ${revenue} van de omzet`] as const,
    uneven: "Hoe de omzet over de klanten verdeeld is",
    x: "klanten, wie het minst besteedt eerst",
    y: "omzet die zij samen brengen",
    equal: "als iedereen evenveel besteedde",
    missing: "De verdeling van de omzet is te laten zien vanaf 200 klanten met een bedrag: bij minder zou zij over personen gaan.",
    byShare: "Omzet van de beste klanten",
    who: "Wie",
    customers: "Klanten",
    revenue: "Deel van de omzet",
    all: "alle klanten",
    bestOf: (share: string) => `de beste ${share}`,
  },
  en: {
    title: "Who buys",
    bought: (customers: string, range: string) => `${customers} known customers bought in the period of ${range}.`,
    brings: (share: string, revenue: string) => [`The best ${share} of customers`, `bring ${revenue} of revenue`] as const,
    uneven: "How revenue is spread over customers",
    x: "customers, who spends least first",
    y: "revenue that they bring together",
    equal: "if everyone spent the same",
    missing: "How revenue is spread can be shown from 200 customers with an amount on: with fewer it would be about persons.",
    byShare: "Revenue of the best customers",
    who: "Who",
    customers: "Customers",
    revenue: "Share of revenue",
    all: "all customers",
    bestOf: (share: string) => `the best ${share}`,
  },
} as const;
