import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogue, cataloguePhases } from "../../src/catalogue/index.ts";
import { isTyped } from "../../src/framework/index.ts";
import { parse } from "../../src/workspace/index.ts";

const page = readFileSync(new URL("../../docs/catalogue.md", import.meta.url), "utf8");

/** The rows of the table under a heading, without its head. */
function rowsUnder(heading: string): string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  return section!
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2);
}

test.each(cataloguePhases)("docs/catalogue.md has the KPIs of the phase %s as they are", (phase) => {
  const heading = { see: "See", think: "Think", do: "Do", care: "Care" }[phase];
  expect(rowsUnder(heading)).toEqual(
    catalogue
      .filter((kpi) => kpi.phase === phase)
      .map(({ id, name, unit, direction, side, timing, template: { type, asks } }) => {
        const fill = (asks as readonly string[]).map((key) => `\`${key}\``).join(" ");
        return `| \`${id}\` | ${name.nl} | ${name.en} | ${unit} | ${direction} | ${side} | ${timing} | ${type} | ${fill} |`;
      }),
  );
});

test("docs/catalogue.md has the volume counters with their neighbours, and what can be a CPI", () => {
  expect(rowsUnder("Volume counters")).toEqual(
    catalogue.filter(({ volume }) => volume).map(({ id, neighbour }) => `| \`${id}\` | \`${neighbour}\` |`),
  );
  expect(rowsUnder("What can be a CPI")).toEqual(
    catalogue.filter(({ increment }) => increment !== null).map(({ id, increment }) => `| \`${id}\` | ${increment} |`),
  );
});

test("docs/catalogue.md names what is fixed and what is usual", () => {
  for (const { id, template } of catalogue) {
    for (const key of Object.keys({ ...template.fixed, ...template.usual })) {
      if (key === "age") expect(page).toContain(`the age of \`retention-d7\` (7 days)`);
      else expect(page, id).toContain(`\`${key}\``);
    }
  }
});

test("the example in docs/catalogue.md is read without a finding", () => {
  const example = /```yaml\n(.*?)```/s.exec(page)![1]!;
  const rest = `datasets:
  - {id: survey, file: survey.csv, time: day}
  - {id: orders, file: orders.csv, time: day, customer: customer_id}
`;
  const more = `metrics:
  - {id: orders, type: count, dataset: orders}
  - {id: visits, type: sum, dataset: orders, of: visits}
`;
  const { framework, findings } = parse([
    { path: "helder.yaml", text: "helder: 1\nname: Shop\n" },
    { path: "a.yaml", text: example },
    { path: "b.yaml", text: rest + more },
  ]);
  expect(findings).toEqual([]);
  expect(framework!.metrics.filter(isTyped).map(({ id, use, type }) => [id, use, type])).toEqual([
    ["my-nps", "nps", "nps"],
    ["conversion", "conversion-rate", "ratio"],
    ["back", "reactivation-rate", "reactivation"],
    ["orders", undefined, "count"],
    ["visits", undefined, "sum"],
  ]);
});
