import { HelderError } from "../../framework/index.ts";
import type { Day } from "../../calendar/index.ts";
import type { Typed } from "../../expression/index.ts";
import { attachedRows } from "../attached-rows.ts";
import type { Node } from "../plan.ts";
import { own, quoted } from "../reading.ts";
import { joined, within } from "../scan.ts";
import type { Material } from "../types/kind.ts";

/** The customer's column. Throws `no-customer`. */
export function customerOf({ customer, dataset }: Pick<Material, "customer" | "dataset">): string {
  if (customer === null) throw new HelderError("no-customer", { dataset: dataset.id });
  return customer;
}

/** Throws `time-needed` where rows lie nowhere in time. */
export function timed(material: Material): Material {
  if (!material.dataset.hasTime) throw new HelderError("time-needed", { dataset: material.dataset.id });
  return material;
}

/** The rows of a dataset that pass a condition and exist at the end of a day (every row, where the dataset has no time). */
export function rowsOf(
  { dataset, where, memberships }: Pick<Material, "dataset" | "where" | "memberships">,
  used: Iterable<string>,
  also: Typed | null,
  asOf: Day,
): Node {
  const condition = joined("and", where, also);
  const wanted = new Set([...used, ...(condition?.columns ?? []), ...memberships.flatMap(({ member }) => member.columns)]);
  const input = within(attachedRows(dataset, dataset.hasTime ? ["$day", "$row"] : ["$row"], wanted), memberships);
  const days = dataset.hasTime ? { from: null, to: asOf } : null;
  return condition === null && days === null ? input : { op: "filter", input, where: condition, days };
}

/** That a column has a value. */
export function known(column: string, { dataset }: Pick<Material, "dataset">): Typed {
  return own(`${quoted(column)} is not null`, dataset.columns);
}

/** The column that orders rows in time: the day, unless the dataset knows the hour. */
export function momentOf({ time, dataset }: Material): string {
  return time !== null && dataset.columns.get(time) === "timestamp" ? time : "$day";
}

/** The columns of a relation's segments, which bear names of their own: a customer's segment is that of one of its rows. */
export function segmentName(index: number): string {
  return `$by ${index + 1}`;
}
