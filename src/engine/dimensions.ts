import { type Framework, privateColumns } from "../framework/index.ts";
import type { Catalog } from "../metric/index.ts";

/** Columns of text that hold few different values, in each of these datasets, and that are nobody's name or key. */
export function dimensionsOf(framework: Framework, catalog: Catalog, datasets: readonly string[]): readonly string[] {
  const [first = [], ...others] = [...new Set(datasets)].map((id): readonly string[] => {
    const dataset = framework.datasets.find((one) => one.id === id);
    if (dataset === undefined) return [];
    const names = [dataset.customer, dataset.time, ...[dataset.key, dataset.pseudonymise].flatMap((one) => one ?? [])];
    const kept = new Set([...privateColumns(dataset), ...names.map((name) => name?.toLowerCase())]);
    return [...(catalog.datasets.get(id)?.few ?? [])].filter((name) => !kept.has(name.toLowerCase()));
  });
  return first.filter((name) => others.every((those) => those.includes(name)));
}
