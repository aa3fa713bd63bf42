import { expect, test } from "vitest";
import { folderWith, type } from "./terminal.ts";

const yaml = (experiments: string) => `helder: 1
name: Proef
language: nl
datasets: [{id: orders, file: orders.csv, time: day, customer: c}]
metrics: [{id: sold, type: count, dataset: orders}, {id: ease, type: average, dataset: orders, of: score, direction: up}]
kpis: [{id: sold, name: Verkocht, metric: sold}]
cpis: [{id: ease, name: Gemak, metric: ease, direction: up, outcome: Ik ben zo klaar., increment: time}]
links:
  - {id: ease-sells, from: ease, to: sold, because: Wie zo klaar is koopt vaker.}
  - {id: sold-ease, from: sold, to: ease}
experiments: [${experiments}]
`;
const experiment = (id: string, results: string, to: string) =>
  `{id: ${id}, name: ${id}, tests: [ease-sells], metrics: [sold], minimumEffect: 0.02, to: ${to}, results: {on: ${to}, ${results}}}`;

interface Told {
  readonly id: string;
  readonly status: string;
  readonly contradicted: boolean;
  readonly pooled: { estimate: number; verdict: string; experiments: string[]; heterogeneity: number } | null;
  readonly ledger: { id: string; verdict: string; counts: boolean; until: string; reason: { code: string; sentence: string } }[];
}

async function evidence(experiments: readonly string[], ...words: readonly string[]) {
  const orders = Array.from({ length: 40 }, (_, row) => `2026-0${1 + (row % 6)}-1${row % 7},c${row},${5 + (row % 3)}`);
  const { directory, dispose } = await folderWith({
    "helder.yaml": yaml(experiments.join(", ")),
    "orders.csv": `day,c,score\n${orders.join("\n")}\n`,
  });
  try {
    return await type("evidence", ...words, "--workspace", directory, "--as-of", "2026-11-22");
  } finally {
    await dispose();
  }
}
const links = async (...experiments: readonly string[]) =>
  (JSON.parse((await evidence(experiments, "--json")).out) as { links: Told[] }).links;

const works = "estimate: 0.08, interval: [0.05, 0.11]";
const fails = "estimate: 0.00, interval: [-0.01, 0.01]";

test("without experiments a link is a hypothesis, and nothing is put together", async () => {
  expect(await links()).toMatchObject([
    { id: "ease-sells", status: "hypothesis", pooled: null, ledger: [], contradicted: false },
    { id: "sold-ease", status: "hypothesis", ledger: [] },
  ]);
});

test("experiments that agree are put together, and say why they count", async () => {
  const [link] = await links(
    experiment("one", works, "2026-05-01"),
    experiment("two", "estimate: 0.06, interval: [0.02, 0.10]", "2026-08-01"),
  );
  expect(link).toMatchObject({
    status: "supported",
    contradicted: false,
    pooled: { verdict: "supported", experiments: ["one", "two"], heterogeneity: 0 },
    ledger: [
      { id: "one", verdict: "supported", counts: true, until: "2027-05-01", reason: { code: "clear-effect" } },
      { id: "two", verdict: "supported", counts: true, until: "2027-08-01" },
    ],
  });
  // Σ θ/SE² / Σ 1/SE²: (0.08/9 + 0.06/16) / (1/9 + 1/16).
  expect(link!.pooled!.estimate).toBeCloseTo((0.08 / 9 + 0.06 / 16) / (1 / 9 + 1 / 16), 6);
});

test("experiments that contradict each other are both kept: the newest decides, and it is said", async () => {
  const contradicting = [experiment("one", works, "2026-05-01"), experiment("two", fails, "2026-08-01")];
  const [link] = await links(...contradicting);
  expect(link).toMatchObject({ status: "refuted", contradicted: true, ledger: [{ counts: false }, { counts: true }] });
  expect(link!.pooled!.heterogeneity).toBeGreaterThan(0.9);
  expect((await evidence(contradicting)).out).toContain("! De experimenten spreken elkaar tegen.");
});

test("a verdict of more than twelve months ago has expired, and a split that went wrong is void", async () => {
  expect(await links(experiment("old", works, "2025-05-01"))).toMatchObject([{ status: "expired", ledger: [{ until: "2026-05-01" }] }, {}]);
  const [voided] = await links(experiment("skewed", `${works}, users: [1000, 1400]`, "2026-05-01"));
  expect(voided).toMatchObject({ status: "inconclusive", pooled: null, ledger: [{ reason: { code: "sample-ratio" } }] });
});

test("told in words, of one link or all; an unknown one is refused", async () => {
  const { out } = await evidence([experiment("one", works, "2026-05-01")], "ease-sells");
  expect(
    out
      .trimEnd()
      .split("\n")
      .map((line) => line.trim()),
  ).toEqual([
    expect.stringMatching(/^Gemak → Verkocht: aangetoond \(tot en met 1\smei\s2027\) {2}\[ease-sells\]$/),
    "want: Wie zo klaar is koopt vaker.",
    "one: aangetoond, telt mee: het effect is aangetoond in de verwachte richting",
    expect.stringMatching(/met de hand ingevuld$/),
    expect.stringMatching(/^sold: \+8,0\s% \[\+5,0\s% ; \+11,0\s%\], p < 0,0001$/),
  ]);
  expect(JSON.parse((await evidence([], "none", "--json")).out)).toMatchObject({ error: { code: "unknown-link" } });
});
