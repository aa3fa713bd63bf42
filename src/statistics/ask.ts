import { z } from "zod";
import { suggest } from "../expression/index.ts";
import { HelderError } from "../framework/index.ts";
import type { AnyMethod, Method } from "./method.ts";
import { methods } from "./methods.ts";
import { badInput } from "./refusal.ts";

/** A method by its name. Throws `unknown-method`, with what was probably meant. */
export function methodNamed(name: string): AnyMethod {
  const found = methods.find((method) => method.name === name);
  if (found !== undefined) return found;
  const names = methods.map((method) => method.name);
  const meant = suggest(name, names);
  throw new HelderError("unknown-method", {
    name,
    suggestion: meant === null ? "" : ` Did you mean “${meant}”?`,
    "suggestion-nl": meant === null ? "" : ` Bedoel je “${meant}”?`,
    known: names.join(", "),
  });
}

/** Checks an input of unknown shape against the method's own, and computes. Throws `bad-input` where the shape differs. */
export function ask<I, O>(method: Method<I, O>, input: unknown): O {
  const checked = method.input.safeParse(input);
  if (checked.success) return method.compute(checked.data);
  const issue = nearest(checked.error.issues);
  const at = issue === undefined || issue.path.length === 0 ? "" : `${z.core.toDotPath(issue.path)}: `;
  const told = (issue?.message ?? "").replace(/\.$/, "");
  throw badInput({ nl: `${at}${told}`, en: `${at}${told}` });
}

/** Of an input that may have several shapes: what is wrong with the shape that it fits best. */
function nearest(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  const [issue] = issues;
  if (issue?.code !== "invalid_union" || issue.errors.length === 0) return issue;
  const [best] = issue.errors.toSorted((a, b) => a.length - b.length);
  const inner = nearest(best!);
  return inner === undefined ? issue : { ...inner, path: [...issue.path, ...inner.path] };
}
