import { expect, test } from "vitest";
import { falseMessages, toldShifts } from "../../bench/alert-simulations.mjs";
import { kinds } from "../../bench/signal-simulations.mjs";
import * as calendar from "../../src/calendar/index.ts";
import { judge } from "../../src/judge/index.ts";
import * as notify from "../../src/notify/index.ts";
import { Random } from "../../src/statistics/random.ts";

const product = { calendar, notify, judge };
/** `npm run bench -- signals` tells 500 of a kind. */
const count = 24;

test("where nothing changed, at most one message in 90 months reaches whoever asked for them", { timeout: 120_000 }, () => {
  let all = 0;
  for (const kind of Object.values(kinds)) {
    const random = new Random(20_261_124);
    let found = 0;
    for (let run = 0; run < count; run++) found += falseMessages(product, random, kind, true).length;
    all += found;
    // Of so few runs a mean of one strays by a fifth.
    expect(found / count, kind.name).toBeLessThanOrEqual(1.4);
  }
  expect(all / count / Object.keys(kinds).length).toBeLessThanOrEqual(0.75);
});

test("what changes for the worse is told all the same", { timeout: 120_000 }, () => {
  for (const kind of [kinds.independent, kinds.wave]) {
    expect(toldShifts(product, new Random(11), kind, { count: 40, size: 2, within: 12 }), kind.name).toBeGreaterThanOrEqual(0.9);
    expect(toldShifts(product, new Random(12), kind, { count: 40, size: 3, within: 8 }), kind.name).toBeGreaterThanOrEqual(0.9);
  }
});
