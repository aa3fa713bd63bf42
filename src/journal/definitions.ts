import type Database from "libsql";

/** How an indicator was defined from a moment on. `definition` names it: equal names, equal definitions; `at` an ISO moment in UTC. */
export interface Definition {
  readonly indicator: string;
  readonly definition: string;
  readonly at: string;
}

/** Keeps those that differ from the newest of their indicator, all or none. */
export function appendDefinitions(database: Database.Database, definitions: readonly Definition[]): void {
  const newest = database.prepare("select definition from definitions where indicator = ? order by id desc limit 1");
  const insert = database.prepare("insert into definitions (indicator, definition, at) values (?, ?, ?)");
  const isNew = ({ indicator, definition }: Definition): boolean =>
    (newest.get(indicator) as { definition: string } | undefined)?.definition !== definition;
  // Who only reads takes no lock from others.
  if (!definitions.some(isNew)) return;
  database.exec("begin immediate");
  try {
    for (const one of definitions) if (isNew(one)) insert.run(one.indicator, one.definition, one.at);
    database.exec("commit");
  } catch (error) {
    database.exec("rollback");
    throw error;
  }
}

/** In the order in which they were seen. */
export function allDefinitions(database: Database.Database): readonly Definition[] {
  return database.prepare("select indicator, definition, at from definitions order by id").all() as Definition[];
}
