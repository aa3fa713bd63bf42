// Series of which the truth is known; the tests of the statistics room run a tenth of what `npm run bench -- signals` runs.

/** @typedef {{uniform: () => number, normal: () => number}} Generator */
/** @typedef {(input: {y: number[], baseline: number, season: number | null}) => {alarms: readonly {foundAt: number, direction: string}[]}} Watch */
/**
 * A kind of series around a level, with a spread of 1 (for counts: √mean).
 * @typedef {{name: string, baseline: number, season: number | null, memory?: number, counts?: number, wave?: number, effects?: number}} Kind
 */

export const kinds = /** @satisfies {Record<string, Kind>} */ ({
  independent: { name: "independent", baseline: 36, season: null },
  short: { name: "independent, baseline 24", baseline: 24, season: null },
  poisson5: { name: "Poisson, mean 5", baseline: 36, season: null, counts: 5 },
  poisson20: { name: "Poisson, mean 20", baseline: 36, season: null, counts: 20 },
  poisson1: { name: "Poisson, mean 1", baseline: 36, season: null, counts: 1 },
  wave: { name: "season, a wave of 2σ", baseline: 60, season: 12, wave: 2 },
  months: { name: "season, months of ±1σ", baseline: 60, season: 12, effects: 1 },
  noSeason: { name: "season expected, none there", baseline: 60, season: 12 },
  related: { name: "ρ = 0.3", baseline: 36, season: null, memory: 0.3 },
  relatedWave: { name: "ρ = 0.3 and a season", baseline: 60, season: 12, memory: 0.3, wave: 2 },
});

/**
 * @param {Kind} kind
 * @param {Generator} random
 * @param {number} length
 * @param {{at: number, size: number}} [shift] a lasting one, in spreads
 */
export function series({ memory = 0, counts = 0, wave = 0, effects = 0 }, random, length, shift = { at: length, size: 0 }) {
  const phase = 12 * random.uniform();
  const months = Array.from({ length: 12 }, (_, month) => wave * Math.sin((Math.PI * (month + phase)) / 6) + effects * random.normal());
  let error = random.normal();
  return Array.from({ length }, (_, index) => {
    if (index > 0) error = memory * error + Math.sqrt(1 - memory ** 2) * random.normal();
    const level = index >= shift.at ? shift.size : 0;
    if (counts > 0) return poisson(counts + level * Math.sqrt(counts), random);
    return 100 + 10 * (level + (months[index % 12] ?? 0) + error);
  });
}

/**
 * By multiplying uniforms (Knuth); for small means.
 * @param {number} mean
 * @param {Generator} random
 */
function poisson(mean, random) {
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = random.uniform(); product > floor; product *= random.uniform()) count++;
  return count;
}

/**
 * Episodes found per 90 periods in which nothing changed.
 * @param {Watch} watch
 * @param {Generator} random
 * @param {Kind} kind
 * @param {number} count
 */
export function falseEpisodes(watch, random, kind, count) {
  let found = 0;
  for (let run = 0; run < count; run++) {
    const y = series(kind, random, kind.baseline + 90);
    found += watch({ y, baseline: kind.baseline, season: kind.season }).alarms.length;
  }
  return found / count;
}

/**
 * Share of lasting shifts (up and down in turn; counts only up) found in their direction within so many periods.
 * @param {Watch} watch
 * @param {Generator} random
 * @param {Kind} kind
 * @param {{count: number, size: number, within: number, after: number}} asked `after`: undisturbed periods between baseline and shift
 */
export function foundShifts(watch, random, kind, { count, size, within, after }) {
  let found = 0;
  for (let run = 0; run < count; run++) {
    const up = kind.counts !== undefined || run % 2 === 0;
    const at = kind.baseline + after;
    const y = series(kind, random, at + within, { at, size: up ? size : -size });
    const { alarms } = watch({ y, baseline: kind.baseline, season: kind.season });
    if (alarms.some(({ foundAt, direction }) => foundAt >= at && direction === (up ? "up" : "down"))) found++;
  }
  return found / count;
}
