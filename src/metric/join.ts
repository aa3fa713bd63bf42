import type { Day } from "../calendar/index.ts";
import type { Typed } from "../expression/index.ts";
import { type Dataset, type Framework, HelderError, type Join } from "../framework/index.ts";
import { type AttachedColumn, attachedRows, withAttached } from "./attached-rows.ts";
import type { Catalog, LoadedDataset, Meeting, Node, Partner } from "./plan.ts";
import { own, quoted, readColumn } from "./reading.ts";
import { datasetLoaded } from "./reference.ts";

/** The joins of a dataset: those that it declares, and those with the tables of customers, one row a customer. */
export function joinsOf({ datasets }: Framework, id: string): readonly Join[] {
  const dataset = datasets.find((one) => one.id === id);
  const declared = dataset?.join ?? [];
  const { customer } = dataset ?? {};
  if (customer === undefined) return declared;
  const tables = datasets.filter((one) => one.id !== id && isOfCustomers(one) && declared.every(({ to }) => to !== one.id));
  return [...declared, ...tables.map((one): Join => ({ to: one.id, on: { [customer]: one.customer! } }))];
}

/**
 * A dataset with the columns of those it is joined with: `customers.country`, and `country` where no column of its own and no other join's
 * bears that name. What is wrong with a join is thrown where one of its columns is used. Throws `unknown-dataset`, `dataset-broken`.
 */
export function joinedDataset(framework: Framework, catalog: Catalog, id: string, asOf: Day): LoadedDataset {
  const dataset = datasetLoaded(framework, catalog, id);
  const qualified: AttachedColumn[] = [];
  const bare: AttachedColumn[] = [];
  for (const join of joinsOf(framework, id)) {
    const other = catalog.datasets.get(join.to);
    if (other === undefined) continue;
    const partner: Partner = { id: join.to, meet: () => meetingOf(framework, dataset, other, join, asOf) };
    for (const [column, type] of other.columns) {
      qualified.push({ name: `${join.to}.${column}`, type, of: { partner, column } });
      bare.push({ name: column, type, of: { partner, column } });
    }
  }
  if (qualified.length === 0) return dataset;
  const times = new Map<string, number>();
  for (const { name } of bare) times.set(name.toLowerCase(), (times.get(name.toLowerCase()) ?? 0) + 1);
  return withAttached(dataset, [...qualified, ...bare.filter(({ name }) => times.get(name.toLowerCase()) === 1)]);
}

function meetingOf(framework: Framework, dataset: LoadedDataset, other: LoadedDataset, { to, on }: Join, asOf: Day): Meeting {
  const pairs = typeof on === "string" ? [[on, on] as const] : Object.entries(on);
  const columns = pairs.map(
    ([mine, theirs]) => [readColumn(mine, dataset.columns, dataset.id), readColumn(theirs, other.columns, to)] as const,
  );
  const key = (framework.datasets.find(({ id }) => id === to)?.key ?? []).map((name) => name.toLowerCase());
  const named = new Set(columns.map(([, theirs]) => theirs.toLowerCase()));
  if (key.length === 0 || isAll(key) || !key.every((name) => named.has(name)))
    throw new HelderError("join-not-unique", { dataset: dataset.id, to, columns: columns.map(([, theirs]) => theirs).join(", ") });
  const sides = columns.map(([mine, theirs]) => comparable(mine, dataset, theirs, other));
  return {
    mine: sides.map(([mine]) => mine),
    theirs: sides.map(([, theirs]) => theirs),
    rows(wanted) {
      const used = new Set([...wanted, ...columns.map(([, theirs]) => theirs)]);
      const rows = attachedRows(other, other.hasTime ? ["$day"] : [], used);
      if (!other.hasTime) return rows;
      const where = own(`"$day" is null or "$day" <= date '${asOf}'`, new Map([...other.columns, ["$day", "date"]]));
      return { op: "filter", input: rows, where, days: null } satisfies Node;
    },
  };
}

const numbers: readonly string[] = ["integer", "decimal", "double"];

/** Two columns as values that can be equal: a number in one dataset and a text in the other may name the same thing. */
function comparable(mine: string, { columns }: LoadedDataset, theirs: string, { columns: others }: LoadedDataset): readonly [Typed, Typed] {
  const [a, b] = [columns.get(mine)!, others.get(theirs)!];
  const alike = a === b || (numbers.includes(a) && numbers.includes(b));
  const write = (name: string): string => (alike ? quoted(name) : `cast(${quoted(name)} as text)`);
  return [own(write(mine), columns), own(write(theirs), others)];
}

function isOfCustomers({ customer, key }: Dataset): boolean {
  return customer !== undefined && key?.length === 1 && key[0]!.toLowerCase() === customer.toLowerCase();
}

function isAll(key: readonly string[]): boolean {
  return key.length === 1 && key[0] === "all";
}
