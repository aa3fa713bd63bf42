import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, type } from "./terminal.ts";

const monthly = Array.from({ length: 48 }, (_, index) => `${2020 + Math.floor(index / 12)}-${(index % 12) + 1};${100 + index},50;text`);
const answers = [
  "arm;paid;score;told",
  ...Array.from(
    { length: 40 },
    (_, index) => `${index % 2 === 0 ? "A" : "B"};${index % 7};${index % 11};"De wachttijd was ${index % 11 < 7 ? "lang" : "kort"}"`,
  ),
];
const files = {
  "sales.csv": ["month;revenue;note", ...monthly].join("\n"),
  "answers.csv": answers.join("\n"),
  "gap.csv": "y\n1\n\n3\n",
  "broken.csv": "a,b\n1,2\n3,4,5\n6,7\n",
};

// Every method has an answer of its own shape.
// oxlint-disable-next-line typescript/no-explicit-any
type Answer = any;

async function asked(method: string, file: string, ...options: readonly string[]): Promise<{ code: number; answer: Answer; err: string }> {
  const { directory, dispose } = await folderWith(files);
  try {
    const { code, out, err } = await type("stats", method, join(directory, file), "--json", "--language", "en", ...options);
    return { code, answer: JSON.parse(out), err };
  } finally {
    await dispose();
  }
}

describe("a column of a file", () => {
  test("forecast: the same as with the numbers in JSON", async () => {
    const { code, answer } = await asked("forecast", "sales.csv", "--column", "revenue", "--season", "12", "--horizon", "3");
    expect(code).toBe(0);
    expect(answer.mean).toHaveLength(3);
    expect(answer.mean[0]).toBeCloseTo(148.5, 0);
  });

  test("signals: a baseline of its own", async () => {
    const { answer } = await asked("signals", "sales.csv", "--column", "REVENUE", "--baseline", "12");
    expect(answer.centre).toBeCloseTo(106, 9);
    expect(answer.alarms.length).toBeGreaterThan(0);
  });

  test("survey, bootstrap, association", async () => {
    const nps = await asked("survey", "answers.csv", "--column", "score", "--kind", "nps", "--scale", "0,10");
    expect(nps.answer).toMatchObject({ n: 40, promoters: 6, detractors: 28 });
    const arms = await asked("bootstrap", "answers.csv", "--column", "paid", "--variant", "arm", "--control", "A");
    const mean = (rest: number): number =>
      Array.from({ length: 20 }, (_, index) => (2 * index + rest) % 7).reduce((sum, one) => sum + one, 0) / 20;
    expect(arms.answer.estimate).toBeCloseTo(mean(1) - mean(0), 9);
    expect((await asked("association", "answers.csv", "--column", "paid", "--with", "score")).answer.kind).toBe("association");
  });

  test("sentiment and themes", async () => {
    expect((await asked("sentiment", "answers.csv", "--column", "told")).answer.n).toBe(40);
    const { answer } = await asked("themes", "answers.csv", "--column", "told", "--scores", "score", "--up-to", "6");
    expect(answer.words.find(({ word }: { word: string }) => word === "lang").logRatio).toBeGreaterThan(1);
  });
});

test("what is missing or wrong is said", async () => {
  const refusals: [string, string, readonly string[], RegExp][] = [
    ["forecast", "sales.csv", ["--horizon", "3"], /^helder: bad-call: --column is missing, for instance: --column revenue\./],
    ["forecast", "sales.csv", ["--column", "revenue"], /^helder: bad-call: .*--horizon/],
    ["forecast", "sales.csv", ["--column", "revenu", "--horizon", "3"], /^helder: unknown-column: .*revenue/],
    ["forecast", "sales.csv", ["--column", "note", "--horizon", "3"], /^helder: bad-input: .*note does not hold numbers/],
    ["forecast", "sales.csv", ["--column", "revenue", "--horizon", "far"], /^helder: bad-option: .*--horizon/],
    ["forecast", "sales.csv", ["--column", "revenue", "--horizon", "-2"], /^helder: bad-input: .*horizon/],
    ["forecast", "sales.csv", ["--column", "revenue", "--horizon", "3", "--kind", "nps"], /^helder: bad-option: --kind/],
    ["forecast", "broken.csv", ["--column", "a", "--horizon", "3"], /^helder: bad-input: .*cannot be read: 1/],
    ["forecast", "no.csv", ["--column", "a", "--horizon", "3"], /^helder: not-found: /],
    ["survey", "answers.csv", ["--column", "score", "--kind", "nps", "--scale", "10"], /^helder: bad-option: --scale/],
    ["bootstrap", "answers.csv", ["--column", "paid", "--variant", "arm", "--control", "C"], /^helder: bad-option: --control.*A, B/],
    ["experiment", "answers.csv", ["--column", "paid"], /^helder: bad-input: .*experiment takes JSON/],
    ["forecast", "-", ["--column", "a", "--horizon", "3"], /^helder: bad-option: \[file\]|not-found/],
  ];
  for (const [method, file, options, wanted] of refusals) {
    const { code, err } = await asked(method, file, ...options);
    expect(err).toMatch(wanted);
    expect(code).toBe(2);
  }
});

test("an empty field is a missing value, and an empty line of one column too", async () => {
  const { answer } = await asked("signals", "gap.csv", "--column", "y");
  expect(answer.centre).toBe(2);
});
