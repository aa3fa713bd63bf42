import { expect, test } from "vitest";
import { openLocalEngine } from "../../src/engine/index.ts";
import { folder, put } from "../load/folder.ts";

const helder = `helder: 1
name: Shop
language: en
currency: EUR
timezone: Europe/Amsterdam
datasets:
  - {id: orders, file: "orders-*.csv", time: on, customer: customer}
  - {id: people, file: people.csv, key: customer, customer: customer, time: since}
metrics:
  - {id: revenue, type: sum, dataset: orders, of: amount}
segments:
  - {id: back, dataset: orders, lapsed: 1 month}
`;

async function monthly(directory: string, by: string): Promise<Readonly<Record<string, unknown>>> {
  const engine = openLocalEngine(directory);
  try {
    const asked = {
      metrics: ["revenue"],
      grain: "month",
      by: [by],
      where: null,
      from: null,
      to: null,
      asOf: "2026-03-31",
      compare: null,
    } as const;
    const { series } = await engine.query(asked);
    return Object.fromEntries(series.map(({ segment, points }) => [String(Object.values(segment)[0]), points.map(({ value }) => value)]));
  } finally {
    await engine.close();
  }
}

test("what was answered before follows rows of other days that are joined to", async () => {
  const directory = folder({
    "helder.yaml": helder,
    "orders-1.csv": "on,customer,amount\n2026-01-05,a,10\n2026-02-20,b,5\n2026-03-02,a,1\n",
    "people.csv": "customer,country,since\na,NL,2020-01-01\nb,BE,2020-01-02\n",
  });
  expect(await monthly(directory, "country")).toEqual({ NL: [10, 0, 1], BE: [0, 5, 0] });
  put(directory, "people.csv", "customer,country,since\na,NL,2020-01-01\nb,NL,2020-01-02\n");
  expect(await monthly(directory, "country")).toEqual({ NL: [10, 5, 1] });
});

test("and rows of a later day that make a customer one of a segment, or no longer", async () => {
  const directory = folder({
    "helder.yaml": helder,
    "orders-1.csv": "on,customer,amount\n2026-01-05,a,10\n2026-01-20,b,5\n2026-02-02,a,1\n",
    "people.csv": "customer,country,since\na,NL,2020-01-01\n",
  });
  expect(await monthly(directory, "back")).toEqual({ true: [15, 1] });
  put(directory, "orders-2.csv", "on,customer,amount\n2026-03-20,b,7\n");
  expect(await monthly(directory, "back")).toEqual({ true: [10, 1, 0], false: [5, 0, 7] });
});
