import type { Language } from "../framework/index.ts";

/** Why a fact has no value: what the files would need for it. */
export const absent = {
  money: {
    nl: "Dit is niet te zeggen: er zijn geen verkopen met een bedrag in deze periode. Voeg een kolom met bedragen toe.",
    en: "This cannot be told: there are no sales with an amount in this period. Add a column with amounts.",
  },
  email: {
    nl: "Dit is niet te zeggen: geen kolom bevat e-mailadressen. Voeg een bestand met klanten en hun e-mailadres toe.",
    en: "This cannot be told: no column holds e-mail addresses. Add a file with customers and their e-mail address.",
  },
  units: {
    nl: "Dit is niet te zeggen: er is geen kolom met aantallen. Voeg een kolom met het aantal stuks toe.",
    en: "This cannot be told: there is no column with quantities. Add a column with the number of units.",
  },
  repeats: {
    nl: "Dit is niet te zeggen: geen klant kocht vaker dan één keer in deze periode.",
    en: "This cannot be told: no customer bought more than once in this period.",
  },
  active: {
    nl: "Dit is niet te zeggen: geen bekende klant kocht in deze periode. Kies een langere periode met --active.",
    en: "This cannot be told: no known customer bought in this period. Choose a longer period with --active.",
  },
  sales: {
    nl: "Dit is niet te zeggen: er zijn geen verkopen in deze periode.",
    en: "This cannot be told: there are no sales in this period.",
  },
  lapsedTop: {
    nl: "Dit is niet te zeggen: geen van je beste klanten bleef weg, of er zijn geen bedragen.",
    en: "This cannot be told: none of your best customers stayed away, or there are no amounts.",
  },
  phone: {
    nl: "Dit is niet te zeggen: geen kolom bevat telefoonnummers.",
    en: "This cannot be told: no column holds phone numbers.",
  },
  consent: {
    nl: "Dit is niet te zeggen: geen kolom zegt wie berichten wil krijgen.",
    en: "This cannot be told: no column tells who agreed to hear from you.",
  },
  year: {
    nl: "Dit is niet te zeggen: de gegevens beslaan geen heel jaar.",
    en: "This cannot be told: the data do not cover a whole year.",
  },
  twoYears: {
    nl: "Dit is niet te zeggen: de gegevens beslaan geen twee hele jaren.",
    en: "This cannot be told: the data do not cover two whole years.",
  },
  newcomers: {
    nl: "Dit is niet te zeggen: geen nieuwe klant is al zo lang klant.",
    en: "This cannot be told: no new customer has been one for that long yet.",
  },
  seasons: {
    nl: "Dit is niet te zeggen: de gegevens beslaan geen twaalf hele maanden.",
    en: "This cannot be told: the data do not cover twelve whole months.",
  },
  lapsedBefore: {
    nl: "Dit is niet te zeggen: de gegevens reiken niet ver genoeg terug om te zien wie na lang wegblijven terugkwam.",
    en: "This cannot be told: the data do not reach back far enough to see who came back after a long time.",
  },
  product: {
    nl: "Dit is niet te zeggen: er is geen kolom met producten, of er zijn geen bedragen.",
    en: "This cannot be told: there is no column with products, or there are no amounts.",
  },
  products: {
    nl: "Dit is niet te zeggen: geen product springt eruit, of er is geen kolom met producten.",
    en: "This cannot be told: no product stands out, or there is no column with products.",
  },
  channel: {
    nl: "Dit is niet te zeggen: er is geen kolom met kanalen, of er zijn geen bedragen.",
    en: "This cannot be told: there is no column with channels, or there are no amounts.",
  },
  channels: {
    nl: "Dit is niet te zeggen: geen kanaal springt eruit, of er is geen kolom met kanalen.",
    en: "This cannot be told: no channel stands out, or there is no column with channels.",
  },
  country: {
    nl: "Dit is niet te zeggen: er is geen kolom met landen, of er zijn geen bedragen.",
    en: "This cannot be told: there is no column with countries, or there are no amounts.",
  },
  countries: {
    nl: "Dit is niet te zeggen: geen land springt eruit, of er is geen kolom met landen.",
    en: "This cannot be told: no country stands out, or there is no column with countries.",
  },
  discount: {
    nl: "Dit is niet te zeggen: er is geen kolom met kortingen.",
    en: "This cannot be told: there is no column with discounts.",
  },
  delivery: {
    nl: "Dit is niet te zeggen: er zijn geen kolommen met de beloofde en de echte dag van bezorging.",
    en: "This cannot be told: there are no columns with the promised and the actual day of delivery.",
  },
  score: {
    nl: "Dit is niet te zeggen: er zijn geen oordelen bij deze aankopen. Voeg een bestand met cijfers per aankoop toe.",
    en: "This cannot be told: there are no reviews of these purchases. Add a file with scores by purchase.",
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;
