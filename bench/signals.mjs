import { ask, signals } from "../dist/statistics/index.js";
import { Random } from "../dist/statistics/random.js";
import * as calendar from "../dist/calendar/index.js";
import * as notify from "../dist/notify/index.js";
import { judge } from "../dist/judge/index.js";
import { falseMessages, toldShifts } from "./alert-simulations.mjs";
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
  return [...undisturbed, ...shifted, ...messages()];
}

/** What of it reaches people: month after month through judging, telling and remembering what was told; 500 indicators of a kind. */
function messages() {
  const product = { calendar, notify, judge };
  const random = new Random(20261124);
  const count = 500;
  const undisturbed = Object.values(kinds).flatMap((kind) =>
    [false, true].map((targeted) => {
      let found = 0;
      for (let run = 0; run < count; run++) found += falseMessages(product, random, kind, targeted).length;
      return {
        name: `false messages per 90 months${targeted ? ", with a target" : ""}: ${kind.name}`,
        value: found / count,
        unit: "",
        wish: "≤ 1",
      };
    }),
  );
  const { independent, poisson20, wave, related } = kinds;
  const told = [independent, poisson20, wave, related].flatMap((kind) =>
    [
      { size: 2, within: 8 },
      { size: 2, within: 12 },
      { size: 3, within: 8 },
    ].map((asked) => ({
      name: `a change of ${asked.size}σ told within ${asked.within} months: ${kind.name}`,
      value: toldShifts(product, random, kind, { count, ...asked }),
      unit: "",
    })),
  );
  return [...undisturbed, ...told];
}
