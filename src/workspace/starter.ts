import { addDays, addMonths, type Day } from "../calendar/index.ts";
import type { Language } from "../framework/index.ts";
import type { SourceFile } from "./document.ts";

/** The files of a first workspace: a small framework that is right, with comments that teach. Its target runs over `today`'s quarter. */
export function starterFiles(language: Language, today: Day): readonly SourceFile[] {
  const from = `${today.slice(0, 5)}${String(Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, "0")}-01`;
  const to = addDays(addMonths(from, 3), -1);
  const blanks: Record<string, string> = {
    from,
    to,
    lastYearFrom: addMonths(from, -12),
    lastYearTo: addDays(addMonths(from, -9), -1),
    today,
  };
  const fill = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => blanks[name]!);
  return Object.entries(sentences[language]).map(([path, text]) => ({ path, text: fill(text) }));
}

const sentences: Record<Language, Readonly<Record<"helder.yaml" | "kpis.yaml", string>>> = {
  nl: {
    "helder.yaml": `# Zo heet je werkmap, en zo worden bedragen en dagen gelezen.
helder: 1
name: Mijn organisatie
language: nl
currency: EUR
timezone: Europe/Amsterdam

# Een kort lijstje KPI's dwingt tot kiezen.
kpiBudget: 7

# De ene KPI waar de andere aan bijdragen.
superKpi: orders-per-quarter
`,
    "kpis.yaml": `# Voor wie: de groepen klanten voor wie je het doet.
segments:
  - {id: our-customers, name: Onze klanten}

# Waarom: wat je je klanten belooft.
goals:
  - id: happy-customers
    name: Klanten die graag terugkomen
    promise: Wij maken het onze klanten makkelijk.
    for: [our-customers]

# Hoe: waar je naartoe wilt om die belofte na te komen.
objectives:
  - id: grow-sales
    name: Meer verkopen aan klanten die terugkomen
    supports: [happy-customers]

# Wat: de contacten met je klant, elk in een fase van zijn reis (see, think, do, care).
interactions:
  - id: place-order
    name: Bestelling plaatsen
    phase: do
    serves: [grow-sales]
    wants: Snel en zonder gedoe bestellen.
    does: Bestelt in de webwinkel.
    for: [our-customers]

# Zet je data in de map data/ en haal de hekjes weg. Elke regel is dan één bestelling.
# datasets:
#   - id: orders
#     file: data/orders.csv
#     key: order_id
#     time: ordered_at
#     customer: customer_id

# Zolang er geen dataset is, voer je een getal in met: helder checkin orders 2026-01 42
# Met de dataset erbij wordt dit: {id: orders, name: Bestellingen, type: count, dataset: orders, unit: count}
metrics:
  - id: orders
    name: Bestellingen
    type: observed
    unit: count
  - id: ease-of-ordering
    name: Gemak van bestellen
    description: Gemiddeld cijfer (1 tot 7) op de vraag hoe makkelijk het bestellen ging.
    type: observed
    unit: score

kpis:
  - id: orders-per-quarter
    name: Bestellingen per kwartaal
    measures: grow-sales
    metric: orders
    side: behaviour
    timing: lagging
    direction: up
    # Een doel heeft een getal, een begin, een einde en een reden.
    target: {value: 120, from: {{from}}, to: {{to}}, measured: total}
    baseline: {value: 100, from: {{lastYearFrom}}, to: {{lastYearTo}}}
    cadence: monthly
    owner: sales
    agreedBy: [sales]
    agreedOn: {{today}}
    because: Vul hier in waarom dit getal haalbaar is.
    # Wat mag er niet onder lijden?
    guardrail: [easy-ordering]
    # Wat doe je als het niet lukt? Spreek het nu af.
    actions:
      - {when: behind, do: start, what: Bel klanten die lang niets bestelden, who: sales}

  # Deze gaat vooruit op de andere, en zegt hoe de klant het vindt.
  - id: easy-ordering
    name: Makkelijk bestellen
    measures: place-order
    metric: ease-of-ordering
    side: experience
    timing: leading
    direction: up
    target: {value: 6, from: {{from}}, to: {{to}}, measured: last}
    baseline: {value: 5.5, from: {{lastYearFrom}}, to: {{lastYearTo}}}
    cadence: monthly
    owner: sales
    agreedBy: [sales]
    agreedOn: {{today}}
    because: Vul hier in waarom dit getal haalbaar is.
    actions:
      - {when: behind, do: stop, what: Haal de velden uit het formulier die niemand nodig heeft, who: sales}

teams:
  - id: sales
    name: Verkoop
`,
  },
  en: {
    "helder.yaml": `# The name of your workspace, and how amounts and days are read.
helder: 1
name: My organisation
language: en
currency: EUR
timezone: Europe/Amsterdam

# A short list of KPIs forces a choice.
kpiBudget: 7

# The one KPI that the others contribute to.
superKpi: orders-per-quarter
`,
    "kpis.yaml": `# For whom: the groups of customers you do it for.
segments:
  - {id: our-customers, name: Our customers}

# Why: what you promise your customers.
goals:
  - id: happy-customers
    name: Customers who like to come back
    promise: We make it easy for our customers.
    for: [our-customers]

# How: where you want to go to keep that promise.
objectives:
  - id: grow-sales
    name: Sell more to customers who come back
    supports: [happy-customers]

# What: the contacts with your customer, each in one phase of the journey (see, think, do, care).
interactions:
  - id: place-order
    name: Placing an order
    phase: do
    serves: [grow-sales]
    wants: To order quickly and without fuss.
    does: Orders in the web shop.
    for: [our-customers]

# Put your data in the folder data/ and remove the hashes. Each line is then one order.
# datasets:
#   - id: orders
#     file: data/orders.csv
#     key: order_id
#     time: ordered_at
#     customer: customer_id

# As long as there is no dataset, enter a number with: helder checkin orders 2026-01 42
# With the dataset this becomes: {id: orders, name: Orders, type: count, dataset: orders, unit: count}
metrics:
  - id: orders
    name: Orders
    type: observed
    unit: count
  - id: ease-of-ordering
    name: Ease of ordering
    description: Average answer (1 to 7) to the question how easy ordering was.
    type: observed
    unit: score

kpis:
  - id: orders-per-quarter
    name: Orders per quarter
    measures: grow-sales
    metric: orders
    side: behaviour
    timing: lagging
    direction: up
    # A target has a number, a beginning, an end and a reason.
    target: {value: 120, from: {{from}}, to: {{to}}, measured: total}
    baseline: {value: 100, from: {{lastYearFrom}}, to: {{lastYearTo}}}
    cadence: monthly
    owner: sales
    agreedBy: [sales]
    agreedOn: {{today}}
    because: Write here why this number can be reached.
    # What must not suffer from it?
    guardrail: [easy-ordering]
    # What will you do if it does not work out? Agree on it now.
    actions:
      - {when: behind, do: start, what: Call customers who have not ordered for long, who: sales}

  # This one runs ahead of the other, and says how customers find it.
  - id: easy-ordering
    name: Easy ordering
    measures: place-order
    metric: ease-of-ordering
    side: experience
    timing: leading
    direction: up
    target: {value: 6, from: {{from}}, to: {{to}}, measured: last}
    baseline: {value: 5.5, from: {{lastYearFrom}}, to: {{lastYearTo}}}
    cadence: monthly
    owner: sales
    agreedBy: [sales]
    agreedOn: {{today}}
    because: Write here why this number can be reached.
    actions:
      - {when: behind, do: stop, what: Remove the fields from the form that nobody needs, who: sales}

teams:
  - id: sales
    name: Sales
`,
  },
};
