import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openJournal } from "../../src/journal/index.ts";
import { folder } from "../load/folder.ts";
import { within } from "./within.ts";

const yaml = `helder: 1
name: Shop
language: en
timezone: Europe/Amsterdam
datasets:
  - {id: orders, file: orders.csv, time: on, customer: customer, key: order, identity: {same: [card], most: 5}}
  - {id: merges, file: merges.csv, identity: {same: [old_id, new_id]}}
  - {id: events, connector: {type: events}, time: timestamp, customer: user_id}
metrics:
  - {id: orders, type: count, dataset: orders}
`;

/** The lines that end in # are one person's: 42, before that 17, before that 5, as a guest by card k-1, and as visitor w-9. */
const files = {
  "orders.csv": [
    "order,on,customer,card",
    "o1,2026-01-02,42,K-1#",
    "o2,2026-01-03,,k-1 #",
    "o3,2026-01-04,17,#",
    "o4,2026-01-05,5,#",
    "o5,2026-01-05,w-9,#",
    "o6,2026-01-06,77,k-2",
    "o7,2026-01-06,,k-2",
    // A card that the shop lends to whoever has none is no one's own.
    ...["42#", "77", "81", "82", "83", "84", "85"].map(
      (customer, at) => `s${at},2026-01-07,${customer.replace("#", "")},shop${customer.endsWith("#") ? "#" : ""}`,
    ),
    "o8,2026-01-08,,shop",
    // The same text in another column is another thing.
    "o9,2026-01-09,k-1,",
  ],
  "merges.csv": ["old_id,new_id", "17,42#", "5,17#", "76,77"],
};
const sent = [
  { type: "alias", messageId: "m1", userId: "42", previousId: "w-9" },
  { type: "page", messageId: "m2", anonymousId: "w-9" },
  { type: "alias", messageId: "m3", userId: "42", previousId: "shared-device" },
  { type: "alias", messageId: "m4", userId: "77", previousId: "shared-device" },
  { type: "page", messageId: "m5", anonymousId: "shared-device" },
];

function shop(withHer: boolean): string {
  const texts = Object.entries(files).map(([name, lines]) => [
    name,
    `${lines
      .filter((line) => withHer || !line.endsWith("#"))
      .map((line) => line.replace(/#$/, ""))
      .join("\n")}\n`,
  ]);
  const directory = folder({ "helder.yaml": yaml, ...Object.fromEntries(texts) });
  mkdirSync(join(directory, ".helder"));
  const journal = openJournal(join(directory, ".helder"));
  journal.appendEvents([{ at: "2026-01-05T10:00:00.000Z", events: JSON.stringify(sent.filter((one) => withHer || one.messageId > "m3")) }]);
  journal.close();
  return directory;
}

const customers = (directory: string) =>
  within(directory, async (engine) => {
    await engine.load({ datasets: null });
    const base = { grain: "total", where: null, from: null, to: null, compare: null, asOf: "2026-05-01" } as const;
    return (await engine.query({ ...base, metrics: ["orders"], by: ["customer"] })).series;
  });

test.each(["42", "17", "5", "w-9"])(
  "a person who is removed by %s goes under all ids that are tied: merges, marks, aliases",
  async (customer) => {
    const directory = shop(true);
    await customers(directory);
    const result = await within(directory, (engine) => engine.erase({ customer, confirmed: true, command: "helder erase" }));
    expect(result).toMatchObject({ erased: true, left: 0 });
    expect(Object.fromEntries(result.removed.map(({ place, rows }) => [place, rows]))).toMatchObject({
      "warehouse/orders": 6,
      "warehouse/merges": 2,
      journal: 3,
    });
    expect(result.files).toEqual([
      { file: "orders.csv", rows: 6, lines: [2, 3, 4, 5, 6, 9] },
      { file: "merges.csv", rows: 2, lines: [2, 3] },
    ]);
    expect(await customers(directory)).toEqual(await customers(shop(false)));
    const journal = readdirSync(join(directory, ".helder")).filter((name) => name.startsWith("journal"));
    for (const name of journal) expect(readFileSync(join(directory, ".helder", name), "latin1")).not.toContain("w-9");
  },
);
