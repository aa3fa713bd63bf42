import type { ErrorKind } from "./error-kind.ts";

/** Failures of files that are read, and of the warehouse that holds what was read. */
export const errorsOfData = {
  "no-file": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Dataset “{dataset}”: geen bestand gevonden voor “{file}”. Zet het bestand daar neer of verbeter het pad.",
      en: "Dataset “{dataset}”: no file found for “{file}”. Put the file there or mend the path.",
    },
  },
  "upload-too-large": {
    exit: 2,
    http: 413,
    sentences: {
      nl: "{file} is groter dan {limit}. Pak het in als .zip of .gz, of zet het in de werkmap en gebruik helder add.",
      en: "{file} is larger than {limit}. Pack it as .zip or .gz, or put it in the workspace and use helder add.",
    },
  },
  "too-many-uploads": {
    exit: 2,
    http: 413,
    sentences: {
      nl: "Er staan al {count} bestanden klaar. Haal er eerst een weg.",
      en: "{count} files are here already. Remove one first.",
    },
  },
  "uploads-too-large": {
    exit: 2,
    http: 413,
    sentences: {
      nl: "{file} past er niet meer bij: alle bestanden samen mogen {limit} zijn. Haal er eerst een weg, of pak ze in als .zip of .gz.",
      en: "There is no room left for {file}: all files together may be {limit}. Remove one first, or pack them as .zip or .gz.",
    },
  },
  "upload-no-room": {
    exit: 2,
    http: 507,
    sentences: {
      nl: "De schijf van deze computer is te vol voor {file}. Maak ruimte vrij en probeer het opnieuw.",
      en: "The disk of this computer is too full for {file}. Free some space and try again.",
    },
  },
  "no-upload": {
    exit: 2,
    http: 409,
    sentences: {
      nl: "Er staat nog geen bestand klaar, en de werkmap heeft geen datasets. Sleep eerst een bestand naar de pagina.",
      en: "No file is here yet, and the workspace has no datasets. Drop a file on the page first.",
    },
  },
  "identity-clickhouse": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Dataset “{dataset}”: identity werkt nog niet op ClickHouse. Zet het weg, of gebruik de ingebouwde DuckDB.",
      en: "Dataset “{dataset}”: identity does not work on ClickHouse yet. Take it away, or use the embedded DuckDB.",
    },
  },
  "outside-workspace": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Dataset “{dataset}”: “{file}” ligt buiten de werkmap. Zet het bestand in de werkmap.",
      en: "Dataset “{dataset}”: “{file}” lies outside the workspace. Put the file inside the workspace.",
    },
  },
  "file-unreadable": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Dataset “{dataset}”: {file} is niet te lezen: {reason}",
      en: "Dataset “{dataset}”: {file} cannot be read: {reason}",
    },
  },
  "unknown-file-type": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Dataset “{dataset}”: {file} is geen bestandssoort die Helder leest. Gebruik csv, tsv, json, jsonl, xlsx of parquet (ook .gz of .zip).",
      en: "Dataset “{dataset}”: {file} is not a file type that Helder reads. Use csv, tsv, json, jsonl, xlsx or parquet (.gz or .zip too).",
    },
  },
  "dataset-broken": {
    exit: 2,
    http: 422,
    sentences: { nl: "Dataset “{dataset}” is niet te laden: {reason}", en: "Dataset “{dataset}” cannot be loaded: {reason}" },
  },
  "mixed-file-types": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Dataset “{dataset}”: “{file}” vindt bestanden van verschillende soorten. Maak er een dataset per soort van.",
      en: "Dataset “{dataset}”: “{file}” finds files of different types. Make a dataset of each type.",
    },
  },
  "nothing-to-undo": {
    exit: 2,
    http: 409,
    sentences: {
      nl: "Er is niets om terug te draaien: “helder add” en “helder import” hebben hier nog niets geschreven.",
      en: "There is nothing to take back: “helder add” and “helder import” have written nothing here yet.",
    },
  },
  "undone-already": {
    exit: 2,
    http: 409,
    sentences: {
      nl: "Dit is al teruggedraaid, of het is te lang geleden: er is niets veranderd.",
      en: "This was taken back already, or it is too long ago: nothing was changed.",
    },
  },
  "not-the-last-write": {
    exit: 2,
    http: 409,
    sentences: {
      nl: "Na dit schrijven is {path} geschreven of veranderd, dus er is niets teruggedraaid. Draai dat eerst terug (helder add --undo), of haal met de hand weg wat je niet wilt.",
      en: "{path} was written or changed after this write, so nothing was taken back. Take that back first (helder add --undo), or remove by hand what you do not want.",
    },
  },
  "column-taken": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Dataset “{dataset}” heeft al een kolom “{taken}”. Geef de berekende kolom “{name}” een andere naam.",
      en: "Dataset “{dataset}” already has a column “{taken}”. Give the computed column “{name}” another name.",
    },
  },
  "value-not-a-day": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Dataset “{dataset}”: “{value}” in de tijdkolom “{column}” is geen datum ({file}, regel {line}). Verbeter die waarde, of geef de schrijfwijze met “format: {date: …}”.",
      en: "Dataset “{dataset}”: “{value}” in the time column “{column}” is no date ({file}, line {line}). Mend that value, or give the notation with “format: {date: …}”.",
    },
  },
  "time-not-a-day": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Dataset “{dataset}”: de tijdkolom “{column}” is {type} en geen datum. Maak er een datum van, bijvoorbeeld met cast(… as date).",
      en: "Dataset “{dataset}”: the time column “{column}” is {type} and no date. Make it a date, for instance with cast(… as date).",
    },
  },
  "warehouse-busy": {
    exit: 2,
    http: 503,
    sentences: {
      nl: "Een ander Helder-proces gebruikt deze werkmap al {seconds} seconden. Wacht tot het klaar is en probeer het opnieuw.",
      en: "Another Helder process has been using this workspace for {seconds} seconds. Wait until it is done and try again.",
    },
  },
  "warehouse-failed": {
    exit: 2,
    http: 500,
    sentences: {
      nl: "Het rekenwerk lukte niet: {reason}. De gegevens in je bestanden zijn onaangeroerd; verwijder .helder/warehouse.duckdb en probeer het opnieuw als dit blijft.",
      en: "The computation failed: {reason}. The data in your files are untouched; remove .helder/warehouse.duckdb and try again if this persists.",
    },
  },
  overflow: {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Een getal werd te groot om precies te rekenen ({reason}). Kijk de kolommen van “{name}” na.",
      en: "A number grew too large to compute exactly ({reason}). Check the columns of “{name}”.",
    },
  },
  "clickhouse-unreachable": {
    exit: 2,
    http: 502,
    sentences: {
      nl: "Op {host} antwoordt geen ClickHouse ({reason}). Kijk het adres in helder.yaml na, of de server draait en of je er van hier bij mag.",
      en: "No ClickHouse answers at {host} ({reason}). Check the address in helder.yaml, that the server runs and that you may reach it from here.",
    },
  },
  "clickhouse-refused": {
    exit: 2,
    http: 502,
    sentences: {
      nl: "ClickHouse op {host} weigert: {reason}. Kijk de gebruiker, het wachtwoord en de rechten na.",
      en: "ClickHouse at {host} refuses: {reason}. Check the user, the password and the rights.",
    },
  },
  "clickhouse-no-database": {
    exit: 2,
    http: 502,
    sentences: {
      nl: "ClickHouse op {host} heeft geen database “{database}”. Maak hem aan met CREATE DATABASE, of kies een andere in helder.yaml.",
      en: "ClickHouse at {host} has no database “{database}”. Make it with CREATE DATABASE, or choose another in helder.yaml.",
    },
  },
  "clickhouse-slow": {
    exit: 2,
    http: 504,
    sentences: {
      nl: "ClickHouse op {host} gaf binnen {seconds} seconden geen antwoord. Probeer het later, of vraag minder tegelijk.",
      en: "ClickHouse at {host} gave no answer within {seconds} seconds. Try again later, or ask for less at once.",
    },
  },
  "clickhouse-failed": {
    exit: 2,
    http: 502,
    sentences: {
      nl: "Het rekenwerk in ClickHouse op {host} lukte niet: {reason}. De gegevens in je bestanden zijn onaangeroerd; verwijder de tabel van de dataset en probeer het opnieuw als dit blijft.",
      en: "The computation in ClickHouse at {host} failed: {reason}. The data in your files are untouched; drop the dataset's table and try again if this persists.",
    },
  },
  "clickhouse-too-old": {
    exit: 2,
    http: 502,
    sentences: {
      nl: "ClickHouse op {host} is versie {version}. Helder heeft {needed} of nieuwer nodig: werk de server bij.",
      en: "ClickHouse at {host} is version {version}. Helder needs {needed} or newer: upgrade the server.",
    },
  },
  "day-out-of-range": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Kolom “{column}” van dataset “{dataset}” bevat {value}. ClickHouse kent alleen dagen van 1900 tot en met 2299: verbeter die rijen, of reken met DuckDB.",
      en: "Column “{column}” of dataset “{dataset}” holds {value}. ClickHouse knows only days from 1900 to 2299: mend those rows, or compute with DuckDB.",
    },
  },
  "variable-missing": {
    exit: 2,
    http: 500,
    sentences: {
      nl: "De omgevingsvariabele {name} is leeg, terwijl {setting} in helder.yaml ernaar verwijst. Geef haar een waarde en probeer het opnieuw.",
      en: "The environment variable {name} is empty, though {setting} in helder.yaml refers to it. Give it a value and try again.",
    },
  },
  "private-column": {
    exit: 2,
    http: 403,
    sentences: {
      nl: "Kolom “{name}” van dataset “{dataset}” is privé. Splits naar een andere kolom. Mag je deze waarden zien? Vraag er dan om met --private.",
      en: "Column “{name}” of dataset “{dataset}” is private. Split by another column. Are you allowed to see these values? Then ask for them with --private.",
    },
  },
  "privacy-key-unreadable": {
    exit: 2,
    http: 500,
    sentences: {
      nl: "De sleutel voor pseudoniemen in {file} is niet te lezen: {reason}. Zet hem terug uit je back-up. Een nieuwe sleutel geeft andere pseudoniemen.",
      en: "The key for pseudonyms in {file} cannot be read: {reason}. Put it back from your backup. A new key gives other pseudonyms.",
    },
  },
  "privacy-key-lost": {
    exit: 2,
    http: 500,
    sentences: {
      nl: "De sleutel voor pseudoniemen ({file}) is weg of vervangen, terwijl er al gegevens mee zijn vastgelegd. Zet hem terug uit je back-up. Lukt dat niet, lees dan docs/privacy.md.",
      en: "The key for pseudonyms ({file}) is gone or replaced, though data were kept under it. Put it back from your backup. If you cannot, read docs/privacy.md.",
    },
  },
  "unknown-customer": {
    exit: 2,
    http: 404,
    sentences: {
      nl: "Deze klant komt nergens voor, dus er is niets veranderd. Kijk het klantnummer, e-mailadres of telefoonnummer na.",
      en: "This customer is found nowhere, so nothing was changed. Check the customer number, e-mail address or telephone number.",
    },
  },
  "ambiguous-customer": {
    exit: 2,
    http: 409,
    sentences: {
      nl: "Dit hoort bij {count} verschillende klanten, dus er is niets veranderd. Noem de klant bij zijn klantnummer.",
      en: "This belongs to {count} different customers, so nothing was changed. Name the customer by customer number.",
    },
  },
  "erase-not-confirmed": {
    exit: 2,
    http: 409,
    sentences: {
      nl: "Er is niets verwijderd. Helder bewaart van deze klant, in rijen: {rows}. Verwijderen kan niet worden teruggedraaid: voeg --yes toe als je het zeker weet.",
      en: "Nothing was removed. Helder keeps of this customer, in rows: {rows}. Removing cannot be taken back: add --yes if you are sure.",
    },
  },
  "no-time-column": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Geen kolom met dagen gevonden in {files}. Voeg een bestand toe met de datum van elke aankoop.",
      en: "No column with days was found in {files}. Add a file with the date of each purchase.",
    },
  },
  "no-customer-column": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Geen kolom met klanten gevonden in {files}. Voeg een bestand toe met een klantnummer of e-mailadres bij elke aankoop.",
      en: "No column with customers was found in {files}. Add a file with a customer number or e-mail address for each purchase.",
    },
  },
  "no-transactions": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Geen aankopen gevonden in {files}: geen bestand heeft rijen met een klant en een datum. Voeg een bestand met aankopen toe.",
      en: "No purchases were found in {files}: no file has rows with a customer and a date. Add a file with purchases.",
    },
  },
} as const satisfies Record<string, ErrorKind>;
