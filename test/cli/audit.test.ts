import { expect, test } from "vitest";
import { folderWith, type } from "./terminal.ts";

const yaml = (rest: string, controller = "") => `helder: 1
name: Proef
language: nl
${controller}datasets:
  - {id: orders, file: orders.csv, time: day, customer: c, pseudonymise: Email, private: [postcode], identity: {same: [email]}${rest}}
  - {id: prices, file: prices.csv}
alerts: [{on: orders, to: "mail:ops@example.com"}]
`;

async function audit(text: string, ...words: readonly string[]) {
  const { directory, dispose } = await folderWith({ "helder.yaml": text, "orders.csv": "day,c,email,postcode\n", "prices.csv": "a\n1\n" });
  try {
    return await type("audit", ...words, "--workspace", directory);
  } finally {
    await dispose();
  }
}

test("the record of processing names what nobody wrote down", async () => {
  const { out, code } = await audit(yaml(""), "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    workspace: "Proef",
    controller: null,
    processings: [
      {
        dataset: "orders",
        purpose: null,
        basis: null,
        columns: [
          { name: "c", kept: "plain" },
          { name: "Email", kept: "pseudonym" },
          { name: "postcode", kept: "private" },
        ],
        source: "orders.csv",
        recipients: ["mail:ops@example.com"],
        retention: null,
        missing: ["purpose", "basis", "retention"],
      },
    ],
    without: ["prices"],
    erasures: 0,
  });
  const told = await audit(yaml(""));
  expect(told.out).toContain("! Nog niet opgeschreven: purpose, basis, retention.");
  expect(told.out).toContain("! Nog niet opgeschreven: controller");
});

test("a complete one has nothing missing, in English too", async () => {
  const { out } = await audit(
    yaml(", purpose: Bezorgen, basis: contract, retention: 24 months", "controller: Winkel BV\n"),
    "--language",
    "en",
  );
  expect(out).toContain("Controller: Winkel BV");
  expect(out.replace(/\s+/g, " ")).toContain("Data of people: c (readable), Email (as a pseudonym only), postcode (private)");
  expect(out).toContain("Retention: 24 months");
  expect(out).not.toContain("!");
  expect((await audit("helder: 1\nname: Leeg\ndatasets: [{id: prices, file: prices.csv}]\n", "--language", "nl")).out).toContain(
    "Geen dataset zegt welke kolom van een persoon is.",
  );
});
