import { quoted } from "../quoted.ts";
import type { Rule } from "../rule.ts";

export const steeringWithoutLearning: Rule = {
  code: "steering-without-learning",
  severity: "warning",
  why: {
    nl: "Zonder les maak je dezelfde fout het volgende kwartaal weer.",
    en: "Without a lesson you make the same mistake again next quarter.",
  },
  sentences: {
    nl: ({ missing }) =>
      `Dit bijsturen is afgesloten zonder ${quoted(missing, "en")}. Schrijf op wat je besloot en wat je ervan leerde, dan hoeft niemand het nog eens te proberen.`,
    en: ({ missing }) =>
      `This steering was closed without ${quoted(missing, "and")}. Write down what you decided and what you learned, so that nobody has to try it again.`,
  },
  *find({ framework, sources }) {
    for (const steering of framework.steering) {
      if (steering.closed === undefined) continue;
      const missing = (["decided", "learning"] as const).filter((key) => steering[key] === undefined);
      if (missing.length > 0) yield { on: steering.id, at: sources.at("steering", steering.id), params: { missing } };
    }
  },
};
