import { ask, experiment, sampleSize, shapley } from "../dist/statistics/index.js";
import { Random } from "../dist/statistics/random.js";
import { coverage, falsePositives, foundShare } from "./experiment-simulations.mjs";
import { median } from "./measure.mjs";

/**
 * What the analysis of tests promises, on simulated tests, and how fast it is.
 * @param {{rounds: number}} options
 */
export function experiments({ rounds }) {
  const random = new Random(20261122);
  /** @param {any} input */
  const analyse = (input) => ask(experiment, input);
  const wrong = falsePositives(analyse, random, { tests: 20_000, looks: 50, customers: 40 });
  const metrics = /** @type {const} */ (["proportion", "mean", "ratio", "covariate"]);
  const intervals = metrics.map((metric) => ({ metric, ...coverage(analyse, random, metric, { tests: 20_000, customers: 500 }) }));
  const narrow = coverage(analyse, random, "covariate", { tests: 2_000, customers: 500 });
  const plain = coverage(analyse, random, "covariate", { tests: 2_000, customers: 500, adjusted: false });
  const plan = ask(sampleSize, { baseline: 0.2, effect: 0.1 });
  const power = foundShare(analyse, random, { tests: 20_000, customers: plan.control });
  return [
    { name: "A/A, 50 looks, sequential", value: wrong.sequential, unit: "", wish: "≤ 0.05" },
    { name: "A/A, one look", value: wrong.once, unit: "", wish: "0.045 – 0.055" },
    { name: "A/A, 50 looks, as if each were the only one", value: wrong.peeking, unit: "" },
    ...intervals.map(({ metric, covered }) => ({
      name: `95 % interval covers: ${metric}`,
      value: covered,
      unit: "",
      wish: "0.945 – 0.955",
    })),
    { name: "CUPED narrows to (correlation 0.8)", value: narrow.width / plain.width, unit: "", wish: "0.6" },
    { name: "power planned 0.8", value: power, unit: "", wish: "0.78 – 0.82" },
    { name: "360 analyses", value: median(Array.from({ length: rounds }, () => analyses(analyse, 360))), unit: "ms", wish: "≤ 100" },
    { name: "Shapley of 12 factors", value: median(Array.from({ length: rounds }, twelve)), unit: "ms", wish: "≤ 20" },
  ];
}

/**
 * @param {(input: any) => unknown} analyse
 * @param {number} count
 */
function analyses(analyse, count) {
  const start = performance.now();
  for (let index = 0; index < count; index++) {
    analyse({
      kind: "proportion",
      difference: "relative",
      control: { n: 10_000, sum: 1_000 + index },
      treatment: { n: 10_000, sum: 1_100 },
      prior: { mean: 0, variance: 0.09 },
      users: [10_000, 10_000],
    });
  }
  return performance.now() - start;
}

function twelve() {
  const start = performance.now();
  shapley((factors) => factors.reduce((product, factor) => product * factor, 1), Array(12).fill(1), Array(12).fill(1.1));
  return performance.now() - start;
}
