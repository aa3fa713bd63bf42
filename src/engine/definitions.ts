import { createHash } from "node:crypto";
import { type Day, dayInZone } from "../calendar/index.ts";
import { type Framework, HelderError } from "../framework/index.ts";
import type { Journal } from "../journal/index.ts";
import { meaningOf } from "../metric/index.ts";

/** How indicators were defined from a day on, by indicator, oldest first. */
export type Definitions = ReadonlyMap<string, readonly { readonly definition: string; readonly on: Day }[]>;

/** Notes how the causes of links are defined now, and tells how they were before. `now`: ms since 1970. */
export function definitionsOf(framework: Framework, journal: Journal, now: number): Definitions {
  const at = new Date(now).toISOString();
  const causes = new Set(framework.links.map(({ from }) => from));
  journal.appendDefinitions(
    [...framework.kpis, ...framework.cpis].flatMap(({ id, metric, direction }) => {
      const definition = metric !== undefined && causes.has(id) ? nameOf(framework, metric, direction) : null;
      return definition === null ? [] : [{ indicator: id, definition, at }];
    }),
  );
  const known = new Map<string, { definition: string; on: Day }[]>();
  for (const { indicator, definition, at: seen } of journal.definitions()) {
    const on = dayInZone(Date.parse(seen), framework.settings.timezone);
    const before = known.get(indicator);
    if (before === undefined) known.set(indicator, [{ definition, on }]);
    else before.push({ definition, on });
  }
  return known;
}

/** A metric that cannot be read now has no definition: whoever is typing has not changed anything yet. */
function nameOf(framework: Framework, metric: string, direction: string | undefined): string | null {
  try {
    return createHash("sha256")
      .update(JSON.stringify([metric, direction ?? null, meaningOf(framework, metric)]))
      .digest("base64url");
  } catch (problem) {
    if (problem instanceof HelderError) return null;
    throw problem;
  }
}

/**
 * The first day on which an indicator was no longer what it was on `ended`; null where it is on `asOf`, also where it is so again. What was
 * seen first counts for all days before, and for a day that is not known.
 */
export function redefinedAfter(definitions: Definitions, indicator: string, ended: Day | null, asOf: Day): Day | null {
  const known = (definitions.get(indicator) ?? []).filter(({ on }) => on <= asOf);
  const then = known.findLast(({ on }) => ended !== null && on <= ended) ?? known[0];
  if (then === undefined || known.at(-1)!.definition === then.definition) return null;
  return known.slice(known.indexOf(then)).find(({ definition }) => definition !== then.definition)!.on;
}
