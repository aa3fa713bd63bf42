import type { Framework } from "../../framework/index.ts";
import { quoteIdentifier } from "../../sql/index.ts";
import type { Warehouse } from "../../warehouse/index.ts";
import { resolveColumn, tableOf } from "./build.ts";
import { loadStates } from "./facts.ts";

/** The id that stands in the rows of the person whom `id` is one of; `id` itself where nothing says that it is one of several. */
export async function identified(warehouse: Warehouse, { datasets }: Framework, id: string): Promise<string> {
  const states = await loadStates(warehouse);
  for (const { id: dataset, customer } of datasets) {
    const state = states.get(dataset);
    if (customer === undefined || state?.identity === undefined) continue;
    const column = quoteIdentifier(
      resolveColumn(
        customer,
        state.columns.map(([name]) => name),
        dataset,
      ),
    );
    const { rows } = await warehouse.run({
      text: `SELECT CAST(${column} AS VARCHAR) FROM ${tableOf(dataset)} WHERE CAST("$raw" AS VARCHAR) = $1 AND ${column} IS NOT NULL LIMIT 1`,
      parameters: [id],
      columns: [{ name: "person", type: "text" }],
    });
    if (rows[0]) return String(rows[0][0]);
  }
  return id;
}
