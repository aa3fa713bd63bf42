import { amount, shareOf, words } from "../cell.ts";
import type { Discovered } from "../discovered.ts";
import type { Step, Telling } from "../step.ts";

/** Who is known, and how they can be reached. */
export function profiles({ steps, pictures: { reach } }: Discovered, telling: Telling): Step {
  const { language, format } = telling;
  const word = sentences[language];
  const ways = (["email", "phone", "consent"] as const).filter((way) => reach[way] !== null);
  const share = (count: number | null) => shareOf(count, reach.customers);
  const percent = (count: number | null) => format.value(share(count), "percent");
  const mailed = share(reach.email);
  return {
    id: "profiles",
    title: word.title,
    sentence:
      mailed === null
        ? word.known(format.number(reach.customers))
        : word.mailed(format.number(reach.customers), format.number(reach.email), percent(reach.email)),
    picture:
      ways.length === 0 || reach.customers === 0
        ? null
        : {
            finding: word.finding(ways.map((way) => `${percent(reach[way])} ${word.by[way]}`)),
            figure: {
              kind: "reach",
              bars: [
                { name: word.customers, share: 1, text: format.number(reach.customers) },
                ...ways.map((way) => ({
                  name: word.with[way],
                  share: share(reach[way]) ?? 0,
                  text: `${format.number(reach[way])} (${percent(reach[way])})`,
                })),
              ],
            },
          },
    missing: ways.length === 0 || reach.customers === 0 ? word.missing : null,
    tables: [
      {
        name: word.title,
        sheet: word.title,
        columns: [
          { title: word.what, kind: "text" },
          { title: word.count, kind: "number" },
          { title: word.share, kind: "number", shown: "bar" },
        ],
        rows: [
          [words(word.customers), amount(reach.customers, "count", telling), amount(share(reach.customers), "percent", telling)],
          ...ways.map((way) => [
            words(word.with[way]),
            amount(reach[way], "count", telling),
            amount(share(reach[way]), "percent", telling),
          ]),
          [words(word.twice), amount(steps.profiles.duplicates, "count", telling), amount(null, "percent", telling)],
        ],
      },
    ],
    folded: null,
  };
}

const sentences = {
  nl: {
    title: "Wie je kent",
    known: (customers: string) => `Je kent ${customers} klanten.`,
    mailed: (customers: string, email: string, share: string) => `Je kent ${customers} klanten; ${email} daarvan (${share}) kun je mailen.`,
    finding: (ways: readonly string[]) => `Van de bekende klanten heeft ${ways.join(", ")}`,
    by: { email: "een e-mailadres", phone: "een telefoonnummer", consent: "ja gezegd tegen berichten" },
    customers: "Bekende klanten",
    with: { email: "Met e-mailadres", phone: "Met telefoonnummer", consent: "Wil berichten krijgen" },
    twice: "Staan er dubbel in",
    missing: "Geen kolom zegt hoe je deze klanten bereikt. Voeg een bestand met klanten en hun e-mailadres toe.",
    what: "Wie",
    count: "Aantal",
    share: "Deel",
  },
  en: {
    title: "Who you know",
    known: (customers: string) => `You know ${customers} customers.`,
    mailed: (customers: string, email: string, share: string) =>
      `You know ${customers} customers; you can mail ${email} of them (${share}).`,
    finding: (ways: readonly string[]) => `Of the known customers, ${ways.join(", ")}`,
    by: { email: "have an e-mail address", phone: "have a phone number", consent: "agreed to hear from you" },
    customers: "Known customers",
    with: { email: "With e-mail address", phone: "With phone number", consent: "Agreed to hear from you" },
    twice: "Are in it twice",
    missing: "No column tells how to reach these customers. Add a file with customers and their e-mail address.",
    what: "Who",
    count: "Count",
    share: "Share",
  },
} as const;
