import type { Language } from "../framework/index.ts";

type Sentence = Readonly<Record<Language, string>>;

/** What a doubt says to a person. `{column}` and `{count}` are filled in. */
const sentences: Readonly<Record<string, Sentence>> = {
  "ambiguous-date": {
    nl: "In “{column}” is niet te zien of de dag of de maand voorop staat. Kijk een datum na die je kent, en zet de schrijfwijze in format: {date: …}.",
    en: "In “{column}” nothing shows whether the day or the month comes first. Check a date that you know, and put the notation in format: {date: …}.",
  },
  "ambiguous-decimal": {
    nl: "In “{column}” kan een teken de decimalen scheiden of de duizendtallen. Zet in format: {decimal: …} wat het is.",
    en: "In “{column}” a sign may set apart decimals or thousands. Put in format: {decimal: …} which it is.",
  },
  "two-digit-year": {
    nl: "“{column}” heeft jaren van twee cijfers, gelezen als dag, maand, jaar van deze tijd. Kijk een datum na die je kent.",
    en: "“{column}” has years of two digits, read as day, month and a year of these times. Check a date that you know.",
  },
  "number-as-time": {
    nl: "“{column}” heeft getallen die als dagen of tijdstippen zijn gelezen. Kijk na of het voorbeeld klopt.",
    en: "“{column}” has numbers that were read as days or times. Check that the example is right.",
  },
  "encoding-guessed": {
    nl: "{count} regels zijn geen UTF-8; hun letters zijn geraden. Kijk een naam met een accent na.",
    en: "{count} lines are not UTF-8; their letters were guessed. Check a name with an accent.",
  },
  "nul-bytes": {
    nl: "{count} lege bytes zijn weggelaten. Kijk na of het bestand heel is.",
    en: "{count} empty bytes were left out. Check that the file is whole.",
  },
  "short-rows": {
    nl: "{count} regels hebben minder velden dan de kop; de rest is leeg gelaten.",
    en: "{count} lines have fewer fields than the header; the rest was left empty.",
  },
  "rejected-lines": {
    nl: "{count} regels zijn niet als rij te lezen en tellen niet mee. Verbeter ze in het bestand.",
    en: "{count} lines cannot be read as rows and do not count. Mend them in the file.",
  },
  "several-sheets": {
    nl: "Het bestand heeft {count} bladen met rijen; het eerste is gelezen. Kies een ander met format: {sheet: …}.",
    en: "The file has {count} sheets with rows; the first was read. Choose another with format: {sheet: …}.",
  },
  "cell-errors": {
    nl: "{count} cellen bevatten een fout, zoals #N/B; ze zijn als leeg gelezen.",
    en: "{count} cells hold an error such as #N/A; they were read as empty.",
  },
  "dst-gap": {
    nl: "{count} tijden in “{column}” bestaan niet door de zomertijd; ze zijn een uur later gezet.",
    en: "{count} times in “{column}” do not exist because of summer time; they were set an hour later.",
  },
  "dst-fold": {
    nl: "{count} tijden in “{column}” komen door de wintertijd twee keer voor; de eerste is gekozen.",
    en: "{count} times in “{column}” occur twice because of winter time; the first was chosen.",
  },
  "no-time": {
    nl: "Geen kolom zegt wanneer iets gebeurde. Geef er een op met time: als die er is.",
    en: "No column says when something happened. Name one with time: if there is one.",
  },
  "tax-unknown": {
    nl: "Het is niet te zien of “{column}” met of zonder btw is. Vraag het na bij wie het bestand maakt.",
    en: "Nothing shows whether “{column}” is with or without VAT. Ask whoever makes the file.",
  },
  "negative-lines": {
    nl: "“{column}” heeft bedragen of aantallen onder nul: waarschijnlijk retouren. Zo gaan ze van de omzet af; laat ze anders weg met where:.",
    en: "“{column}” has amounts or quantities below zero: returns, probably. They lower the revenue; leave them out with where: if they should not.",
  },
  "cancelled-rows": {
    nl: "“{column}” laat zien dat er geannuleerde of teruggestuurde rijen in staan. Laat ze weg met where: als ze niet meetellen.",
    en: "“{column}” shows that some rows were cancelled or sent back. Leave them out with where: if they should not count.",
  },
  cents: {
    nl: "“{column}” lijkt in centen te staan. Maak er zo nodig euro’s van met columns: {{column}_euro: {column} / 100}.",
    en: "“{column}” looks like cents. Make whole money of it where needed with columns: {{column}_whole: {column} / 100}.",
  },
  overlap: {
    nl: "{count} rijen stonden al in een eerder bestand. Met de sleutel tellen ze één keer.",
    en: "{count} rows stood in an earlier file already. With the key they count once.",
  },
  "overlap-in-time": {
    nl: "De dagen van dit bestand vallen samen met die van eerdere bestanden, en er is geen sleutel. Kijk na of er niets dubbel in staat, of geef key: op.",
    en: "The days of this file coincide with those of earlier files, and there is no key. Check that nothing is in twice, or give a key:.",
  },
};

/** The sentence of a doubt; the code itself where there is none. */
export function doubtSentence({ column, code, count }: { column: string | null; code: string; count: number }, language: Language): string {
  const sentence = sentences[code]?.[language] ?? code;
  return sentence.replaceAll("{column}", column ?? "").replaceAll("{count}", String(count));
}
