/**
 * The index at which the mean most likely changed: the start, from `earliest` to `latest`, of the stretch up to `end` whose distance
 * from the level `before` is the least likely by chance, largest S²/m with S the sum of its m scores less `before` (maximum likelihood for
 * normal scores, level before known; Hinkley 1970, Biometrika 57, 1–17). Example: 0, 0.3, 2.1, 1.8, 2.2 with before = 0 → 2.
 */
export function changePoint(scores: readonly (number | null)[], before: number, earliest: number, latest: number, end: number): number {
  let [sum, count, best, found] = [0, 0, -1, latest];
  for (let index = end; index >= earliest; index--) {
    const score = scores[index] ?? null;
    if (score === null) continue;
    sum += score - before;
    count++;
    if (index > latest || sum ** 2 / count <= best) continue;
    best = sum ** 2 / count;
    found = index;
  }
  return found;
}
