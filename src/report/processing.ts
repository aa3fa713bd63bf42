import { formatDuration } from "../calendar/index.ts";
import { type Framework, type Language, privateColumns } from "../framework/index.ts";
import { inert } from "./inert.ts";
import { pageWidth } from "./table.ts";
import { wrap } from "./width.ts";

/** One processing of people's data, as article 30 of the GDPR wants it told. Null: nobody said. */
export interface Processing {
  readonly dataset: string;
  readonly purpose: string | null;
  /** article 6: consent, contract … */
  readonly basis: string | null;
  /** columns that are people's, and what is kept of each */
  readonly columns: readonly { readonly name: string; readonly kept: "plain" | "private" | "pseudonym" }[];
  /** where the rows come from: a path, or the type of a connector */
  readonly source: string;
  /** to whom messages about it go; who opens the app or exports is not known here */
  readonly recipients: readonly string[];
  readonly retention: string | null;
  /** what article 30 asks for and nobody said, as keys of the YAML */
  readonly missing: readonly ("purpose" | "basis" | "retention")[];
}

export interface ProcessingRecord {
  readonly workspace: string;
  readonly controller: string | null;
  readonly processings: readonly Processing[];
  /** datasets in which nobody said that a column is a person's */
  readonly without: readonly string[];
  /** people who were removed so far */
  readonly erasures: number;
}

/** The record of processing of a workspace. A dataset stands in it where it has a customer, pseudonyms, private columns or marks of a person. */
export function processingRecord(framework: Framework, erasures: number): ProcessingRecord {
  const { settings, datasets, alerts } = framework;
  const processings = datasets.flatMap((dataset): Processing[] => {
    const { id, customer, identity, connector, file, purpose = null, basis = null, retention, time } = dataset;
    const pseudonyms = new Set((dataset.pseudonymise ?? []).map((name) => name.toLowerCase()));
    const hidden = privateColumns(dataset);
    const named = [
      ...(customer === undefined ? [] : [customer]),
      ...(identity?.same ?? []),
      ...(dataset.pseudonymise ?? []),
      ...(dataset.private ?? []),
    ];
    const columns = [...new Map(named.map((name) => [name.toLowerCase(), name])).entries()].map(([key, name]) => ({
      name,
      kept: pseudonyms.has(key) ? ("pseudonym" as const) : hidden.has(key) ? ("private" as const) : ("plain" as const),
    }));
    if (columns.length === 0) return [];
    return [
      {
        dataset: id,
        purpose,
        basis,
        columns,
        source: file ?? connector!.type,
        recipients: [...new Set(alerts.filter(({ on }) => on.includes(id)).flatMap(({ to }) => to))],
        retention: retention === undefined ? null : formatDuration(retention),
        // Rows without a day cannot grow old.
        missing: [
          ...(purpose === null ? ["purpose" as const] : []),
          ...(basis === null ? ["basis" as const] : []),
          ...(retention === undefined && time !== undefined ? ["retention" as const] : []),
        ],
      },
    ];
  });
  const told = new Set(processings.map(({ dataset }) => dataset));
  return {
    workspace: settings.name,
    controller: settings.controller ?? null,
    processings,
    without: datasets.flatMap(({ id }) => (told.has(id) ? [] : [id])),
    erasures,
  };
}

const words = {
  nl: {
    title: (name: string) => `Register van verwerkingen van ${name} (AVG, artikel 30)`,
    controller: "Verantwoordelijke",
    purpose: "Doel",
    basis: "Grondslag",
    columns: "Gegevens van mensen",
    source: "Bron",
    recipients: "Meldingen aan",
    retention: "Bewaartermijn",
    erasures: "Verwijderde personen",
    without: "Zonder kolom die van een persoon heet",
    kept: { plain: "leesbaar", private: "afgeschermd", pseudonym: "alleen als pseudoniem" },
    none: "Geen dataset zegt welke kolom van een persoon is. Noem customer, private of pseudonymise.",
    missing: (keys: string) => `! Nog niet opgeschreven: ${keys}. Vul het aan bij deze dataset.`,
    missingController: "! Nog niet opgeschreven: controller, met naam en adres. Vul het aan in helder.yaml.",
  },
  en: {
    title: (name: string) => `Record of processing of ${name} (GDPR, article 30)`,
    controller: "Controller",
    purpose: "Purpose",
    basis: "Legal basis",
    columns: "Data of people",
    source: "Source",
    recipients: "Alerts to",
    retention: "Retention",
    erasures: "People removed",
    without: "Without a column that is a person's",
    kept: { plain: "readable", private: "private", pseudonym: "as a pseudonym only" },
    none: "No dataset says which column is a person’s. Name customer, private or pseudonymise.",
    missing: (keys: string) => `! Not written down yet: ${keys}. Add it to this dataset.`,
    missingController: "! Not written down yet: controller, with name and address. Add it to helder.yaml.",
  },
} as const;

/** What `helder audit` prints. */
export function processingText(record: ProcessingRecord, language: Language): string {
  const say = words[language];
  const line = (label: string, text: string | null): string[] => (text === null ? [] : hanging(`${label}: ${text}`));
  return [
    ...wrap(inert(say.title(record.workspace)), pageWidth),
    ...(record.controller === null ? hanging(say.missingController) : line(say.controller, record.controller)),
    ...(record.processings.length === 0 ? ["", ...wrap(say.none, pageWidth)] : []),
    ...record.processings.flatMap((one) => [
      "",
      inert(one.dataset),
      ...line(say.purpose, one.purpose),
      ...line(say.basis, one.basis),
      ...line(say.columns, one.columns.map(({ name, kept }) => `${name} (${say.kept[kept]})`).join(", ")),
      ...line(say.source, one.source),
      ...line(say.recipients, one.recipients.length === 0 ? null : one.recipients.join(", ")),
      ...line(say.retention, one.retention),
      ...(one.missing.length === 0 ? [] : hanging(say.missing(one.missing.join(", ")))),
    ]),
    "",
    `${say.erasures}: ${record.erasures}`,
    ...(record.without.length === 0 ? [] : wrap(inert(`${say.without}: ${record.without.join(", ")}`), pageWidth)),
  ].join("\n");
}

function hanging(text: string): string[] {
  return wrap(inert(text), pageWidth - 4).map((part, index) => `${index === 0 ? "  " : "    "}${part}`);
}
