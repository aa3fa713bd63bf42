import type { Role } from "../../connect/index.ts";
import type { Sniffed } from "../load/index.ts";

/** What columns are about by the word of a person, by their names; null: nothing that is asked for. */
export type ColumnRoles = Readonly<Record<string, Role | null>>;

/** What is said of a column in every file that has it, by its name, and of the columns of one file, by its absolute path without links. */
export type RoleCorrections = Readonly<Record<string, Role | null | ColumnRoles>>;

/** What is said of the columns of files that are read as one: what is said of a file goes before what is said of every file. */
export function correctionsOf(corrections: RoleCorrections, paths: readonly string[]): ColumnRoles {
  const entries = Object.entries(corrections);
  const everywhere = entries.flatMap(([column, said]) => (said === null || typeof said === "string" ? [[column, said] as const] : []));
  const own = entries.flatMap(([path, said]) =>
    said !== null && typeof said === "object" && paths.includes(path) ? Object.entries(said) : [],
  );
  return Object.fromEntries([...everywhere, ...own]);
}

/** A file as it was understood, with what a person says of its columns. */
export function corrected(found: Sniffed, corrections: RoleCorrections = {}): Sniffed {
  const changes = ownChanges(
    found.columns.map(({ name }) => name),
    correctionsOf(corrections, found.paths),
  );
  if (changes.length === 0) return found;
  const roles = new Map(found.roles);
  for (const [column, role] of changes) {
    roles.delete(column);
    if (role === null) continue;
    for (const [other, { role: taken }] of roles) if (taken === role) roles.delete(other);
    roles.set(column, { role, confidence: 1, reason: { code: "name", value: column } });
  }
  const of = (role: Role) => [...roles].find(([, one]) => one.role === role)?.[0] ?? null;
  const isSaid = (name: string | null) => name === null || changes.some(([column]) => column === name);
  return {
    ...found,
    roles,
    time: of("time") ?? (isSaid(found.time) ? of("started") : found.time),
    customer: of("customer") ?? (isSaid(found.customer) ? of("email") : found.customer),
  };
}

/** The same of a loaded table's roles; `paths`: the files that it was loaded from. */
export function correctedRoles(
  found: ReadonlyMap<Role, string>,
  columns: ReadonlyMap<string, unknown>,
  corrections: RoleCorrections = {},
  paths: readonly string[] = [],
): Map<Role, string> {
  const roles = new Map(found);
  for (const [column, role] of ownChanges([...columns.keys()], correctionsOf(corrections, paths))) {
    for (const [known, name] of roles) if (name === column) roles.delete(known);
    if (role !== null) roles.set(role, column);
  }
  return roles;
}

function ownChanges(columns: readonly string[], corrections: ColumnRoles): readonly (readonly [string, Role | null])[] {
  return Object.entries(corrections).filter(([column]) => columns.includes(column));
}
