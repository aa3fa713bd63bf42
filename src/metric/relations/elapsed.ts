import type { Day } from "../../calendar/index.ts";
import type { Columns, Typed } from "../../expression/index.ts";
import { columnsOf } from "../columns.ts";
import type { ProjectedColumn, TimeUnit } from "../plan.ts";
import { ownColumn } from "../reading.ts";
import type { Material, Relation } from "../types/kind.ts";
import { readMoment } from "./moment.ts";
import { rowsOf, segmentName } from "./rows.ts";

/** A dataset's rows with the time between two of their moments. Throws `not-a-moment`. */
export function elapsedRows(
  metric: { readonly id: string; readonly where?: string | undefined; readonly start: string; readonly end: string; readonly in: TimeUnit },
  material: Material,
  asOf: Day,
): { readonly relation: Relation; readonly elapsed: (columns: Columns) => Typed } {
  const { dataset, by } = material;
  const [from, to] = [metric.start, metric.end].map((text) => readMoment(text, metric.id, material)) as [Typed, Typed];
  const relation: Relation = {
    key: JSON.stringify(["elapsed", dataset.id, metric.where ?? null, metric.start, metric.end, metric.in]),
    placed: "day",
    by: by.map((_, index) => segmentName(index)),
    build() {
      const rows = rowsOf(material, [...by, ...from.columns, ...to.columns], null, asOf);
      const columns = columnsOf(rows);
      const kept = (name: string, of: string): ProjectedColumn => ({
        name,
        of: { kind: "expression", expression: ownColumn(of, columns) },
      });
      return {
        op: "project",
        input: rows,
        columns: [
          ...(dataset.hasTime ? [kept("$day", "$day")] : []),
          ...by.map((column, index) => kept(segmentName(index), column)),
          { name: "$elapsed", of: { kind: "elapsed", from, to, in: metric.in } },
        ],
      };
    },
  };
  return { relation, elapsed: (columns) => ownColumn("$elapsed", columns) };
}
