import type { Language } from "./language.ts";
import { notations } from "./notation.ts";
import type { Phrase } from "./phrase.ts";

/** The words of the page *Customer*: what customers get, and what it is shown to lead to. */
export interface CustomerWords {
  readonly title: string;
  readonly sentence: (input: {
    readonly cpis: number;
    readonly right: number;
    readonly links: number;
    readonly supported: number;
  }) => readonly Phrase[];
  readonly conflicts: (count: number) => string;
  readonly cpis: string;
  readonly noCpis: string;
  readonly leads: string;
  readonly noLinks: string;
  readonly until: (day: string) => string;
  readonly ledger: string;
  readonly ledgerTeach: string;
  readonly noLedger: string;
  readonly busy: string;
  readonly failed: (reason: string) => string;
  readonly because: string;
  readonly untested: string;
  readonly contradicted: string;
  readonly experiments: (count: number) => string;
  readonly experiment: string;
  readonly period: string;
  readonly customers: string;
  readonly lift: string;
  readonly chance: string;
  readonly verdict: string;
  readonly counts: string;
  readonly ignored: string;
  readonly typed: string;
  readonly data: string;
  readonly together: (lift: string, heterogeneity: string) => string;
  readonly association: (text: string) => string;
  readonly noneStandsOut: string;
  readonly later: (steps: number) => string;
  readonly notAnalysed: string;
}

const count = (language: Language, number: number) => notations[language].numerals[number] ?? String(number);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const customerWords: Readonly<Record<Language, CustomerWords>> = {
  nl: {
    title: "Klant",
    sentence: ({ cpis, right, links, supported }) => [
      { text: `Bij ${count("nl", right)} van de ${count("nl", cpis)} CPI’s krijgt de klant wat je beloofde`, strong: true },
      {
        text:
          links === 0
            ? ". Wat dat oplevert is nog niet opgeschreven."
            : `. Van ${links === 1 ? "het ene verband" : `de ${count("nl", links)} verbanden`} met een KPI ${supported === 1 ? "is" : "zijn"} er ${count("nl", supported)} gesteund.`,
      },
    ],
    conflicts: (number) =>
      number === 1 ? "Eén tegenspraak om naar te kijken" : `${capital(count("nl", number))} tegenspraken om naar te kijken`,
    cpis: "Wat de klant krijgt, en waar het toe leidt",
    noCpis:
      "Nog geen CPI. Een CPI meet wat je voor de klant presteert, in zijn woorden. Voeg er een toe onder cpis: met outcome: en de uitspraak van een klant.",
    leads: "Leidt tot",
    noLinks: "Nog met geen KPI verbonden. Schrijf onder links: van welke CPI je denkt dat hij welke KPI beweegt.",
    until: (day) => `t/m ${day}`,
    ledger: "Waar elk verband op rust",
    ledgerTeach: "Per verband elk experiment, met wat nodig is om het oordeel na te rekenen.",
    noLedger:
      "Er staan nog geen verbanden in de werkmap. Schrijf onder links: wat je denkt dat wat beweegt; een experiment laat zien of het klopt.",
    busy: "Bewijs ophalen…",
    failed: (reason) => `Het bewijs kon niet worden opgehaald. ${reason}`,
    because: "Want",
    untested: "Nog geen experiment. Plan er een; dit rekent uit hoeveel klanten en dagen het vraagt:",
    contradicted: "De experimenten spreken elkaar tegen. Het nieuwste beslist; kijk waarin ze verschillen.",
    experiments: (number) => (number === 0 ? "geen experiment" : number === 1 ? "één experiment" : `${count("nl", number)} experimenten`),
    experiment: "Experiment",
    period: "Wanneer",
    customers: "Klanten",
    lift: "Effect, met interval",
    chance: "p",
    verdict: "Oordeel",
    counts: "telt mee",
    ignored: "telt niet mee",
    typed: "met de hand ingevuld",
    data: "gegevens",
    together: (lift, heterogeneity) => `Samen: ${lift}, I² ${heterogeneity}.`,
    association: (text) => `Samenhang in de tijd: ${text}. Die bewijst niets en verandert geen oordeel.`,
    noneStandsOut: "geen die opvalt",
    later: (steps) => (steps === 0 ? "tegelijk" : steps === 1 ? "een periode later" : `${count("nl", steps)} perioden later`),
    notAnalysed: "Niet te berekenen",
  },
  en: {
    title: "Customer",
    sentence: ({ cpis, right, links, supported }) => [
      { text: `On ${count("en", right)} of the ${count("en", cpis)} CPIs customers get what you promised`, strong: true },
      {
        text:
          links === 0
            ? ". What that leads to is not written down yet."
            : `. Of the ${links === 1 ? "one link" : `${count("en", links)} links`} to a KPI, ${count("en", supported)} ${supported === 1 ? "is" : "are"} supported.`,
      },
    ],
    conflicts: (number) => (number === 1 ? "One conflict to look at" : `${capital(count("en", number))} conflicts to look at`),
    cpis: "What customers get, and what it leads to",
    noCpis:
      "No CPI yet. A CPI measures what you do for customers, in their words. Add one under cpis: with outcome: and what a customer said.",
    leads: "Leads to",
    noLinks: "Not tied to a KPI yet. Write under links: which CPI you think moves which KPI.",
    until: (day) => `through ${day}`,
    ledger: "What each link rests on",
    ledgerTeach: "Each experiment on each link, with what is needed to compute its verdict again.",
    noLedger:
      "There are no links in the workspace yet. Write under links: what you think moves what; an experiment shows whether it is so.",
    busy: "Fetching the evidence…",
    failed: (reason) => `The evidence could not be fetched. ${reason}`,
    because: "Because",
    untested: "No experiment yet. Plan one; this computes how many customers and days it takes:",
    contradicted: "The experiments contradict each other. The newest decides; see where they differ.",
    experiments: (number) => (number === 0 ? "no experiment" : number === 1 ? "one experiment" : `${count("en", number)} experiments`),
    experiment: "Experiment",
    period: "When",
    customers: "Customers",
    lift: "Effect, with interval",
    chance: "p",
    verdict: "Verdict",
    counts: "counts",
    ignored: "does not count",
    typed: "typed by hand",
    data: "data",
    together: (lift, heterogeneity) => `Together: ${lift}, I² ${heterogeneity}.`,
    association: (text) => `Association in time: ${text}. It proves nothing and changes no verdict.`,
    noneStandsOut: "none that stands out",
    later: (steps) => (steps === 0 ? "at once" : steps === 1 ? "a period later" : `${count("en", steps)} periods later`),
    notAnalysed: "Not computed",
  },
};
