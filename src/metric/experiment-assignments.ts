import type { Day, Duration } from "../calendar/index.ts";
import { type Framework, HelderError } from "../framework/index.ts";
import { columnsOf } from "./columns.ts";
import type { Catalog, LoadedDataset, Node, ProjectedColumn } from "./plan.ts";
import { own, ownColumn, quoted, readColumn } from "./reading.ts";
import { datasetLoaded } from "./reference.ts";
import { known, rowsOf } from "./relations/rows.ts";
import { joined } from "./scan.ts";

/** What is asked of a registered experiment: who was assigned when, and which metrics count. */
export interface ExperimentQuery {
  /** dataset with one row an assignment; its `customer` column says whose */
  readonly assigned: string;
  /** column with the arm; null: everybody is in one arm, from the first row on */
  readonly variant: string | null;
  /** days on which an assignment counts, both included */
  readonly from: Day | null;
  readonly to: Day | null;
  /** how long after the assignment rows count, the last moment included; null: for ever */
  readonly window: Duration | null;
  readonly metrics: readonly string[];
  readonly asOf: Day;
}

/** The assignments of an experiment, their columns known to exist. */
export interface Assigned {
  readonly dataset: LoadedDataset;
  readonly customer: string;
  readonly variant: string | null;
  /** exact name of a column of timestamps; null where only the day is known, or nothing */
  readonly moment: string | null;
  readonly query: ExperimentQuery;
}

/** Columns of a customer's assignment. `since` and `until` are timestamps where the assignment knows the hour, else days. */
export const assignmentColumns = {
  unit: "$unit",
  arm: "$arm",
  since: "$since",
  until: "$until",
  sinceDay: "$since day",
  untilDay: "$until day",
} as const;

/** Throws `unknown-dataset`, `dataset-broken`, `no-customer`, `unknown-column`. */
export function assignedOf(framework: Framework, catalog: Catalog, query: ExperimentQuery): Assigned {
  const dataset = datasetLoaded(framework, catalog, query.assigned);
  const declared = framework.datasets.find(({ id }) => id === query.assigned)!;
  if (declared.customer === undefined) throw new HelderError("no-customer", { dataset: dataset.id });
  const time = dataset.hasTime && declared.time !== undefined ? readColumn(declared.time, dataset.columns, dataset.id) : null;
  return {
    dataset,
    customer: readColumn(declared.customer, dataset.columns, dataset.id),
    variant: query.variant === null ? null : readColumn(query.variant, dataset.columns, dataset.id),
    moment: time !== null && dataset.columns.get(time) === "timestamp" ? time : null,
    query,
  };
}

/** One row a customer, from the first assignment on; `$other` differs from `$arm` for who was assigned to several arms. */
export function assignments({ dataset, customer, variant, moment, query }: Assigned): {
  /** customers of one arm, with `assignmentColumns` */
  readonly customers: Node;
  /** customers per arm, with `armColumns` */
  readonly arms: Node;
} {
  const present =
    variant === null ? known(customer, { dataset }) : joined("and", known(customer, { dataset }), known(variant, { dataset }));
  const used = [customer, ...(variant === null ? [] : [variant]), ...(moment === null ? [] : [moment])];
  const all = rowsOf({ dataset, where: null, memberships: [] }, used, present, query.asOf);
  const { from, to, window } = query;
  const rows: Node =
    dataset.hasTime && (from !== null || to !== null) ? { op: "filter", input: all, where: null, days: { from, to } } : all;
  const columns = columnsOf(rows);
  const made = (name: string, text: string): ProjectedColumn => ({ name, of: { kind: "expression", expression: own(text, columns) } });
  const named: Node = {
    op: "project",
    input: rows,
    columns: [
      made("$unit", quoted(customer)),
      made("$variant", variant === null ? "'all'" : columns.get(variant) === "text" ? quoted(variant) : `cast(${quoted(variant)} as text)`),
      ...(moment === null ? [] : [made("$since", quoted(moment))]),
      ...(dataset.hasTime ? [made("$since day", '"$day"')] : []),
    ],
  };
  const seen = columnsOf(named);
  const each: Node = {
    op: "aggregate",
    input: named,
    keys: [{ name: "$unit", of: { kind: "column", column: "$unit" } }],
    measures: [
      { name: "$arm", function: "min", of: ownColumn("$variant", seen), where: null },
      { name: "$other", function: "max", of: ownColumn("$variant", seen), where: null },
      ...["$since", "$since day"]
        .filter((name) => seen.has(name))
        .map((name) => ({ name, function: "min" as const, of: ownColumn(name, seen), where: null })),
    ],
  };
  const kept = columnsOf(each);
  const until = (name: string, column: string, by: Duration): ProjectedColumn => ({ name, of: { kind: "later", column, by } });
  const timed: Node = {
    op: "project",
    input: each,
    columns: [
      ...[...kept.keys()].map((name): ProjectedColumn => ({ name, of: { kind: "expression", expression: ownColumn(name, kept) } })),
      ...(window !== null && kept.has("$since") ? [until("$until", "$since", window)] : []),
      ...(window !== null && kept.has("$since day") ? [until("$until day", "$since day", window)] : []),
    ],
  };
  const columnsTimed = columnsOf(timed);
  const over = columnsTimed.has("$until day") ? ` and "$until day" < date '${query.asOf}'` : "";
  const whole = { op: "filter", input: timed, where: own(`"$arm" = "$other"${over}`, columnsTimed), days: null } as const;
  return {
    customers: whole,
    arms: {
      op: "aggregate",
      input: timed,
      keys: [{ name: "$arm", of: { kind: "column", column: "$arm" } }],
      measures: [
        { name: "customers", function: "count", of: null, where: own('"$arm" = "$other"', columnsTimed) },
        { name: "mature", function: "count", of: null, where: own(`"$arm" = "$other"${over}`, columnsTimed) },
        { name: "excluded", function: "count", of: null, where: own('"$arm" <> "$other"', columnsTimed) },
        ...(columnsTimed.has("$since day")
          ? (["min", "max"] as const).map((end) => ({
              name: end === "min" ? "first" : "last",
              function: end,
              of: ownColumn("$since day", columnsTimed),
              where: null,
            }))
          : []),
      ],
    },
  };
}
