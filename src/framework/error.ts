import type { ErrorKind } from "./error-kind.ts";
import { errorsOfData } from "./error-of-data.ts";
import { errorsOfDocuments } from "./error-of-document.ts";
import { errorsOfLearning } from "./error-of-learning.ts";
import { errorsOfNetwork } from "./error-of-network.ts";
import type { Language, Params } from "./finding.ts";

/**
 * Every way an operation can fail. `{name}` in a sentence is a parameter; where it is itself a piece of sentence, `name-nl` holds the
 * Dutch for `name`. `docs/errors.md` lists the same codes (tested).
 */
export const errorKinds = {
  "no-workspace": {
    exit: 2,
    http: 404,
    sentences: {
      nl: "Geen helder.yaml gevonden in {directory} of een map erboven. Maak een werkmap met “helder init”, of begin met een bestand: “helder discover bestellingen.csv --write”. Een werkmap elders wijs je aan met --workspace.",
      en: "No helder.yaml found in {directory} or a folder above it. Make a workspace with “helder init”, or begin with a file: “helder discover orders.csv --write”. Name a workspace elsewhere with --workspace.",
    },
  },
  "settings-unreadable": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "helder.yaml is niet te lezen (regel {line}): {reason}. Herstel die regel en probeer het opnieuw.",
      en: "helder.yaml cannot be read (line {line}): {reason}. Mend that line and try again.",
    },
  },
  "workspace-exists": {
    exit: 2,
    http: 409,
    sentences: {
      nl: "In {directory} staat al een werkmap. Kies een andere map.",
      en: "There already is a workspace in {directory}. Choose another folder.",
    },
  },
  "folder-not-empty": {
    exit: 2,
    http: 409,
    sentences: {
      nl: "{directory} is niet leeg en geen werkmap van Helder. Kies een lege map met --dir.",
      en: "{directory} is not empty and not a Helder workspace. Choose an empty folder with --dir.",
    },
  },
  "file-exists": {
    exit: 2,
    http: 409,
    sentences: {
      nl: "{file} bestaat al en blijft zoals het is. Verplaats het of kies een andere map.",
      en: "{file} already exists and stays as it is. Move it or choose another folder.",
    },
  },
  "cannot-change": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "“{path}” is niet te wijzigen zonder meer te veranderen dan gevraagd. Pas het met de hand aan.",
      en: "“{path}” cannot be changed without changing more than was asked. Change it by hand.",
    },
  },
  "unknown-example": {
    exit: 2,
    http: 404,
    sentences: {
      nl: "Voorbeeld “{name}” bestaat niet. Kies uit: {known}.",
      en: "There is no example “{name}”. Choose from: {known}.",
    },
  },
  "unknown-metric": {
    exit: 2,
    http: 404,
    sentences: {
      nl: "Metriek “{name}” bestaat niet.{suggestion}",
      en: "There is no metric “{name}”.{suggestion}",
    },
  },
  "unknown-dataset": {
    exit: 2,
    http: 404,
    sentences: { nl: "Dataset “{name}” bestaat niet.{suggestion}", en: "There is no dataset “{name}”.{suggestion}" },
  },
  "unknown-kpi": {
    exit: 2,
    http: 404,
    sentences: { nl: "KPI of CPI “{name}” bestaat niet.{suggestion}", en: "There is no KPI or CPI “{name}”.{suggestion}" },
  },
  "unknown-stakeholder": {
    exit: 2,
    http: 404,
    sentences: {
      nl: "“{name}” is hier geen team, stakeholder of segment.{suggestion}",
      en: "“{name}” is no team, stakeholder or segment here.{suggestion}",
    },
  },
  "unknown-column": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Dataset “{dataset}” heeft geen kolom “{name}”.{suggestion}",
      en: "Dataset “{dataset}” has no column “{name}”.{suggestion}",
    },
  },
  "broken-expression": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "De expressie “{expression}” van {of} klopt niet (teken {position}): {reason}",
      en: "The expression “{expression}” of {of} is wrong (character {position}): {reason}",
    },
  },
  "broken-metric": {
    exit: 2,
    http: 422,
    sentences: { nl: "Metriek “{name}” is niet te berekenen: {reason}", en: "Metric “{name}” cannot be computed: {reason}" },
  },
  "unknown-segment": {
    exit: 2,
    http: 404,
    sentences: { nl: "Segment “{name}” bestaat niet.{suggestion}", en: "There is no segment “{name}”.{suggestion}" },
  },
  "broken-segment": {
    exit: 2,
    http: 422,
    sentences: { nl: "Segment “{name}” is niet te bepalen: {reason}", en: "Segment “{name}” cannot be determined: {reason}" },
  },
  "not-a-number": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "{of} vraagt om getallen, maar “{expression}” is {type}. Maak er een getal van, bijvoorbeeld met cast({expression} as decimal).",
      en: "{of} needs numbers, but “{expression}” is {type}. Make it a number, for instance with cast({expression} as decimal).",
    },
  },
  "no-time": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Dataset “{dataset}” heeft geen tijdkolom, dus kan niet per {grain} worden geteld. Geef hem “time: <kolom>”, of vraag --grain total.",
      en: "Dataset “{dataset}” has no time column and so cannot be counted per {grain}. Give it “time: <column>”, or ask for --grain total.",
    },
  },
  "not-a-moment": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "{of} vraagt om een datum of tijdstip, maar “{expression}” is {type}. Maak er een datum van, bijvoorbeeld met cast({expression} as date).",
      en: "{of} needs a date or a time, but “{expression}” is {type}. Make it a date, for instance with cast({expression} as date).",
    },
  },
  "time-needed": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Deze metriek volgt rijen in de tijd, maar dataset “{dataset}” heeft geen tijdkolom. Geef hem “time: <kolom>”.",
      en: "This metric follows rows through time, but dataset “{dataset}” has no time column. Give it “time: <column>”.",
    },
  },
  "no-customer": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Deze metriek volgt klanten, maar dataset “{dataset}” heeft geen klantkolom. Geef hem “customer: <kolom>”.",
      en: "This metric follows customers, but dataset “{dataset}” has no customer column. Give it “customer: <column>”.",
    },
  },
  "join-not-unique": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Dataset “{dataset}” kan niet bij “{to}” zoeken: daar kunnen meer rijen gelijk zijn in {columns}. Geef “{to}” een key van die kolommen, of noem bij “on” de kolommen van zijn key.",
      en: "Dataset “{dataset}” cannot look into “{to}”: several rows there may be equal in {columns}. Give “{to}” a key of those columns, or name the columns of its key at “on”.",
    },
  },
  "metric-cycle": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Metriek “{name}” verwijst via {path} naar zichzelf. Haal één van die verwijzingen weg.",
      en: "Metric “{name}” refers to itself by way of {path}. Take one of those references away.",
    },
  },
  "from-after-to": {
    exit: 2,
    http: 400,
    sentences: { nl: "--from {from} ligt na --to {to}. Draai ze om.", en: "--from {from} is after --to {to}. Swap them." },
  },
  "bad-option": {
    exit: 2,
    http: 400,
    sentences: { nl: "{option} kan niet “{value}” zijn. {hint}", en: "{option} cannot be “{value}”. {hint}" },
  },
  "bad-call": { exit: 2, http: 400, sentences: { nl: "{reason} Zie: helder --help", en: "{reason} See: helder --help" } },
  ...errorsOfData,
  ...errorsOfLearning,
  ...errorsOfNetwork,
  ...errorsOfDocuments,
  "journal-failed": {
    exit: 2,
    http: 500,
    sentences: {
      nl: "Het journaal ({file}) is niet te lezen of te schrijven: {reason}. Er is niets in veranderd. Herstel het bestand of zet een back-up ervan terug.",
      en: "The journal ({file}) cannot be read or written: {reason}. Nothing in it was changed. Mend the file, or put back a copy of it.",
    },
  },
  "journal-newer": {
    exit: 2,
    http: 500,
    sentences: {
      nl: "Het journaal ({file}) is gemaakt door een nieuwere versie van Helder. Installeer die versie.",
      en: "The journal ({file}) was made by a newer version of Helder. Install that version.",
    },
  },
  "not-observed": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "“{name}” wordt uit data berekend en neemt geen getal met de hand aan. Alleen een metriek van het type observed kan dat.",
      en: "“{name}” is computed from data and takes no number by hand. Only a metric of type observed does.",
    },
  },
  "observed-undivided": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "“{name}” is met de hand waargenomen, dus als geheel: er is niets om op te splitsen of te filteren. Vraag hem zonder --by en --where.",
      en: "“{name}” is observed by hand, as a whole: there is nothing to split or filter. Ask for it without --by and --where.",
    },
  },
  "observed-without-of": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "“{name}” wordt waargenomen in dataset “{dataset}”, maar zegt niet in welke kolom. Geef hem “of: <kolom>”.",
      en: "“{name}” is observed in dataset “{dataset}” but does not say in which column. Give it “of: <column>”.",
    },
  },
  "port-taken": {
    exit: 2,
    http: 500,
    sentences: { nl: "Poort {port} is bezet. Kies een andere met --port.", en: "Port {port} is taken. Choose another with --port." },
  },
  "login-required": {
    exit: 2,
    http: 401,
    sentences: {
      nl: "Op {host} luistert Helder alleen als er gebruikers zijn, en dat kan deze versie nog niet. Start zonder --host.",
      en: "Helder only listens on {host} when there are users, which this version cannot make yet. Start without --host.",
    },
  },
  "server-gone": {
    exit: 2,
    http: 502,
    sentences: {
      nl: "De Helder-server die deze werkmap open heeft, antwoordt niet meer ({reason}). Probeer het opnieuw.",
      en: "The Helder server that has this workspace open no longer answers ({reason}). Try again.",
    },
  },
  "indicator-without-metric": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "“{name}” noemt geen metriek en heeft dus geen waarde. Geef hem “metric: <id>”.",
      en: "“{name}” names no metric and so has no value. Give it “metric: <id>”.",
    },
  },
  "too-many-points": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Dit worden {count} getallen; meer dan {most} geeft Helder niet in één keer. Kies een grovere --grain, minder --by of een kortere --from en --to.",
      en: "This would be {count} numbers; Helder gives no more than {most} at a time. Choose a coarser --grain, less --by, or a shorter --from and --to.",
    },
  },
  "foreign-host": {
    exit: 2,
    http: 421,
    sentences: { nl: "Deze aanvraag is voor een andere host ({host}).", en: "This request is for another host ({host})." },
  },
  "unknown-method": {
    exit: 2,
    http: 404,
    sentences: {
      nl: "Methode “{name}” bestaat niet.{suggestion} Kies uit: {known}.",
      en: "There is no method “{name}”.{suggestion} Choose from: {known}.",
    },
  },
  "bad-input": {
    exit: 2,
    http: 422,
    sentences: { nl: "De invoer kan zo niet: {reason}.", en: "The input will not do: {reason}." },
  },
  "approximation-unsafe": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "De benadering houdt hier geen stand: {reason}. Gebruik in plaats daarvan {instead}.",
      en: "The approximation does not hold here: {reason}. Use {instead} instead.",
    },
  },
  "not-found": { exit: 2, http: 404, sentences: { nl: "{what} bestaat niet.", en: "{what} does not exist." } },
  "not-writable": {
    exit: 2,
    http: 500,
    sentences: { nl: "{path} is niet te schrijven: {reason}.", en: "{path} cannot be written: {reason}." },
  },
  "changed-meanwhile": {
    exit: 2,
    http: 409,
    sentences: {
      nl: "{path} is intussen veranderd, dus er is niets overschreven. Probeer het opnieuw.",
      en: "{path} has changed in the meantime, so nothing was overwritten. Try again.",
    },
  },
  internal: {
    exit: 2,
    http: 500,
    sentences: {
      nl: "Er ging iets mis in Helder zelf: {reason}. Er is niets verloren; meld dit met “helder --version” erbij.",
      en: "Something went wrong inside Helder: {reason}. Nothing was lost; report this together with “helder --version”.",
    },
  },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof errorKinds;

/** An operation failed. Carries a code and its blanks; the sentence is made where it is shown. */
export class HelderError extends Error {
  readonly code: ErrorCode;
  readonly params: Params;

  constructor(code: ErrorCode, params: Params = {}, options?: { cause?: unknown }) {
    super(fill(errorKinds[code].sentences.en, params, "en"), options);
    this.name = "HelderError";
    this.code = code;
    this.params = params;
  }

  sentence(language: Language): string {
    return fill(errorKinds[this.code].sentences[language], this.params, language);
  }

  /** What travels to another process, which makes its own sentence of it. */
  toJSON(): { readonly code: ErrorCode; readonly params: Params } {
    return { code: this.code, params: this.params };
  }

  get exit(): 1 | 2 {
    return errorKinds[this.code].exit;
  }

  get http(): number {
    return errorKinds[this.code].http;
  }
}

function fill(sentence: string, params: Params, language: Language): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[`${name}-${language}`] ?? params[name] ?? ""));
}
