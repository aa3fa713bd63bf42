import { isSound } from "../evidence.ts";
import { list } from "../quoted.ts";
import type { Rule } from "../rule.ts";

export const weakEvidence: Rule = {
  code: "weak-evidence",
  severity: "error",
  why: {
    nl: "Wie niet bij klanten heeft gekeken, meet zijn eigen aannames.",
    en: "If you have not been with customers, you measure your own guesses.",
  },
  sentences: {
    nl: ({ name, methods }) =>
      none(methods)
        ? `Nergens staat van welke klanten je weet dat “${name}” voor hen telt. Ga bij ze kijken en leg dat vast bij “evidence”.`
        : `“${name}” rust alleen op ${list(methods, "en")}. Daar hoor je niet wat klanten zelf willen bereiken. Ga kijken waar het gebeurt en leg het vast als contextual-inquiry, observation of interview.`,
    en: ({ name, methods }) =>
      none(methods)
        ? `Nothing says from which customers you know that “${name}” matters to them. Go and watch them, and record that at “evidence”.`
        : `“${name}” rests on ${list(methods, "and")} alone. Those do not tell what customers want to achieve. Go where it happens and record it as contextual-inquiry, observation or interview.`,
  },
  *find({ framework, sources }) {
    for (const { id, name = id, evidence } of framework.cpis) {
      if (evidence.some(isSound)) continue;
      const methods = [...new Set(evidence.map(({ method }) => method))];
      yield { on: id, at: sources.at("cpis", id, ["evidence"]), params: { name, methods } };
    }
  },
};

function none(methods: unknown): boolean {
  return (methods as readonly string[]).length === 0;
}
