import { expect, test } from "vitest";
import { openLocalEngine } from "../../src/engine/index.ts";
import { folder, put } from "../load/folder.ts";

const helder = (land: string) => `helder: 1
name: Proef
language: nl
currency: EUR
timezone: Europe/Amsterdam
datasets:
  - {id: orders, file: orders.csv, key: id, time: on, customer: customer}
  - {id: people, file: people.csv, key: customer, customer: customer}
metrics:
  - {id: revenue, type: sum, dataset: orders, of: amount}
  - {id: home, type: sum, dataset: orders, of: amount, segment: home}
segments:
  - {id: home, dataset: people, where: "country = '${land}'"}
  - {id: away, dataset: orders, lapsed: 1 month}
`;
const orders = "id,on,customer,amount\n1,2026-01-05,a,10\n2,2026-01-20,b,5.25\n3,2026-03-02,a,7\n";

async function values(directory: string, metric: string, segment: string | null, asOf = "2026-04-30"): Promise<unknown> {
  const engine = openLocalEngine(directory);
  try {
    const { series } = await engine.query({
      metrics: [metric],
      grain: "total",
      by: [],
      where: null,
      segment,
      from: null,
      to: null,
      asOf,
      compare: null,
    });
    return series[0]!.points[0]!.value;
  } finally {
    await engine.close();
  }
}

test("a segment's dataset is loaded, and what was answered before follows its data, its rule and the day", async () => {
  const directory = folder({ "helder.yaml": helder("NL"), "orders.csv": orders, "people.csv": "customer,country\na,NL\nb,BE\n" });
  expect(await values(directory, "home", null)).toBe(17);
  expect(await values(directory, "revenue", "home")).toBe(17);
  put(directory, "people.csv", "customer,country\na,NL\nb,NL\n");
  expect(await values(directory, "home", null)).toBe(22.25);
  expect(await values(directory, "revenue", "home")).toBe(22.25);
  put(directory, "helder.yaml", helder("BE"));
  expect(await values(directory, "home", null)).toBe(0);

  expect(await values(directory, "revenue", "away")).toBe(22.25);
  expect(await values(directory, "revenue", "away", "2026-03-31")).toBe(5.25);
});
