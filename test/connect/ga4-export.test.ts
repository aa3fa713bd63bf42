import { expect, test } from "vitest";
import { folderWith, type } from "../cli/terminal.ts";

const event = (name: string, microseconds: string, ecommerce: object | null) =>
  JSON.stringify({
    event_date: "20231215",
    event_timestamp: microseconds,
    event_name: name,
    event_params: [{ key: "ga_session_id", value: { string_value: null, int_value: "1702642286" } }],
    user_pseudo_id: "107079580.1702642286",
    ecommerce,
  });

test("of the BigQuery export of GA4 a purchase that is there twice counts once, and its refund is another row", async () => {
  const first = { transaction_id: "T1", purchase_revenue: "10.5" };
  const lines = [
    event("purchase", "1702643009060308", first),
    event("page_view", "1702643009060400", null),
    event("page_view", "1702643009060500", null),
    event("purchase", "1702643009060999", first),
    event("refund", "1702743009060308", { transaction_id: "T1", purchase_revenue: "-10.5" }),
    event("purchase", "1702743009060308", { transaction_id: "T2", purchase_revenue: "3.25" }),
  ];
  const dataset = (id: string, where: string) => `
  - id: ${id}
    file: events-*.jsonl
    key: [event_name, ecommerce.transaction_id]
    time: event_timestamp
    where: event_name = '${where}'
    format: {date: epoch-us}`;
  const { directory, dispose } = await folderWith({
    "helder.yaml": `helder: 1
name: Shop
datasets:${dataset("purchases", "purchase")}${dataset("views", "page_view")}
metrics:
  - {id: revenue, type: sum, dataset: purchases, of: ecommerce.purchase_revenue}
  - {id: views, type: count, dataset: views}
`,
    "events-20231215.jsonl": lines.slice(0, 3).join("\n"),
    "events-20231216.jsonl": lines.slice(3).join("\n"),
  });
  const said = await type("query", "revenue", "views", "--grain", "total", "--json", "--workspace", directory);
  await dispose();
  const { series } = JSON.parse(said.out);
  expect(series.map(({ points }: { points: { value: number }[] }) => points[0]!.value)).toEqual([13.75, 2]);
});
