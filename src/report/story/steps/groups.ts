import { amount, shareOf, words } from "../cell.ts";
import type { Discovered } from "../discovered.ts";
import { fewest } from "../pictures.ts";
import type { Step, StoryTable, Telling } from "../step.ts";

const five = [1, 2, 3, 4, 5];

/** Which groups the export tells apart: by how recently and how often they bought. */
export function groups({ steps, facts, pictures: { rfm } }: Discovered, telling: Telling): Step {
  const { language, format } = telling;
  const word = sentences[language];
  const customers = rfm.reduce((sum, field) => sum + field.customers, 0);
  const hasMoney = rfm.some(({ revenue }) => revenue !== null);
  const revenue = rfm.reduce((sum, field) => sum + (field.revenue ?? 0), 0);
  const most = Math.max(...rfm.map((field) => field.customers), 1);
  const loyal = rfm.filter(({ recency, frequency }) => recency >= 4 && frequency >= 4);
  const sum = (of: "customers" | "revenue") => loyal.reduce((total, field) => total + (field[of] ?? 0), 0);
  const percent = (part: number, whole: number) => format.value(shareOf(part, whole), "percent");
  const field = (recency: number, frequency: number) => rfm.find((one) => one.recency === recency && one.frequency === frequency);
  const table = (name: string, cell: (recency: number, frequency: number) => ReturnType<typeof amount>): StoryTable => ({
    name,
    sheet: name,
    columns: [
      { title: word.corner, kind: "text" },
      ...five.map((frequency) => ({ title: word.often(frequency), kind: "number" as const, shown: "heat" as const })),
    ],
    rows: five.toReversed().map((recency) => [words(word.recent(recency)), ...five.map((frequency) => cell(recency, frequency))]),
  });
  const once = facts.find(({ id }) => id === "one-time-share")?.value ?? null;
  // Where hardly anybody comes back, that is the finding.
  const finding =
    sum("customers") < fewest
      ? once !== null && once >= 0.5
        ? word.once(format.value(once, "percent"))
        : word.plain
      : hasMoney
        ? word.finding(format.number(sum("customers")), percent(sum("customers"), customers), percent(sum("revenue"), revenue))
        : word.findingWithout(format.number(sum("customers")), percent(sum("customers"), customers));
  return {
    id: "groups",
    title: word.title,
    sentence: word.exported(format.number(steps.active.customers)),
    picture:
      customers === 0
        ? null
        : {
            finding,
            figure: {
              kind: "rfm-map",
              fields: rfm.map(({ recency, frequency, customers: count, revenue: brought }) => ({
                recency,
                frequency,
                shade: count / most,
                count: format.number(count),
                brings: brought === null || revenue <= 0 ? null : format.chance(brought / revenue),
              })),
              legend: hasMoney ? word.legend : word.legendWithout,
              ends: [word.ends.recent, word.ends.longAgo, word.ends.seldom, word.ends.often],
            },
          },
    missing: customers === 0 ? word.missing : null,
    tables:
      customers === 0
        ? []
        : [
            table(word.counts, (recency, frequency) => amount(field(recency, frequency)?.customers ?? 0, "count", telling)),
            ...(hasMoney
              ? [table(word.revenues, (recency, frequency) => amount(field(recency, frequency)?.revenue ?? null, "currency", telling))]
              : []),
          ].map((one) => ({ ...one, aside: true as const })),
    folded: null,
  };
}

const sentences = {
  nl: {
    title: "Welke groepen je hebt",
    exported: (customers: string) =>
      `Je ${customers} actieve klanten verschillen in hoe kort geleden en hoe vaak ze kochten. Een regel per klant maak je met helder discover --export klanten.xlsx.`,
    finding: (customers: string, share: string, revenue: string) =>
      `${customers} klanten kochten kort geleden en vaak: ${share} van de klanten, ${revenue} van de omzet`,
    findingWithout: (customers: string, share: string) => `${customers} klanten kochten kort geleden en vaak: ${share} van de klanten`,
    legend: "In elk veld: klanten, en hun deel van de omzet",
    legendWithout: "In elk veld: klanten",
    once: (share: string) => `${share} van de klanten kocht één keer`,
    plain: "Hoe kort geleden en hoe vaak je klanten kochten",
    ends: { recent: "kort geleden", longAgo: "lang geleden", seldom: "zelden", often: "vaak" },
    missing: "Er zijn geen actieve klanten om in te delen.",
    counts: "Klanten per groep",
    revenues: "Omzet per groep",
    corner: "Hoe kort geleden, hoe vaak",
    recent: (fifth: number) => `${fifth}${fifth === 5 ? " (kort geleden)" : fifth === 1 ? " (lang geleden)" : ""}`,
    often: (fifth: number) => `${fifth}${fifth === 5 ? " (vaak)" : fifth === 1 ? " (zelden)" : ""}`,
  },
  en: {
    title: "Which groups you have",
    exported: (customers: string) =>
      `Your ${customers} active customers differ in how recently and how often they bought. Make a line for each of them with helder discover --export customers.xlsx.`,
    finding: (customers: string, share: string, revenue: string) =>
      `${customers} customers bought recently and often: ${share} of customers, ${revenue} of revenue`,
    findingWithout: (customers: string, share: string) => `${customers} customers bought recently and often: ${share} of customers`,
    legend: "In each field: customers, and their share of revenue",
    legendWithout: "In each field: customers",
    once: (share: string) => `${share} of customers bought once`,
    plain: "How recently and how often your customers bought",
    ends: { recent: "recently", longAgo: "long ago", seldom: "seldom", often: "often" },
    missing: "There are no active customers to group.",
    counts: "Customers by group",
    revenues: "Revenue by group",
    corner: "How recently, how often",
    recent: (fifth: number) => `${fifth}${fifth === 5 ? " (recently)" : fifth === 1 ? " (long ago)" : ""}`,
    often: (fifth: number) => `${fifth}${fifth === 5 ? " (often)" : fifth === 1 ? " (seldom)" : ""}`,
  },
} as const;
