import { phraseAt } from "./phrases.ts";
import { opening, type Token } from "./tokens.ts";
import type { Field, Vocabulary } from "./vocabulary.ts";

/** Tokens `start` up to `end` that belong together: what stands between two commas, brackets, points or turns (`but`). */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** the sign before it; null at the start and after a turn */
  readonly opener: string | null;
}

/** What stands behind a label: `nulmeting: 210`. */
export interface FieldSpan {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
}

const dividers: ReadonlySet<string> = new Set([",", ";", ":", "(", ")", "|", "\n", "–", ".", "!", "?", "[", "]", "•", "…", "/"]);
/** Signs after which something new is said. */
export const strong: ReadonlySet<string> = new Set([";", "|", "\n", ".", "!", "?", "•"]);

export function clauses(tokens: readonly Token[], { turns }: Vocabulary): Clause[] {
  const found: Clause[] = [];
  let start = 0;
  let opener: string | null = null;
  const close = (end: number, next: number, sign: string | null) => {
    if (end > start) found.push({ start, end, opener });
    start = next;
    opener = sign;
  };
  for (let at = 0; at < tokens.length; at++) {
    if (divides(tokens, at)) close(at, at + 1, tokens[at]!.key);
    else if (at > start && tokens[at]!.opens & opening.turn && phraseAt(turns, tokens, at)) close(at, at, null);
  }
  close(tokens.length, tokens.length, null);
  return found;
}

function divides(tokens: readonly Token[], at: number): boolean {
  const { kind, key, glued } = tokens[at]!;
  if (kind !== "sign") return false;
  const next = tokens[at + 1];
  if (key === "-") return !glued && next !== undefined && !next.glued;
  if (key === "/") return !glued;
  if (!dividers.has(key)) return false;
  // The point of an abbreviation: max. 2, 30 sec. per
  const before = tokens[at - 1];
  const short = key === "." && glued && before?.kind === "word" && before.text.length <= 4 && next !== undefined;
  return !(short && (next.kind === "number" || /^(?:\p{Ll}|[QHK][1-4]$|FY)/u.test(next.text)));
}

/** The labelled fields of a form, in order. A label stands at the start or behind a sign, and a colon behind it. */
export function fields(tokens: readonly Token[], { labels }: Vocabulary): FieldSpan[] {
  const starts: { field: Field; label: number; start: number }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const opens = (tokens[at]!.opens & opening.label) !== 0 && (at === 0 || tokens[at - 1]!.kind === "sign");
    const label = opens ? phraseAt(labels, tokens, at) : null;
    // “Realiseerbaar/Realistisch:”
    const end = label && tokens[label.end]?.key === "/" ? label.end + 2 : label?.end;
    if (label && end !== undefined && /^[:=]$/.test(tokens[end]?.key ?? ""))
      starts.push({ field: label.meaning, label: at, start: end + 1 });
  }
  // “Action: reduce the backlog …”: a note that is all there is, is the KPI.
  if (starts.length === 1 && starts[0]!.field === "note" && starts[0]!.label === 0) return [];
  return starts.map(({ field, start }, index) => ({ field, start, end: starts[index + 1]?.label ?? tokens.length }));
}
