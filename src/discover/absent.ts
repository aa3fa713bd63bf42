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
} as const satisfies Record<string, Readonly<Record<Language, string>>>;
