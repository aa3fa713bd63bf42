import { expect, test } from "vitest";
import { makeExample, openLocalEngine } from "../../src/engine/index.ts";
import { simulations } from "../../src/simulate/index.ts";
import { folder } from "../load/folder.ts";

test.each(Object.keys(simulations))("%s raises no false alarm, whatever the season", { timeout: 300_000 }, async (name) => {
  const directory = folder();
  await makeExample(directory, name, "2026-11-24", "en");
  const engine = openLocalEngine(directory, { now: () => Date.UTC(2026, 10, 24, 12) });
  try {
    expect((await engine.load({ datasets: null })).quality).toEqual([]);
    for (const asOf of ["2026-01-06", "2026-05-12", "2026-08-20"]) {
      const { report } = await engine.run({ asOf });
      expect(report.quality.map(({ dataset, code, column, params }) => [asOf, dataset, code, column, params])).toEqual([]);
    }
  } finally {
    await engine.close();
  }
});
