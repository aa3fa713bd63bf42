/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/**
 * Times each of the tasks in turn, round after round, after one round that is not counted.
 * @template {string} Name
 * @param {Record<Name, () => unknown>} tasks
 * @param {number} rounds
 * @returns {Promise<Record<Name, number>>} median milliseconds
 */
export async function interleaved(tasks, rounds) {
  const names = /** @type {Name[]} */ (Object.keys(tasks));
  const times = /** @type {Record<Name, number[]>} */ (Object.fromEntries(names.map((name) => [name, /** @type {number[]} */ ([])])));
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      await tasks[name]();
      if (round > 0) times[name].push(performance.now() - start);
    }
  }
  return /** @type {Record<Name, number>} */ (Object.fromEntries(names.map((name) => [name, median(times[name])])));
}
