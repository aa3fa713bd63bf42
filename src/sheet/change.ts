import type { SectionName } from "../framework/index.ts";
import type { SheetEntries, SheetEntry } from "./read.ts";
import type { TypedEntry } from "./table.ts";
import { isMap, same } from "./typed.ts";

/** A value in an entry that a sheet has otherwise. `after` undefined: it goes. */
export interface EntryChange {
  readonly section: SectionName;
  readonly id: string;
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

export interface SheetChanges {
  readonly added: readonly SheetEntry[];
  readonly changed: readonly EntryChange[];
  /** entries that say what is there already */
  readonly unchanged: number;
}

/** What a sheet would change in the entries that are there. An entry that the sheet does not have stays. */
export function sheetChanges(there: readonly TypedEntry[], { entries }: Pick<SheetEntries, "entries">): SheetChanges {
  const byId = new Map(there.flatMap((entry) => (entry.id === null ? [] : [[`${entry.section}/${entry.id}`, entry]])));
  const added: SheetEntry[] = [];
  const changed: EntryChange[] = [];
  let unchanged = 0;
  for (const entry of entries) {
    const { section, id } = entry;
    const known = id === null ? there.find((one) => one.section === section && same(one.value, entry.value)) : byId.get(`${section}/${id}`);
    if (known === undefined) added.push(entry);
    else if (id === null) unchanged++;
    else {
      const found = [...differences(known.value, entry.value, entry.covers, [])].map((change) => ({ section, id, ...change }));
      changed.push(...found);
      if (found.length === 0) unchanged++;
    }
  }
  return { added, changed, unchanged };
}

function* differences(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  covers: SheetEntry["covers"],
  path: readonly string[],
): Iterable<Pick<EntryChange, "path" | "before" | "after">> {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const here = [...path, key];
    const [old, wanted] = [before[key], after[key]];
    if (same(old, wanted)) continue;
    if (isMap(old) && isMap(wanted)) yield* differences(old, wanted, covers, here);
    else if (wanted !== undefined || covers(here)) yield { path: here, before: old, after: wanted };
  }
}
