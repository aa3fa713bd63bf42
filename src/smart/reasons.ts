import { strong } from "./clauses.ts";
import { phraseAt } from "./phrases.ts";
import type { Sentence } from "./sentence.ts";
import { opening } from "./tokens.ts";

/** Why a target is within reach, as the sentence gives it: tokens `start` up to `end`. */
export interface Reason {
  readonly start: number;
  readonly end: number;
  /** a noun phrase (`dankzij …`) may be followed by the target itself without a comma */
  readonly clause: boolean;
  readonly opens: boolean;
}

export function reasons(sentence: Sentence): Reason[] {
  const { tokens, own, fields } = sentence;
  const found: Reason[] = [];
  for (const { field, start, end } of fields) {
    if (
      field === "reason" &&
      tokens.slice(start, end).some(({ kind, key }) => kind === "number" || (kind === "word" && !own.stop.has(key)))
    ) {
      found.push({ start, end, clause: true, opens: false });
    }
  }
  if ((sentence.opens & opening.reason) === 0) return found;
  for (let at = 0; at < tokens.length; at++) {
    if ((tokens[at]!.opens & opening.reason) === 0) continue;
    const reason = sentence.inPeriod(at) || found.some(({ start, end }) => at >= start && at < end) ? null : reasonAt(sentence, at);
    if (reason) found.push(reason);
  }
  return found;
}

function reasonAt(sentence: Sentence, at: number): Reason | null {
  const { tokens, own } = sentence;
  const phrase = phraseAt(own.reasons, tokens, at);
  if (!phrase || (phrase.end >= tokens.length && phrase.meaning !== "enabling")) return null;
  const clause = sentence.clauses.find(({ start, end }) => at >= start && at < end);
  if (!clause) return null;
  if (phrase.meaning === "enabling") return { start: clause.start, end: clause.end, clause: true, opens: false };
  const opens = clause.start === at && (clause.opener === null || strong.has(clause.opener));
  if (phrase.meaning === "agent" && !isCause(sentence, at, phrase.end, clause.end, opens)) return null;
  return { start: at, end: endOf(sentence, at, opens), clause: phrase.meaning === "clause", opens };
}

/** `door extra avonden te openen`, `by buying a van`: a cause; `door klanten beoordeeld`, `by the team`: who did it. */
function isCause({ tokens, own }: Sentence, at: number, after: number, end: number, opens: boolean): boolean {
  const rest = tokens.slice(after, end);
  if (own.gerundLeads.has(tokens[at]!.key)) return /^\p{L}{2,}ing$/u.test(rest[0]?.key ?? "") && !own.vague.has(rest[0]!.key);
  for (let i = Math.max(0, at - 3); i < at; i++) if (phraseAt(own.agreeing, tokens, i) || phraseAt(own.contesting, tokens, i)) return false;
  for (let i = after; i < end; i++) if (phraseAt(own.agreeing, tokens, i) || phraseAt(own.contesting, tokens, i)) return false;
  // “through the app” is a channel, “verkocht door de showroom” who did it.
  const doer = own.channels.has(tokens[at]!.key) || own.isParticiple(tokens[at - 1]?.key ?? "");
  if (doer && own.articles.has(rest[0]?.key ?? "")) return false;
  if (rest.some(({ key }) => own.infinitive.has(key))) return true;
  const words = rest.filter(({ kind, key }) => kind === "word" && !own.articles.has(key));
  const noun = words.find(({ key }) => !own.isAdjective(key) && !own.adjectives.has(key)) ?? words[0];
  if (!noun || own.people.test(noun.key) || own.parties.has(noun.key)) return false;
  return opens || !own.stop.has(noun.key);
}

/** An opening reason ends at its comma; another runs to the end of what is said, or to the next agreement. */
function endOf({ tokens, own, clauses }: Sentence, at: number, opens: boolean): number {
  for (const { start, opener } of clauses) {
    if (start <= at || opener === null) continue;
    if (opens || strong.has(opener) || opener === "(" || opener === ")") return start - 1;
    for (let i = start; i < Math.min(tokens.length, start + 6); i++) {
      if (phraseAt(own.agreeing, tokens, i) || phraseAt(own.contesting, tokens, i)) return start - 1;
    }
  }
  return tokens.length;
}
