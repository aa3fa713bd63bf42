import { HelderError } from "../../framework/index.ts";
import type { Source } from "./sources.ts";

/**
 * Which of a customer's columns a file leaves out, because a dataset calls them private. Throws HelderError `private-column` where it is what
 * tells the customers apart: without it a list of customers is none.
 */
export function hiddenContacts(main: Source, sources: readonly Source[]): ReadonlySet<string> {
  const key = main.roles.get("customer") ?? main.roles.get("email");
  const own = key === undefined ? null : { source: main, column: key };
  const others = sources.flatMap((source) => {
    const column = source.roles.get("customer");
    return column === undefined ? [] : [{ source, column }];
  });
  for (const { source, column } of [...(own === null ? [] : [own]), ...others])
    if (isPrivate(source, column)) throw new HelderError("private-column", { name: column, dataset: source.id });
  const hasPrivate = (role: "email") => sources.some((source) => isPrivate(source, source.roles.get(role)));
  return new Set(hasPrivate("email") ? ["email"] : []);
}

export function isPrivate(source: Source, column: string | undefined): boolean {
  return column !== undefined && source.private.has(column.toLowerCase());
}
