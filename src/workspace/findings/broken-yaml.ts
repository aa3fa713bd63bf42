import type { FindingKind, Language, Params } from "../../framework/index.ts";

/** Why a file cannot be read as YAML, in words that say what to do. */
export const yamlReasons = {
  tab: {
    nl: "er staat een tab voor de tekst. Gebruik spaties om in te springen",
    en: "a tab stands before the text. Use spaces to indent",
  },
  indentation: {
    nl: "deze regel springt anders in dan de regels waar hij bij hoort. Zet hem even ver naar rechts",
    en: "this line is indented differently from the lines it belongs to. Move it as far to the right as they are",
  },
  "missing-character": {
    nl: "er ontbreekt een teken: sluit aanhalingstekens en haken, zet “- ” voor elk onderdeel van een lijst en “: ” achter elke sleutel",
    en: "a character is missing: close quotes and brackets, put “- ” before each item of a list and “: ” after each key",
  },
  "nested-on-one-line": {
    nl: "hier staat twee keer “: ” op één regel. Zet de tekst tussen aanhalingstekens of begin een nieuwe regel",
    en: "“: ” stands here twice on one line. Put the text between quotes or start a new line",
  },
  "reserved-character": {
    nl: "tekst mag niet met dit teken beginnen. Zet hem tussen aanhalingstekens",
    en: "text cannot start with this character. Put it between quotes",
  },
  escape: {
    nl: "tussen dubbele aanhalingstekens is \\ een bijzonder teken. Typ \\\\ of gebruik enkele aanhalingstekens",
    en: "between double quotes \\ is a special character. Type \\\\ or use single quotes",
  },
  tag: {
    nl: "een woord dat met ! begint is in YAML een type, en dit type bestaat niet. Haal het weg of zet de tekst tussen aanhalingstekens",
    en: "a word that starts with ! is a type in YAML, and this type does not exist. Remove it or put the text between quotes",
  },
  alias: {
    nl: "een woord dat met * of & begint verwijst in YAML naar andere tekst, en dat kan hier niet. Zet het tussen aanhalingstekens",
    en: "a word that starts with * or & refers to other text in YAML, which cannot be done here. Put it between quotes",
  },
  "unknown-alias": {
    nl: "hier wordt met * verwezen naar een anker (&) dat hierboven niet staat. Verbeter de naam of zet de tekst tussen aanhalingstekens",
    en: "this refers with * to an anchor (&) that does not stand above it. Mend the name or put the text between quotes",
  },
  "alias-of-itself": {
    nl: "deze verwijzing (*) wijst naar een blok waar ze zelf in staat. Haal haar weg",
    en: "this reference (*) points to a block that holds it. Remove it",
  },
  "alias-bomb": {
    nl: "de verwijzingen (*) in dit bestand maken samen te veel tekst. Schrijf ze uit",
    en: "the references (*) in this file add up to too much text. Write them out",
  },
  merge: {
    nl: "achter “<<:” hoort een verwijzing (*) naar een blok met sleutels",
    en: "“<<:” must be followed by a reference (*) to a block of keys",
  },
  "several-documents": {
    nl: "“---” begint een tweede document. Zet dat in een eigen bestand of haal de streepjes weg",
    en: "“---” starts a second document. Put it in a file of its own or remove the dashes",
  },
  "too-deep": {
    nl: "lijsten en blokken liggen hier te diep in elkaar. Haal er lagen uit",
    en: "lists and blocks lie too deep inside each other here. Take layers out",
  },
  "too-long": {
    nl: "het bestand heeft te veel onderdelen. Splits het, en zet cijfers in een CSV-bestand",
    en: "the file has too many parts. Split it, and put figures in a CSV file",
  },
  unexpected: {
    nl: "dit teken hoort hier niet. Kijk of een haak, komma of aanhalingsteken te veel of te weinig staat",
    en: "this character does not belong here. See whether a bracket, comma or quote is missing or one too many",
  },
} as const satisfies Record<string, Record<Language, string>>;

export type YamlReason = keyof typeof yamlReasons;

export function yamlReason(params: Params, language: Language): string {
  return yamlReasons[params["reason"] as YamlReason][language];
}

export const brokenYaml: FindingKind = {
  code: "broken-yaml",
  severity: "error",
  why: {
    nl: "Alles in een bestand dat niet te lezen is, ontbreekt in je cijfers.",
    en: "Everything in a file that cannot be read is missing from your figures.",
  },
  sentences: {
    nl: (params) => `Dit bestand is niet te lezen, en niets eruit telt mee: ${yamlReason(params, "nl")}.`,
    en: (params) => `This file cannot be read, and nothing in it counts: ${yamlReason(params, "en")}.`,
  },
};
