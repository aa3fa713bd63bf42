import type { Language } from "../framework/index.ts";
import { formats } from "../locale/index.ts";
import { inert, printed } from "./inert.ts";
import { paintIn } from "./paint.ts";
import { cell, type Column, pageWidth, table } from "./table.ts";
import { wrap } from "./width.ts";

/** What removing a person did, or would do. */
export interface ErasedRows {
  readonly erased: boolean;
  readonly removed: readonly { readonly place: string; readonly before: number; readonly after: number }[];
  readonly left: number;
  readonly files: readonly { readonly file: string; readonly rows: number; readonly lines: readonly number[] }[];
  readonly unread: readonly string[];
}

const words = {
  nl: { place: "Plaats", before: "Voor", after: "Na", at: "Wanneer", customer: "Klant (hash)", rows: "Rijen", command: "Opdracht" },
  en: { place: "Place", before: "Before", after: "After", at: "When", customer: "Customer (hash)", rows: "Rows", command: "Command" },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;

/** What `helder erase` prints: what was found or removed by place, and the user's own files in which the person still stands. */
export function erasedText(result: ErasedRows, language: Language): string {
  const word = words[language];
  const format = formats(language);
  const columns: Column[] = [
    { title: word.place, align: "left", least: 12, spare: null },
    { title: word.before, align: "right", least: null, spare: null },
    ...(result.erased ? [{ title: word.after, align: "right" as const, least: null, spare: null }] : []),
  ];
  const rows = result.removed.map(({ place, before, after }) => [
    cell(place),
    cell(format.number(before)),
    ...(result.erased ? [cell(format.number(after))] : []),
  ]);
  const said = sentences[language];
  const files = result.files.map(({ file, rows: count, lines }) => {
    const shown = lines.slice(0, mostLines).join(", ");
    return `  ${inert(file)}: ${shown}${count > Math.min(lines.length, mostLines) ? " …" : ""}`;
  });
  return printed([
    wrap(said.head(result), pageWidth),
    rows.length === 0 ? [] : table(columns, rows, paintIn(false)),
    files.length === 0 ? [] : [...wrap(said.files, pageWidth), ...files],
    result.unread.length === 0 ? [] : wrap(said.unread(result.unread.map(inert).join(", ")), pageWidth),
  ]);
}

const mostLines = 20;

const sentences = {
  nl: {
    head: ({ erased, removed, left }: ErasedRows) =>
      !erased
        ? removed.length === 0
          ? "Helder bewaart niets van deze persoon."
          : "Dit bewaart Helder van deze persoon:"
        : left > 0
          ? `Er staan nog ${left} rijen van deze persoon. Probeer het opnieuw.`
          : "Deze persoon is verwijderd: er is niets meer van over in wat Helder bewaart.",
    files: "In je eigen bestanden staat deze persoon nog, op deze regels. Haal ze daar zelf weg; Helder leest ze niet meer in.",
    unread: (ids: string) => `Deze datasets zijn nu niet te lezen, dus daarvan is niets bekend: ${ids}.`,
  },
  en: {
    head: ({ erased, removed, left }: ErasedRows) =>
      !erased
        ? removed.length === 0
          ? "Helder keeps nothing of this person."
          : "This is what Helder keeps of this person:"
        : left > 0
          ? `${left} rows of this person are still there. Try again.`
          : "This person is removed: nothing is left in what Helder keeps.",
    files: "Your own files still hold this person, on these lines. Remove them there yourself; Helder no longer reads them.",
    unread: (ids: string) => `These datasets cannot be read now, so nothing is known of them: ${ids}.`,
  },
} as const;

/** A removal as the record tells it. */
export interface RecordedErasure {
  readonly at: string;
  readonly command: string;
  readonly customer: string;
  readonly removed: readonly { readonly rows: number }[];
}

/** What `helder erase --list` prints. */
export function erasuresText(erasures: readonly RecordedErasure[], language: Language): string {
  const word = words[language];
  const none = { nl: "Er is nog niemand verwijderd.", en: "Nobody has been removed yet." };
  if (erasures.length === 0) return printed([[none[language]]]);
  const columns: Column[] = [
    { title: word.at, align: "left", least: null, spare: null },
    { title: word.customer, align: "left", least: 16, spare: null },
    { title: word.rows, align: "right", least: null, spare: null },
    { title: word.command, align: "left", least: null, spare: 1 },
  ];
  const rows = erasures.map(({ at, command, customer, removed }) => [
    cell(at.slice(0, 16).replace("T", " ")),
    cell(customer.slice(0, 16)),
    cell(String(removed.reduce((sum, one) => sum + one.rows, 0))),
    cell(command),
  ]);
  return printed([table(columns, rows, paintIn(false))]);
}
