import { type Columns, print, type ValueType } from "../expression/index.ts";
import { columnsOf } from "./columns.ts";
import type { Attached, LoadedDataset, Node, Partner, ProjectedColumn } from "./plan.ts";
import { own, ownColumn, quoted } from "./reading.ts";

/** What each table has besides the columns of its dataset: the row's local day, and the order of reading. */
export type SystemColumn = "$day" | "$row";
const systemTypes = { $day: "date", $row: "integer" } as const;

/** A column to be: its name, its type and where it comes from. */
export interface AttachedColumn {
  readonly name: string;
  readonly type: ValueType;
  readonly of: Attached;
}

/** A dataset with more columns, but for those whose name it bears already (upper and lower case are the same). */
export function withAttached(dataset: LoadedDataset, more: readonly AttachedColumn[]): LoadedDataset {
  const taken = new Set([...dataset.columns.keys()].map((name) => name.toLowerCase()));
  const added = more.filter(({ name }) => {
    const isNew = !taken.has(name.toLowerCase());
    taken.add(name.toLowerCase());
    return isNew;
  });
  if (added.length === 0) return dataset;
  return {
    ...dataset,
    columns: new Map([...dataset.columns, ...added.map(({ name, type }) => [name, type] as const)]),
    attached: new Map([...(dataset.attached ?? []), ...added.map(({ name, of }) => [name, of] as const)]),
  };
}

/**
 * A dataset's rows, each once, with the system's columns and those that are used: of its own table a scan, of partners a join of at most
 * one row beside each.
 */
export function attachedRows(dataset: LoadedDataset, system: readonly SystemColumn[], used: ReadonlySet<string>): Node {
  const asked = new Map<Partner, (readonly [name: string, column: string | null])[]>();
  for (const [name, { partner, column }] of dataset.attached ?? []) {
    if (used.has(name)) asked.set(partner, [...(asked.get(partner) ?? []), [name, column]]);
  }
  const meetings = [...asked].map(([{ id, meet }, columns]) => ({ id, columns, ...meet() }));
  const wanted = new Set([...used, ...meetings.flatMap(({ mine }) => mine.flatMap(({ columns }) => columns))]);
  const read: (readonly [string, ValueType])[] = [
    ...system.map((name) => [name, systemTypes[name]] as const),
    ...[...dataset.columns].filter(([name]) => wanted.has(name) && !dataset.attached?.has(name)),
  ];
  const scan: Node = { op: "scan", dataset: dataset.id, columns: read.map(([name]) => name), types: read.map(([, type]) => type) };
  if (meetings.length === 0) return scan;

  const taken = new Set([...Object.keys(systemTypes), ...dataset.columns.keys()]);
  const unused = (name: string): string => {
    let free = name;
    while (taken.has(free)) free += "_";
    taken.add(free);
    return free;
  };
  const shown: ProjectedColumn[] = read.map(([name]) => ({
    name,
    of: { kind: "expression", expression: ownColumn(name, columnsOf(scan)) },
  }));
  let rows: Node = scan;
  for (const { id, columns, mine, theirs, rows: partners } of meetings) {
    const input = partners(columns.flatMap(([, column]) => column ?? []));
    const available = columnsOf(input);
    const keys = theirs.map((of, index) => ({ name: unused(`$${id} ${index + 1}`), of: { kind: "expression", expression: of } as const }));
    const values = columns.map(([name, column]) => ({
      name: column === null ? unused(`$in ${id}`) : name,
      of: { kind: "expression", expression: column === null ? own("true", available) : ownColumn(column, available) } as const,
    }));
    const right: Node = { op: "project", input, columns: [...keys, ...values] };
    const both: Columns = new Map([...columnsOf(rows), ...columnsOf(right)]);
    const equal = mine.map(({ expression }, index) => `${print(expression)} = ${quoted(keys[index]!.name)}`);
    rows = { op: "join", left: rows, right, where: own(equal.join(" and "), both), lone: true };
    for (const [index, [name, column]] of columns.entries()) {
      const value = quoted(values[index]!.name);
      shown.push({ name, of: { kind: "expression", expression: own(column === null ? `coalesce(${value}, false)` : value, both) } });
    }
  }
  return { op: "project", input: rows, columns: shown };
}
