import { expect, test } from "vitest";
import { openLocalEngine } from "../../src/engine/index.ts";
import { folder, put } from "../load/folder.ts";

const helder = `helder: 1
name: Proef
language: nl
currency: EUR
timezone: Europe/Amsterdam
datasets:
  - {id: orders, file: orders.csv, key: id, time: on, customer: customer, join: {to: shops, on: {shop: code}}}
  - {id: people, file: people.csv, key: customer, customer: customer}
  - {id: shops, file: shops.csv, key: code}
metrics:
  - {id: revenue, type: sum, dataset: orders, of: amount}
  - {id: dutch, type: sum, dataset: orders, of: amount, where: people.country = 'NL'}
segments:
  - {id: home, dataset: people, where: "country = 'NL'"}
`;
const orders = "id,on,customer,amount,shop\n1,2026-01-05,a,10,x\n2,2026-01-20,b,5.25,y\n3,2026-03-02,a,7,x\n";

async function values(directory: string, metric: string, by: readonly string[] = []): Promise<unknown> {
  const engine = openLocalEngine(directory);
  try {
    const asked = { where: null, segment: null, from: null, to: null, asOf: "2026-04-30", compare: null } as const;
    const { series } = await engine.query({ metrics: [metric], grain: "total", by, ...asked });
    return series.map(({ segment, points }) => [...Object.values(segment), points[0]!.value]);
  } finally {
    await engine.close();
  }
}

test("joined datasets are loaded, and answers follow their data", async () => {
  const people = "customer,country\na,NL\nb,BE\n";
  const directory = folder({ "helder.yaml": helder, "orders.csv": orders, "people.csv": people, "shops.csv": "code,city\nx,Ede\n" });
  expect(await values(directory, "dutch")).toEqual([[17]]);
  expect(await values(directory, "revenue", ["city"])).toEqual([
    ["Ede", 17],
    [null, 5.25],
  ]);
  expect(await values(directory, "revenue", ["home"])).toEqual([
    [false, 5.25],
    [true, 17],
  ]);
  put(directory, "people.csv", "customer,country\na,BE\nb,NL\n");
  expect(await values(directory, "dutch")).toEqual([[5.25]]);
  expect(await values(directory, "revenue", ["home"])).toEqual([
    [false, 17],
    [true, 5.25],
  ]);
});

test("what cannot be loaded is missed only where it is used", async () => {
  const directory = folder({ "helder.yaml": helder, "orders.csv": orders, "people.csv": "customer,country\na,NL\n" });
  expect(await values(directory, "revenue", ["people.country"])).toEqual([
    ["NL", 17],
    [null, 5.25],
  ]);
  await expect(values(directory, "revenue", ["shops.city"])).rejects.toMatchObject({
    code: expect.stringMatching(/file|dataset/) as unknown,
  });
});
