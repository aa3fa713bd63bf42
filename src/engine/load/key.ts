import type { Dataset } from "../../framework/index.ts";
import { resolveColumn } from "./build.ts";
import type { TypedColumn } from "./column.ts";

/** SQL of each key column; `all` where a row's whole content is its key. Throws HelderError `unknown-column`. */
export function keyOf(dataset: Dataset, columns: readonly TypedColumn[]): readonly string[] | "all" | null {
  if (dataset.key === undefined) return null;
  const names = columns.map(({ name }) => name);
  if (dataset.key.length === 1 && dataset.key[0] === "all" && !names.includes("all")) return "all";
  return dataset.key.map((typed) => {
    const name = resolveColumn(typed, names, dataset.id);
    return columns.find((column) => column.name === name)!.sql;
  });
}
