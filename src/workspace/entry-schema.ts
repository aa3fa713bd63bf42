import type { z } from "zod";
import { instanceOf, kpiNamed } from "../catalogue/index.ts";
import { CatalogueMetric, metricTypes, type SectionName, sectionSchemas } from "../framework/index.ts";

/** The schema of an entry; of a metric that of its `type`, or of the catalogue's KPI where it has `use`. Null where neither is known. */
export function entrySchema(section: SectionName, raw: Readonly<Record<string, unknown>>): z.ZodType | null {
  if (section !== "metrics") return sectionSchemas[section];
  const { type, use } = raw;
  if (typeof type === "string" && Object.hasOwn(metricTypes, type)) return metricTypes[type as keyof typeof metricTypes];
  if (type !== undefined || use === undefined) return null;
  if (typeof use !== "string") return CatalogueMetric;
  const kpi = kpiNamed(use);
  return kpi && instanceOf(kpi);
}
