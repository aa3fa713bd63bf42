const longestWord = 100;

/**
 * The candidate that `word` was probably meant to be, or null: the nearest by edit distance (a swap of neighbours counts as one, case
 * as none), at most one edit per three characters. Ties go to the first in code-unit order, whatever the order of the candidates.
 */
export function suggest(word: string, candidates: Iterable<string>): string | null {
  const typed = word.toLowerCase();
  if (typed.length > longestWord) return null;
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    const allowed = Math.min(Math.floor(Math.max(typed.length, known.length) / 3), bestDistance);
    if (Math.abs(known.length - typed.length) > allowed) continue;
    const distance = editDistance(typed, known);
    if (distance > allowed || (distance === bestDistance && best !== null && best <= candidate)) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

/**
 * The one candidate that `word` is a slip of the pen for: no other is as near, it is one edit away or differs in case alone, and the
 * edit is no digit, because `q3` is not a slip for `q4`. Null where there is none, or a choice.
 */
export function slip(word: string, candidates: Iterable<string>): string | null {
  const typed = word.toLowerCase();
  if (typed.length > longestWord) return null;
  const near = new Set<string>();
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    if (Math.max(typed.length, known.length) < shortestSlip || Math.abs(known.length - typed.length) > 1) continue;
    if (candidate !== word && editDistance(typed, known) <= 1) near.add(candidate);
  }
  const [only, other] = near;
  return only !== undefined && other === undefined && digits(only) === digits(word) ? only : null;
}

/** Shorter words are one edit away from too many others. */
const shortestSlip = 3;

function digits(word: string): string {
  return word.replace(/\D/g, "");
}

/** Damerau–Levenshtein distance in its restricted form: no part is edited twice. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
