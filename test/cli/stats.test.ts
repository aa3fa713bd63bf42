import { Readable } from "node:stream";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { folderWith, type } from "./terminal.ts";

const stdin = Object.getOwnPropertyDescriptor(process, "stdin")!;
afterEach(() => Object.defineProperty(process, "stdin", stdin));

function pipe(input: unknown): void {
  const text = typeof input === "string" ? input : JSON.stringify(input);
  Object.defineProperty(process, "stdin", { ...stdin, get: () => Readable.from([text]) });
}

const nps = { kind: "nps", scores: [10, 9, 7, 3], scale: [0, 10] };

test("an object gives an object", async () => {
  pipe(nps);
  const { code, out, err } = await type("stats", "survey", "-", "--json");
  expect([code, err]).toEqual([0, ""]);
  expect(JSON.parse(out)).toMatchObject({ score: 25, n: 4, promoters: 2, passives: 1, detractors: 1 });
});

test("an array gives an array, a refusal in its place", async () => {
  pipe([nps, { ...nps, scale: [1, 5] }]);
  const { code, out } = await type("stats", "survey", "--json", "--language", "en");
  expect(code).toBe(0);
  const [first, second] = JSON.parse(out);
  expect(first.score).toBe(25);
  expect(second).toEqual({ error: { code: "bad-input", message: "The input will not do: an NPS exists on the scale of 0 to 10." } });
});

test("one refusal is exit 2, with the exact method in the sentence", async () => {
  pipe({ kind: "proportion", control: { n: 10, sum: 1 }, treatment: { n: 10, sum: 2 } });
  const { code, out, err } = await type("stats", "experiment", "--json", "--language", "nl");
  expect(code).toBe(2);
  expect(JSON.parse(out).error.code).toBe("approximation-unsafe");
  expect(err).toBe(
    "helder: approximation-unsafe: De benadering houdt hier geen stand: in een van de groepen zijn minder dan 5 gevallen te verwachten. Gebruik in plaats daarvan Fishers exacte toets met Newcombes interval.\n",
  );
});

test("text is one value a line", async () => {
  pipe({ formula: "a * b", before: { a: 10, b: 5 }, after: { a: 12, b: 4 } });
  const { code, out } = await type("stats", "decompose");
  expect(code).toBe(0);
  expect(out).toBe("change           -2\ncontributions.a  9\ncontributions.b  -11\n");
});

test("a file, with a byte order mark", async () => {
  const { directory, dispose } = await folderWith({ "in.json": `\uFEFF${JSON.stringify(nps)}` });
  try {
    expect((await type("stats", "survey", join(directory, "in.json"), "--json")).code).toBe(0);
    expect((await type("stats", "survey", join(directory, "no.json"))).err).toMatch(/^helder: not-found: /);
    expect((await type("stats", "survey", directory)).err).toMatch(/^helder: bad-input: /);
  } finally {
    await dispose();
  }
});

test("a method that does not exist, with what was meant", async () => {
  const { code, err } = await type("stats", "experimnt", "--language", "en");
  expect(code).toBe(2);
  expect(err).toMatch(/^helder: unknown-method: There is no method “experimnt”. Did you mean “experiment”\? Choose from: /);
});

test("what is not JSON", async () => {
  pipe("n,sum\n1,2\n");
  const { code, err } = await type("stats", "experiment", "--language", "en");
  expect(code).toBe(2);
  expect(err).toMatch(/^helder: bad-input: The input will not do: it is not JSON/);
});
