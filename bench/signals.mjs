import { ask, signals } from "../dist/statistics/index.js";
import { Random } from "../dist/statistics/random.js";
import { falseEpisodes, foundShifts, kinds } from "./signal-simulations.mjs";

/** What the alarm rule promises, on 5,000 simulated series of a kind, with another generator than the one its limits were chosen with. */
export function signalsOfSeries() {
  const random = new Random(20261123);
  const count = 5_000;
  /** @param {any} input */
  const watch = (input) => ask(signals, input);
  const { independent, short, poisson5, poisson20, poisson1, wave, months, noSeason, related, relatedWave } = kinds;
  const undisturbed = Object.values(kinds).map((kind) => ({
    name: `false episodes per 90 periods: ${kind.name}`,
    value: falseEpisodes(watch, random, kind, count),
    unit: "",
    wish: "≤ 1",
  }));
  const asked = [
    { kind: independent, size: 2, within: 8, wish: "≥ 0.96" },
    { kind: short, size: 2, within: 8, wish: "≥ 0.95" },
    { kind: related, size: 2, within: 8, wish: "≥ 0.88" },
    { kind: related, size: 2, within: 12, wish: "≥ 0.95" },
    { kind: independent, size: 3, within: 8, wish: "≥ 0.99" },
    { kind: related, size: 3, within: 8, wish: "≥ 0.99" },
    { kind: poisson5, size: 2, within: 8 },
    { kind: poisson5, size: 3, within: 8, wish: "≥ 0.99" },
    { kind: poisson20, size: 2, within: 8, wish: "≥ 0.96" },
    { kind: poisson1, size: 3, within: 8 },
    { kind: wave, size: 2, within: 8, wish: "≥ 0.96" },
    { kind: months, size: 2, within: 8, wish: "≥ 0.96" },
    { kind: noSeason, size: 2, within: 8, wish: "≥ 0.96" },
    { kind: relatedWave, size: 2, within: 8 },
  ];
  const shifted = [0, 30].flatMap((after) =>
    asked.map(({ kind, size, within, wish }) => ({
      name: `${size}σ found within ${within}${after > 0 ? `, ${after} periods on` : ""}: ${kind.name}`,
      value: foundShifts(watch, random, kind, { count, size, within, after }),
      unit: "",
      ...(wish === undefined ? {} : { wish }),
    })),
  );
  return [...undisturbed, ...shifted];
}
