import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { present, truth, workspaceWith } from "./shared.ts";

const files = ["carpentries_longterm_202003.csv", "carpentries_longterm_202012.csv"];

const yaml = `
helder: 1
name: Carpentries
datasets:
${files.map((file, index) => `  - {id: survey-${index}, file: data/${file}}`).join("\n")}
metrics:
${files.map((_, index) => `  - {id: nps-${index}, type: nps, dataset: survey-${index}, of: recommendation_score, scale: [0, 10]}`).join("\n")}
${files.map((_, index) => `  - {id: mean-${index}, type: ces, dataset: survey-${index}, of: recommendation_score, scale: [0, 10]}`).join("\n")}
`;

describe.skipIf(!present)("the Carpentries' survey", () => {
  let opened: Awaited<ReturnType<typeof workspaceWith>>;
  beforeAll(async () => {
    opened = await workspaceWith(
      files.map((file) => `survey/${file}`),
      yaml,
    );
  });
  afterAll(() => opened.dispose());

  test.each(files.map((file, index) => [file, index] as const))("%s: NPS, mean and answers", async (file, index) => {
    const expected = truth["carpentries_nps"][file];
    const asked = { metrics: [`nps-${index}`, `mean-${index}`], grain: "total" as const, by: [], where: null };
    const { series } = await opened.engine.query({ ...asked, from: null, to: null, asOf: null, compare: null });
    expect(series[0]!.points[0]!.value).toBeCloseTo(expected.NPS, 5);
    expect(series[0]!.points[0]!.n).toBe(expected.n);
    expect(series[1]!.points[0]!.value).toBeCloseTo(expected.mean, 5);
  });
});
