import { suggest } from "../expression/index.ts";
import { HelderError } from "../framework/index.ts";

type Code = "unknown-dataset" | "unknown-experiment" | "unknown-kpi" | "unknown-link" | "unknown-scenario";

/** The refusal of a name that nothing has, with what was probably meant. */
export function unknown(code: Code, name: string, known: readonly { readonly id: string }[]): HelderError {
  const near = suggest(
    name,
    known.map(({ id }) => id),
  );
  return new HelderError(code, { name, suggestion: near === null ? "" : ` → ${near}?` });
}
