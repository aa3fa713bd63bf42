import type { Team } from "../../framework/index.ts";
import type { Rule } from "../rule.ts";

type Line = Team["scorecard"][number];

export const scorecardLineTwice: Rule = {
  code: "scorecard-line-twice",
  severity: "warning",
  why: {
    nl: "Wat er twee keer staat telt dubbel, zonder dat iemand dat zo koos.",
    en: "What stands there twice counts double, and nobody chose that.",
  },
  sentences: {
    nl: ({ name, indicator }) =>
      `“${indicator}” staat twee keer op de scorekaart van ${name}. Voeg de regels samen en tel de gewichten op.`,
    en: ({ name, indicator }) => `“${indicator}” stands twice on the scorecard of ${name}. Join the lines and add up their weights.`,
  },
  *find({ framework, sources }) {
    for (const { id, name, scorecard } of framework.teams) {
      const seen = new Set<string>();
      for (const [index, { kpi, cpi }] of scorecard.entries()) {
        const line = `${kpi === undefined ? "cpi" : "kpi"} ${kpi ?? cpi}`;
        if (seen.has(line)) {
          yield { on: id, at: sources.at("teams", id, ["scorecard", index]), params: { name, indicator: kpi ?? cpi ?? "" } };
        }
        seen.add(line);
      }
    }
  },
  fix({ at }, { sources }) {
    const part = sources.part(at);
    if (!part) return [];
    const scorecard = part.path.slice(0, -1);
    const lines = sources.typed(part.file)?.read(scorecard) as Line[];
    const again = part.value as Line;
    const first = lines.findIndex(({ kpi, cpi }) => kpi === again.kpi && cpi === again.cpi);
    const weight = Number((lines[first]!.weight + again.weight).toPrecision(12));
    if (weight > 1) return [];
    return [
      { file: part.file, path: [...scorecard, first, "weight"], value: weight },
      { file: part.file, path: part.path, value: undefined },
    ];
  },
};
