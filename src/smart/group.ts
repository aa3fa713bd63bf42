import { nounAt, range } from "./content.ts";
import type { Quantity } from "./quantity.ts";
import type { Sentence } from "./sentence.ts";

/** The group that a number is a part of (`80 % van de klanten`, `van de nieuwe klanten hebben 100 …`), as token indexes; null where none is named. */
export function groupOf(sentence: Sentence, target: Quantity): number[] | null {
  const share = target.kind === "percent" || target.kind === "share";
  return (share ? behind(sentence, target) : null) ?? groupBefore(sentence, target);
}

function behind(sentence: Sentence, { kind, end }: Quantity): number[] | null {
  const { tokens, own } = sentence;
  const linked = own.of.has(tokens[end]?.key ?? "");
  const noun = nounAt(sentence, kind === "percent" && linked ? end + 1 : end);
  if (!noun) return null;
  const { key } = tokens[noun.head]!;
  // “90 % tevreden klanten” is a group; “10 % stijgen” is not.
  const plain = own.isPlural(key) && !own.changes.has(key) && !own.verbs.has(key);
  return kind === "share" || linked || plain ? range(noun.start, noun.head) : null;
}

/** `Van de nieuwe klanten hebben 100 …`, `Of the new customers, 100 …` */
export function groupBefore(sentence: Sentence, target: Quantity): number[] | null {
  const { tokens, own, clauses } = sentence;
  for (const { start } of clauses) {
    if (start >= target.start) return null;
    if (!own.of.has(tokens[start]!.key) || !own.articles.has(tokens[start + 1]?.key ?? "")) continue;
    const noun = nounAt(sentence, start + 1);
    if (noun && noun.head < target.start && own.isPlural(tokens[noun.head]!.key)) return range(noun.start, noun.head);
  }
  return null;
}
