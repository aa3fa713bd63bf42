// Simulated tests of which the truth is known; the tests of the statistics room run a tenth of what `npm run bench -- experiments` runs.

/** @typedef {{uniform: () => number, normal: () => number}} Generator */
/** @typedef {"proportion" | "mean" | "ratio" | "covariate"} Metric */
/** @typedef {import("../src/statistics/index.ts").ExperimentResult} Result */
/** @typedef {(input: any) => Result} Analyse */

/**
 * Raw sums of an arm, to which customers can be added.
 * @param {Metric} metric
 * @param {number} lift the arm's true lift
 * @param {Generator} random
 */
function arm(metric, lift, random) {
  const sums = { n: 0, sum: 0, sumSquares: 0, denominatorSum: 0, denominatorSumSquares: 0, crossSum: 0 };
  const covariate = { sum: 0, sumSquares: 0, crossSum: 0 };
  return {
    /** @param {number} customers */
    add(customers) {
      for (let customer = 0; customer < customers; customer++) {
        let [x, below, earlier] = [0, 1, 0];
        if (metric === "proportion") x = random.uniform() < 0.2 * (1 + lift) ? 1 : 0;
        else if (metric === "mean") x = -50 * (1 + lift) * Math.log(1 - random.uniform());
        else if (metric === "ratio") {
          below = 1 + Math.floor(4 * random.uniform());
          x = below * (20 + 10 * random.normal()) * (1 + lift);
        } else {
          earlier = random.normal();
          x = 10 * (1 + lift) + 0.8 * earlier + 0.6 * random.normal();
        }
        sums.n++;
        sums.sum += x;
        sums.sumSquares += x * x;
        sums.denominatorSum += below;
        sums.denominatorSumSquares += below * below;
        sums.crossSum += x * below;
        covariate.sum += earlier;
        covariate.sumSquares += earlier * earlier;
        covariate.crossSum += x * earlier;
      }
    },
    /** @param {boolean} adjusted */
    sums(adjusted) {
      const { n, sum, sumSquares, denominatorSum, denominatorSumSquares, crossSum } = sums;
      if (metric === "proportion") return { n, sum };
      if (metric === "ratio") return { n, sum, sumSquares, denominatorSum, denominatorSumSquares, crossSum };
      return metric === "covariate" && adjusted ? { n, sum, sumSquares, covariate: { ...covariate } } : { n, sum, sumSquares };
    },
  };
}

/** @param {Metric} metric */
function kindOf(metric) {
  return metric === "covariate" ? "mean" : metric;
}

/**
 * Share of tests without any effect that are called significant: when looking once, at every look, and at every look sequentially.
 * @param {Analyse} analyse
 * @param {Generator} random
 * @param {{tests: number, looks: number, customers: number}} size customers per arm and look
 */
export function falsePositives(analyse, random, { tests, looks, customers }) {
  const found = { once: 0, peeking: 0, sequential: 0 };
  for (let run = 0; run < tests; run++) {
    const [a, b] = [arm("mean", 0, random), arm("mean", 0, random)];
    let [peeked, sequential, last] = [false, false, false];
    for (let look = 0; look < looks; look++) {
      a.add(customers);
      b.add(customers);
      const input = { kind: "mean", control: a.sums(false), treatment: b.sums(false) };
      last = analyse(input).pValue < 0.05;
      peeked ||= last;
      sequential ||= analyse({ ...input, sequential: { tuning: looks * customers } }).pValue < 0.05;
    }
    found.once += last ? 1 / tests : 0;
    found.peeking += peeked ? 1 / tests : 0;
    found.sequential += sequential ? 1 / tests : 0;
  }
  return found;
}

/**
 * Share of 95 % intervals that hold the true lift of 10 %, and how wide they are on average; with CUPED for `covariate`.
 * @param {Analyse} analyse
 * @param {Generator} random
 * @param {Metric} metric
 * @param {{tests: number, customers: number, adjusted?: boolean}} size customers per arm
 */
export function coverage(analyse, random, metric, { tests, customers, adjusted = true }) {
  let [covered, width] = [0, 0];
  for (let run = 0; run < tests; run++) {
    const [a, b] = [arm(metric, 0, random), arm(metric, 0.1, random)];
    a.add(customers);
    b.add(customers);
    const { interval } = analyse({ kind: kindOf(metric), difference: "relative", control: a.sums(adjusted), treatment: b.sums(adjusted) });
    const [low, high] = [interval[0] ?? -Infinity, interval[1] ?? Infinity];
    covered += low <= 0.1 && 0.1 <= high ? 1 / tests : 0;
    width += (high - low) / tests;
  }
  return { covered, width };
}

/**
 * Share of tests of a proportion with a lift of 10 % that find it.
 * @param {Analyse} analyse
 * @param {Generator} random
 * @param {{tests: number, customers: number}} size customers per arm
 */
export function foundShare(analyse, random, { tests, customers }) {
  let found = 0;
  for (let run = 0; run < tests; run++) {
    const [a, b] = [arm("proportion", 0, random), arm("proportion", 0.1, random)];
    a.add(customers);
    b.add(customers);
    const { pValue } = analyse({ kind: "proportion", difference: "relative", control: a.sums(false), treatment: b.sums(false) });
    found += pValue < 0.05 ? 1 / tests : 0;
  }
  return found;
}
