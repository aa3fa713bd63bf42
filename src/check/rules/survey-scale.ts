import { isTyped } from "../../framework/index.ts";
import type { Rule } from "../rule.ts";

export const surveyScale: Rule = {
  code: "survey-scale",
  severity: "error",
  why: {
    nl: "Op een verkeerde schaal is de score met niets en niemand te vergelijken.",
    en: "On a wrong scale the score compares with nothing and nobody.",
  },
  sentences: {
    nl: ({ kind, scale }) =>
      kind === "nps"
        ? `Een NPS vraagt van 0 tot en met 10, en hier staat ${scale}. Zet “scale: [0, 10]”, of kies csat of average als de vraag een andere schaal heeft.`
        : scale === null
          ? `Zonder schaal zegt een ${kind} niets: een 4 is op 1–5 goed en op 1–10 slecht. Zet de laagste en hoogste keuze bij “scale”, bijvoorbeeld [1, 5].`
          : `${scale} is geen schaal voor een ${kind}. Zet bij “scale” de laagste en de hoogste keuze in hele getallen, met 4 tot 11 keuzes, bijvoorbeeld [1, 5].`,
    en: ({ kind, scale }) =>
      kind === "nps"
        ? `An NPS asks from 0 to 10, and here stands ${scale}. Put “scale: [0, 10]”, or choose csat or average if the question has another scale.`
        : scale === null
          ? `Without a scale a ${kind} says nothing: a 4 is good on 1–5 and bad on 1–10. Put the lowest and highest choice in “scale”, [1, 5] for instance.`
          : `${scale} is no scale for a ${kind}. Put the lowest and highest choice in “scale”, as whole numbers with 4 to 11 choices, [1, 5] for instance.`,
  },
  *find({ framework, sources }) {
    for (const metric of framework.metrics) {
      if (!isTyped(metric) || (metric.type !== "nps" && metric.type !== "csat" && metric.type !== "ces")) continue;
      const { type: kind, scale } = metric;
      if (kind === "nps" ? scale === undefined || (scale[0] === 0 && scale[1] === 10) : scale !== undefined && isUsual(scale)) continue;
      const params = { kind, scale: scale ? `[${scale.join(", ")}]` : null };
      yield { on: metric.id, at: sources.at("metrics", metric.id, ["scale"]), params };
    }
  },
};

function isUsual([low, high]: readonly [number, number]): boolean {
  const choices = high - low + 1;
  return Number.isInteger(low) && Number.isInteger(high) && choices >= 4 && choices <= 11;
}
