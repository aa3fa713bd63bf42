import type { Loaded } from "../../say.ts";
import { tradeOf } from "./snippet.ts";

/** A first goal, objective and contact, in the workspace's first phase. */
export function starterYaml(loaded: Loaded): string {
  const phase = loaded.report.phases[0]?.id ?? "see";
  const { goal, objective, interaction } = tradeOf(loaded, phase);
  return `goals:
  - id: why
    name: ${goal}
objectives:
  - id: how
    name: ${objective}
    supports: [why]
interactions:
  - id: what
    name: ${interaction}
    phase: ${phase}
    serves: [how]
`;
}
