import type { Day } from "../calendar/index.ts";
import type { Fault, Language } from "../framework/index.ts";
import { formats, words } from "../locale/index.ts";
import { inert, printed } from "./inert.ts";
import { paintIn } from "./paint.ts";
import { faultLines } from "./quality.ts";
import { cell, type Column, pageWidth, table } from "./table.ts";
import { wrap } from "./width.ts";

/** What a load did to one dataset, as far as it is told. */
export interface LoadedRows {
  readonly id: string;
  readonly rows: number;
  readonly rejected: number;
  /** rows of erased people, and rows older than the retention, that were left out */
  readonly erased?: number;
  readonly expired?: number;
  /** path of the file with the rejected lines */
  readonly rejects: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly seconds: number;
  readonly skipped: boolean;
}

/** How a dataset's customers were put together, and which ids were left apart. */
export interface PeopleOf {
  readonly id: string;
  /** different customers before and after */
  readonly ids: number;
  readonly customers: number;
  readonly clashes: readonly { readonly code: "identity-too-many" | "identity-apart"; readonly customers: readonly string[] }[];
}

/** What `helder load` prints: a sentence and a table, 80 columns. */
export function loadText(
  datasets: readonly LoadedRows[],
  language: Language,
  { quality = [], identities = [] }: { readonly quality?: readonly Fault[]; readonly identities?: readonly PeopleOf[] } = {},
): string {
  const word = words[language].column;
  const format = formats(language);
  const columns: Column[] = [
    { title: word.dataset, align: "left", least: 12, spare: null },
    { title: word.rows, align: "right", least: null, spare: null },
    { title: word.rejected, align: "right", least: null, spare: null },
    { title: word.from, align: "right", least: null, spare: null },
    { title: word.to, align: "right", least: null, spare: null },
    { title: word.seconds, align: "right", least: null, spare: 1 },
  ];
  const rows = datasets.map((one) => [
    cell(one.id),
    cell(format.number(one.rows)),
    cell(format.number(one.rejected), one.rejected > 0 ? "at-risk" : null),
    cell(one.from === null ? "–" : format.day(one.from)),
    cell(one.to === null ? "–" : format.day(one.to)),
    cell(one.skipped ? "–" : format.number(one.seconds, 1), "muted"),
  ]);
  const rejects = datasets.flatMap((one) => (one.rejects === null ? [] : [`${one.id}: ${one.rejects}`]));
  return printed([
    wrap(
      sentences[language](
        datasets.filter((one) => !one.skipped),
        datasets.length,
        format,
      ),
      pageWidth,
    ),
    datasets.length === 0 ? [] : table(columns, rows, paintIn(false)),
    peopleLines(identities, language, format),
    faultLines(quality, language),
    rejects.length === 0 ? [] : [`${word.rejected}:`, ...rejects.map((line) => `  ${inert(line)}`)],
  ]);
}

function peopleLines(identities: readonly PeopleOf[], language: Language, format: Format): string[] {
  const say = peopleSentences[language];
  const counts = identities.filter(({ ids }) => ids > 0).map((one) => say.counted(one, format));
  // Clashes are of the workspace as a whole; every dataset bears them.
  const clashes = identities.find((one) => one.clashes.length > 0)?.clashes ?? [];
  const told = clashes.map(({ code, customers }) => `! ${say[code](customers.join(", "))}`);
  return [...counts, ...told].flatMap((line) => wrap(inert(line), pageWidth));
}

type Format = ReturnType<typeof formats>;

interface PeopleSentences extends Readonly<Record<PeopleOf["clashes"][number]["code"], (ids: string) => string>> {
  readonly counted: (of: PeopleOf, format: Format) => string;
}

const peopleSentences: Readonly<Record<Language, PeopleSentences>> = {
  nl: {
    counted: ({ id, ids, customers }, format) => `${id}: ${format.number(ids)} klant-id’s zijn ${format.number(customers)} klanten.`,
    "identity-too-many": (ids) =>
      `Te veel id’s voor één klant, dus apart gelaten${ids === "" ? "" : ` (${ids} …)`}. Kijk of ze een gedeeld kenmerk hebben, zoals info@.`,
    "identity-apart": (ids) =>
      `Dezelfde klant volgens het ene, niet volgens het andere, dus apart gelaten${ids === "" ? "" : ` (${ids})`}.`,
  },
  en: {
    counted: ({ id, ids, customers }, format) => `${id}: ${format.number(ids)} customer ids are ${format.number(customers)} customers.`,
    "identity-too-many": (ids) =>
      `Too many ids for one customer, so left apart${ids === "" ? "" : ` (${ids} …)`}. See whether they share a mark, such as info@.`,
    "identity-apart": (ids) => `One customer by one mark and not by another, so left apart${ids === "" ? "" : ` (${ids})`}.`,
  },
};

type Loaded = (loaded: readonly LoadedRows[], all: number, format: Format) => string;

const sum = (loaded: readonly LoadedRows[], key: "rows" | "rejected" | "erased" | "expired"): number =>
  loaded.reduce((total, one) => total + (one[key] ?? 0), 0);

const sentences: Readonly<Record<Language, Loaded>> = {
  nl: (loaded, all, format) => {
    if (all === 0) return "Er zijn nog geen datasets. Zet er een in je werkmap onder datasets, met het bestand erbij.";
    if (loaded.length === 0) return "Er is niets veranderd; alles was al geladen.";
    const rejected = sum(loaded, "rejected");
    const refused =
      rejected === 0 ? "" : ` ${format.number(rejected)} ${rejected === 1 ? "regel is" : "regels zijn"} geweigerd en bewaard.`;
    const [erased, expired] = [sum(loaded, "erased"), sum(loaded, "expired")];
    const leftOut = [
      ...(erased > 0 ? [` ${format.number(erased)} van verwijderde personen weggelaten.`] : []),
      ...(expired > 0 ? [` ${format.number(expired)} weggelaten omdat de bewaartermijn voorbij is.`] : []),
    ].join("");
    return `${loaded.length === 1 ? "Eén dataset" : `${format.number(loaded.length)} datasets`} geladen: ${format.number(sum(loaded, "rows"))} rijen.${refused}${leftOut}`;
  },
  en: (loaded, all, format) => {
    if (all === 0) return "There are no datasets yet. Put one in your workspace under datasets, with its file.";
    if (loaded.length === 0) return "Nothing has changed; everything was loaded already.";
    const rejected = sum(loaded, "rejected");
    const refused = rejected === 0 ? "" : ` ${format.number(rejected)} ${rejected === 1 ? "line was" : "lines were"} refused and kept.`;
    const [erased, expired] = [sum(loaded, "erased"), sum(loaded, "expired")];
    const leftOut = [
      ...(erased > 0 ? [` ${format.number(erased)} of removed people left out.`] : []),
      ...(expired > 0 ? [` ${format.number(expired)} left out because their retention is over.`] : []),
    ].join("");
    return `${loaded.length === 1 ? "One dataset" : `${format.number(loaded.length)} datasets`} loaded: ${format.number(sum(loaded, "rows"))} rows.${refused}${leftOut}`;
  },
};
