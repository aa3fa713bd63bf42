import type { CatalogueKpi } from "./kpi.ts";
import { catalogue } from "./kpis/index.ts";

/** A name as it is compared: lower case, without accents, its words joined by hyphens. `Cliënt’s CES` → `client-s-ces`. */
export function slug(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** The id, names and aliases of a KPI in both languages, as they are compared. */
export function slugsOf({ id, name, aliases }: CatalogueKpi): readonly string[] {
  return [...new Set([id, ...[name.nl, name.en, ...aliases.nl, ...aliases.en].map(slug)])];
}

const bySlug = new Map(catalogue.flatMap((kpi) => slugsOf(kpi).map((name) => [name, kpi] as const)));

/** The KPI with this id, name or alias, in either language and whatever the case; null where there is none. */
export function kpiNamed(name: string): CatalogueKpi | null {
  return bySlug.get(slug(name)) ?? null;
}
