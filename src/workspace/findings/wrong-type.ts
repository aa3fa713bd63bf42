import type { FindingKind, Language, Params } from "../../framework/index.ts";

/** What a value may be, as the end of “must be …”. */
const expectations = {
  text: { nl: "tekst zijn", en: "text" },
  number: { nl: "een getal zijn", en: "a number" },
  integer: { nl: "een geheel getal zijn", en: "a whole number" },
  list: { nl: "een lijst zijn", en: "a list" },
  map: { nl: "een blok met sleutels zijn", en: "a block of keys" },
  sections: { nl: "een blok met onderdelen zijn, zoals “kpis:”", en: "a block of sections, such as “kpis:”" },
  choice: { nl: "een van deze zijn: {options}", en: "one of these: {options}" },
  id: {
    nl: "een id zijn: kleine letters en cijfers met streepjes ertussen",
    en: "an id: lower-case letters and digits with hyphens between",
  },
  day: { nl: "een bestaande datum zijn, zoals 2026-01-31", en: "an existing date, such as 2026-01-31" },
  "month-day": { nl: "maand en dag zijn, zoals 07-01", en: "a month and day, such as 07-01" },
  environment: {
    nl: "env(NAAM) zijn, de naam van een omgevingsvariabele tussen haakjes",
    en: "env(NAME), the name of an environment variable in brackets",
  },
  zone: { nl: "een tijdzone zijn, zoals Europe/Amsterdam", en: "a time zone, such as Europe/Amsterdam" },
  duration: { nl: "een duur zijn, zoals 30 days of 12 months", en: "a duration, such as 30 days or 12 months" },
  scores: { nl: "drie scores van 1 tot 5 zijn, of *, zoals 5*5", en: "three scores from 1 to 5, or *, such as 5*5" },
  quantity: { nl: "een getal of percentage zijn, zoals 0.25 of 25 %", en: "a number or a percentage, such as 0.25 or 25 %" },
  colour: { nl: "een kleur zijn, zoals #1f6feb", en: "a colour, such as #1f6feb" },
  currency: { nl: "een valuta van drie hoofdletters zijn, zoals EUR", en: "a currency of three capitals, such as EUR" },
  path: {
    nl: "een pad binnen de werkmap zijn, met /, zoals data/orders.csv",
    en: "a path inside the workspace, with /, such as data/orders.csv",
  },
  "alert-target": {
    nl: "mail:adres, slack:env(NAAM), teams:env(NAAM) of webhook:env(NAAM) zijn; adressen van webhooks zijn geheim en staan in de omgeving",
    en: "mail:address, slack:env(NAME), teams:env(NAME) or webhook:env(NAME); addresses of webhooks are secret and stand in the environment",
  },
  cron: {
    nl: "vijf velden zijn: minuut, uur, dag, maand, weekdag, zoals 0 6 * * 1-5 (elke werkdag om zes uur)",
    en: "five fields: minute, hour, day, month, day of the week, such as 0 6 * * 1-5 (every working day at six)",
  },
  "joined-once": { nl: "een lijst met elke dataset één keer zijn", en: "a list with each dataset once" },
  pair: { nl: "een lijst van twee getallen zijn, zoals [0, 10]", en: "a list of two numbers, such as [0, 10]" },
  fraction: { nl: "een deel of percentage zijn, zoals 0.25 of 25 %", en: "a fraction or a percentage, such as 0.25 or 25 %" },
  address: {
    nl: "een webadres zijn, zoals https://example.com, zonder wachtwoord",
    en: "a web address, such as https://example.com, without a password",
  },
  "api-method": { nl: "een methode van Matomo zijn, zoals VisitsSummary.get", en: "a method of Matomo, such as VisitsSummary.get" },
  "api-version": { nl: "een versie van de API zijn, zoals v60.0", en: "a version of the API, such as v60.0" },
  parameter: { nl: "de naam van een parameter zijn, zoals idGoal", en: "the name of a parameter, such as idGoal" },
  bucket: { nl: "de naam van een bucket zijn, zoals shop-exports", en: "the name of a bucket, such as shop-exports" },
  region: { nl: "een regio zijn, zoals eu-west-1", en: "a region, such as eu-west-1" },
  minimum: { nl: "minstens {minimum} zijn", en: "at least {minimum}" },
  above: { nl: "groter dan {minimum} zijn", en: "more than {minimum}" },
  maximum: { nl: "hoogstens {maximum} zijn", en: "at most {maximum}" },
  below: { nl: "kleiner dan {maximum} zijn", en: "less than {maximum}" },
  longer: { nl: "minstens {minimum} onderdeel of teken hebben", en: "at least {minimum} item or character long" },
  shorter: { nl: "hoogstens {maximum} tekens of onderdelen hebben", en: "at most {maximum} characters or items long" },
} as const satisfies Record<string, Record<Language, string>>;

/** What says the whole sentence by itself. */
const demands = {
  required: { nl: "“{key}” ontbreekt. Vul hem in.", en: "“{key}” is missing. Fill it in." },
  "one-source": {
    nl: "Een dataset heeft óf “file” óf “connector”. Geef er precies één.",
    en: "A dataset has either “file” or “connector”. Give exactly one.",
  },
  "kpi-or-cpi": {
    nl: "Deze regel heeft óf “kpi” óf “cpi”. Geef er precies één.",
    en: "This line has either “kpi” or “cpi”. Give exactly one.",
  },
  "cursor-key": {
    nl: "Met “cursor” komen sommige rijen twee keer. Geef de dataset een “key”, dan tellen ze één keer.",
    en: "With “cursor” some rows come twice. Give the dataset a “key”, so that they count once.",
  },
  "two-ids": {
    nl: "Zonder “customer” zijn er twee kolommen nodig die dezelfde klant noemen. Geef er twee of meer.",
    en: "Without a “customer” it takes two columns that name the same customer. Give two or more.",
  },
  "cursor-place": {
    nl: "Zet {cursor} in de query waar het moment moet staan: WHERE SystemModstamp >= {cursor}",
    en: "Put {cursor} in the query where the moment belongs: WHERE SystemModstamp >= {cursor}",
  },
} as const satisfies Record<string, Record<Language, string>>;

export type Demand = keyof typeof demands;

export function isDemand(expected: Expectation | undefined): expected is Demand {
  return expected !== undefined && Object.hasOwn(demands, expected);
}

export type Expectation = keyof typeof expectations | Demand;

/** Params: `key`, `expected` (expectations, any of which will do), `found`, and where they apply `options`, `minimum`, `maximum`, `suggestion`. */
export const wrongType: FindingKind = {
  code: "wrong-type",
  severity: "error",
  why: {
    nl: "Een waarde die niet klopt, wordt weggelaten, en dan mist je raamwerk een stuk.",
    en: "A value that is wrong is left out, and then a part of your framework is missing.",
  },
  sentences: { nl: (params) => sentence(params, "nl"), en: (params) => sentence(params, "en") },
};

function sentence(params: Params, language: Language): string {
  const { key, found, suggestion } = params;
  const expected = params["expected"] as readonly Expectation[];
  const nl = language === "nl";
  const [first] = expected;
  if (isDemand(first)) return demands[first][language].replace("{key}", String(key));
  const wish = expected
    .map((one) => fill(expectations[one as keyof typeof expectations][language], params, language))
    .join(nl ? ", of " : ", or ");
  const is = found === null ? (nl ? "is leeg" : "is empty") : nl ? `is “${found}”` : `is “${found}”`;
  const hint = suggestion ? (nl ? ` Bedoel je “${suggestion}”?` : ` Did you mean “${suggestion}”?`) : "";
  return nl ? `“${key}” moet ${wish}, maar ${is}.${hint}` : `“${key}” must be ${wish}, but ${is}.${hint}`;
}

function fill(text: string, params: Params, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    return Array.isArray(value)
      ? value.join(", ")
      : typeof value === "number"
        ? value.toLocaleString(language, { useGrouping: false })
        : "";
  });
}
