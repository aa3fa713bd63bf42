import { parse, references } from "../expression/index.ts";
import type { Dataset } from "./dataset.ts";

/** The columns of a dataset that no answer shows unless asked, in lower case: those marked private and those computed from them. */
export function privateColumns(dataset: Dataset): ReadonlySet<string> {
  const found = new Set((dataset.private ?? []).map((name) => name.toLowerCase()));
  // Each computed column may use the ones before it.
  for (const [name, text] of Object.entries(dataset.columns)) {
    const parsed = parse(text);
    if (parsed.ok && references(parsed.value).some((used) => found.has(used.toLowerCase()))) found.add(name.toLowerCase());
  }
  return found;
}
