import { kpiNamed } from "../catalogue/index.ts";

// How companies speak about customers, in Dutch and English. Whole words; hyphens and spaces are one.
const measures =
  /\b(nps|net promoter(?: score)?|csat|klanttevredenheid\w*|customer satisfaction|satisfaction score|tevredenheidsscore|omzet\w*|revenue|turnover|conversie\w*|conversion|churn|opzegging\w*|klantverloop|retentie\w*|\w*klantbehoud|klantenbehoud|retention|reactivatie\w*|reactivation|clv|cltv|ltv|lifetime value|klantwaarde|levensduurwaarde|mrr|arr|nrr|marge\w*|margin|winst\w*|profit\w*|roi|roas|aov|order value|orderwaarde|bestelwaarde|market share|marktaandeel|upsell\w*|cross sell\w*|share of wallet)\b/iu;

const company = new RegExp(
  `${measures.source}|\\b((?:onze|our) (?:klanten|gebruikers|bezoekers|site|website|webshop|winkel|merk|producten?|diensten|customers|users|visitors|shop|store|brand|products?|services?|company)|ons (?:bedrijf|merk|product|marktaandeel)|leads|doelgroep|target audience|belvolume|call volume|afhandeltijd|handling time|marktleider|market leader|klanten (?:behouden|werven|binden)|(?:retain|acquire|convert)(?:ing)? customers)\\b`,
  "iu",
);
/** Words that a customer may also say, but not without speaking of themselves. */
const perhaps =
  /\b(klant(?:en)?|customers?|gebruikers?|users?|bezoekers?|visitors?|verkopen|verkocht|sales)\b|^(verhoog|verlaag|verbeter|verkort|versnel|increase|reduce|improve|shorten|boost|maximi[sz]e|minimi[sz]e)\b/iu;
const oneself = /\b(ik|me|mij|mijn|m'n|i|i'm|my|mine|myself|wij|we|ons|us)\b/iu;

/** What a name counts of customers for the company; in a whole sentence these words may be the customer's. */
const counts =
  /\b(loyal\w*|aanbevelings?score|herhaalaankop\w*|repeat purchases?|orders per|aantal (?:orders|bestellingen)|opbrengst\w*|leads)\b|^(?:verkoop|sales)$/iu;
/** Who gains by it is said to be the customer. */
const theirs = /\b(?:voor|for) (?:de|onze|the|our)? ?(?:klant(?:en)?|customers?)\b/iu;

/**
 * The measure of the company's own success that an id or a name speaks of (NPS, revenue, retention …), or null. The catalogue knows
 * which of its KPIs no customer values.
 */
export function companyMeasure(name: string): string | null {
  const text = plain(name);
  if (theirs.test(text) || oneself.test(text)) return null;
  const word = (measures.exec(text) ?? counts.exec(text))?.[0];
  return word ?? (kpiNamed(name)?.increment === null ? text : null);
}

/** The word by which an outcome turns out to be the company's and not the customer's, or null. */
export function companyWord(outcome: string): string | null {
  const text = plain(outcome);
  const word = company.exec(text);
  // A customer who is in business speaks of their own: “I see my revenue today”.
  if (word && !/\b(?:mijn|my|je|your) $/iu.test(text.slice(0, word.index))) return word[0];
  return oneself.test(text) ? null : (perhaps.exec(text)?.[0] ?? null);
}

function plain(text: string): string {
  return text.replace(/[-_]+/g, " ").replace(/’/g, "'").trim();
}
