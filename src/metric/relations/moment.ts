import type { Typed } from "../../expression/index.ts";
import { HelderError } from "../../framework/index.ts";
import type { Material } from "../types/kind.ts";

/** A date or timestamp over a dataset. Throws `not-a-moment`, `unknown-column`, `broken-expression`. */
export function readMoment(text: string, of: string, material: Material): Typed {
  const typed = material.any(text);
  if (typed.type !== "date" && typed.type !== "timestamp")
    throw new HelderError("not-a-moment", { of, expression: text, type: typed.type });
  return typed;
}
