import type { Framework } from "./framework.ts";
import type { Comment, Cpi, Kpi } from "./kpi.ts";

/** More is a meeting. */
export const mostSentences = 3;

/** How many sentences a text has. A point within a number, or before a small letter, ends none. */
export function sentencesIn(text: string): number {
  return text
    .trim()
    .split(/[.!?…]+["”’)]*\s+(?![\p{Ll}])|\n+/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

/** The ids that a text calls by `@`, each once, as they were typed; an address of mail calls nobody. */
export function mentionsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/(?<![\p{L}\p{N}._-])@([\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?)/gu)].map(([, id]) => id!))];
}

/** Whom a comment can name: teams, stakeholders, and whoever owns an indicator. */
export function ownersOf({ teams, stakeholders, kpis, cpis }: Framework): ReadonlySet<string> {
  const typed = [...kpis, ...cpis].flatMap(({ owner }) => owner ?? []);
  return new Set([...teams.map(({ id }) => id), ...stakeholders.map(({ id }) => id), ...typed]);
}

/** Per owner who was named and did not write on the same indicator since: the comment that waits the longest. */
export function unanswered({ comments = [] }: Kpi | Cpi): ReadonlyMap<string, Comment> {
  const open = new Map<string, Comment>();
  // Comments of one day stand in the order in which they were written.
  for (const comment of comments.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    open.delete(comment.by);
    for (const who of mentionsIn(comment.text)) if (who !== comment.by && !open.has(who)) open.set(who, comment);
  }
  return open;
}
