import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import {
  customerOfToken,
  customerValue,
  type CustomerValue,
  type LocalEngine,
  openLocalEngine,
  signCustomer,
} from "../../src/engine/index.ts";
import { application } from "../../src/server/index.ts";
import { folderWith, type } from "../cli/terminal.ts";

const yaml = `helder: 1
name: "Shop & <b>Co</b>"
language: en
datasets:
  - {id: visits, file: visits.csv, time: day, customer: customer}
  - {id: weather, file: weather.csv, time: day}
metrics:
  - {id: wait, type: average, dataset: visits, of: minutes, unit: minutes, direction: down}
  - {id: rain, type: average, dataset: weather, of: mm}
goals: [{id: help, name: Help, promise: Good}]
interactions: [{id: visit, name: Visit, phase: do}]
cpis:
  - {id: quick, name: Quick, outcome: I am helped quickly., metric: wait, direction: down, interaction: visit}
  - {id: dry, name: Dry, outcome: I stay dry., metric: rain, direction: down, interaction: visit}
`;
const secret = "0123456789abcdef0123456789abcdef";
const now = () => Math.floor(Date.now() / 1000);

/** Customers c1 … c25 waited as many minutes as their number says. */
const visits = Array.from({ length: 25 }, (_, index) => `2026-01-0${(index % 9) + 1},c${index + 1},${index + 1}`);

let workspace: Awaited<ReturnType<typeof folderWith>>;
let engine: LocalEngine;
let app: Awaited<ReturnType<typeof application>>;

beforeAll(async () => {
  workspace = await folderWith({
    "helder.yaml": yaml,
    "visits.csv": `day,customer,minutes\n${visits.join("\n")}\n`,
    "weather.csv": "day,mm\n2026-01-01,3\n",
  });
  engine = openLocalEngine(workspace.directory);
  app = await application({ engine, traced: () => engine, token: "secret" });
});
afterAll(async () => {
  await app.close();
  await engine.close();
  await workspace.dispose();
});
beforeEach(() => void (process.env["HELDER_CUSTOMER_SECRET"] = secret));
afterEach(() => void delete process.env["HELDER_CUSTOMER_SECRET"]);

const page = (token: string, language = "en") =>
  app.inject({ url: `/customer-value?language=${language}&token=${encodeURIComponent(token)}`, headers: { host: "127.0.0.1" } });
const json = (token: string) =>
  app.inject({ url: "/api/customer-value", headers: { host: "127.0.0.1", authorization: `Bearer ${token}` } });

test("a token of the command line shows its customer's figures beside the median of all others, and nobody else's", async () => {
  const made = await type("key", "create", "--customer", "c3", "--workspace", workspace.directory);
  expect(made.code).toBe(0);
  const answer = await json(made.out.trim());
  expect(answer.json<CustomerValue>().cpis).toMatchObject([
    // The others are 1, 2, 4 … 25: the middle two of twenty-four are 13 and 14.
    { id: "quick", value: 3, unit: "minutes", others: { median: 13.5, customers: 24, better: true }, reason: null },
    { id: "dry", value: null, others: null, reason: { code: "not-per-customer" } },
  ]);
  expect(answer.body).not.toMatch(/c1\b|c25/);
  expect(answer.headers["cache-control"]).toBe("no-store");
});

test("the page is self-contained, says so in both languages, and what people typed is no markup", async () => {
  const token = signCustomer({ customer: "c3", until: now() + 60 }, process.env);
  const { body, headers, statusCode } = await page(token);
  expect(statusCode).toBe(200);
  expect(body).toContain("On 1 of 1 promise it went at least as well for you as for most customers.");
  expect(body).toContain("I am helped quickly.");
  expect(body).toContain("This is not measured customer by customer.");
  expect(body).toContain("Shop &amp; &lt;b&gt;Co");
  expect(body).not.toMatch(/<b>|https?:|<script|src=/);
  expect(body).not.toContain(token);
  expect(headers).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer", "x-robots-tag": "noindex, nofollow" });
  expect((await page(token, "nl")).body).toContain("Bij 1 van de 1 belofte");
});

test("a token that is changed, over, of another secret or another's shows nothing and tells nothing", async () => {
  const [claim, signed] = signCustomer({ customer: "c3", until: now() + 60 }, process.env).split(".");
  const other = Buffer.from(JSON.stringify({ customer: "c4", until: now() + 60 })).toString("base64url");
  const refused = [
    "",
    "x",
    `${claim}.`,
    `${other}.${signed}`,
    `${claim}.${signed}.x`,
    `${claim}.${signed!.slice(0, -4)}AAAA`,
    signCustomer({ customer: "c3", until: now() - 1 }, process.env),
    signCustomer({ customer: "c3", until: now() + 60 }, { HELDER_CUSTOMER_SECRET: `${secret}1` }),
  ];
  for (const token of refused) {
    expect((await json(token)).json()).toMatchObject({ error: { code: "token-refused" } });
    const shown = await page(token);
    expect(shown.statusCode).toBe(401);
    expect(shown.body).toContain("This link is not right or is over.");
  }
  expect(customerOfToken(`${claim}.${signed}`, now(), process.env)).toBe("c3");
});

test("a customer who was erased is told that nothing is known; a secret that is short is refused", async () => {
  const token = signCustomer({ customer: "c25", until: now() + 60 }, process.env);
  expect((await json(token)).statusCode).toBe(200);
  await engine.erase({ customer: "c25", confirmed: true, command: "helder erase" });
  const shown = await page(token);
  expect(shown.statusCode).toBe(404);
  expect(shown.body).toContain("Nothing is known of this customer");
  expect(() => signCustomer({ customer: "c1", until: 1 }, { HELDER_CUSTOMER_SECRET: "short" })).toThrow(
    expect.objectContaining({ code: "secret-too-short" }),
  );
});

test("a token for any of a person's ids shows all that the person got, and the person is nobody else's other", async () => {
  const lines = visits.map((line, index) => `${line},${index < 3 ? "same@example.com" : `c${index + 1}@example.com`}`);
  const { directory, dispose } = await folderWith({
    "helder.yaml": yaml.replace("customer: customer}", "customer: customer, identity: {same: email}}"),
    "visits.csv": `day,customer,minutes,email\n${lines.join("\n")}\n`,
    "weather.csv": "day,mm\n2026-01-01,3\n",
  });
  const own = openLocalEngine(directory);
  try {
    // c1, c2 and c3 waited 1, 2 and 3 minutes; the other twenty-two 4 … 25.
    for (const customer of ["c1", "c2", "c3"]) {
      const found = await customerValue(own, { customer, asOf: null, language: "en" });
      expect(found.customer).toBe(customer);
      expect(found.cpis[0]).toMatchObject({ value: 2, others: { median: 14.5, customers: 22 } });
    }
    const other = await customerValue(own, { customer: "c4", asOf: null, language: "en" });
    expect(other.cpis[0]).toMatchObject({ value: 4, others: { customers: 22 } });
    await expect(customerValue(own, { customer: "c99", asOf: null, language: "en" })).rejects.toMatchObject({ code: "customer-unknown" });
    await expect(customerValue(own, { customer: "' OR 1=1 --", asOf: null, language: "en" })).rejects.toMatchObject({
      code: "customer-unknown",
    });
  } finally {
    await own.close();
    await dispose();
  }
});
