import { suggest } from "../expression/index.ts";
import { HelderError } from "../framework/index.ts";

/** The refusal of somebody whom the framework does not name, with who was probably meant. */
export function unknownStakeholder(name: string, known: Iterable<string>): HelderError {
  const near = suggest(name, known);
  return new HelderError("unknown-stakeholder", {
    name,
    suggestion: near === null ? "" : ` Did you mean “${near}”?`,
    "suggestion-nl": near === null ? "" : ` Bedoel je “${near}”?`,
  });
}
