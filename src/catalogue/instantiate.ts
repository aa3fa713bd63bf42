import { z } from "zod";
import { CatalogueMetric, isTyped, type Language, type Metric, metricTypes, type TypedMetric } from "../framework/index.ts";
import type { CatalogueKpi, Template } from "./kpi.ts";
import { kpiNamed } from "./named.ts";

type Parameters = Readonly<Record<string, unknown>>;

/**
 * The schema of a metric that uses this KPI: what its template asks is required, what the template fixes is unknown. Its value is the
 * typed metric, which keeps `use`, now the KPI's id, and has the KPI's unit and direction where it names none.
 */
export function instanceOf(kpi: CatalogueKpi): z.ZodType<TypedMetric> {
  const made = schemas.get(kpi) ?? schemaOf(kpi);
  schemas.set(kpi, made);
  return made;
}

/** Schemas cost more to make than to use, and a workspace uses one KPI many times. */
const schemas = new Map<CatalogueKpi, z.ZodType<TypedMetric>>();

function schemaOf(kpi: CatalogueKpi): z.ZodType<TypedMetric> {
  const { type, fixed = {}, usual = {}, asks } = kpi.template as Loose;
  const { type: _, ...shape } = metricTypes[type].shape as Record<string, z.ZodType>;
  const parameters = Object.entries(shape).flatMap(([key, schema]): [string, z.ZodType][] => {
    if (key in fixed) return [];
    if (key in usual) return [[key, schema.prefault(usual[key])]];
    return [[key, asks.includes(key) ? z.nonoptional(schema) : schema]];
  });
  const given = Object.fromEntries(Object.entries(fixed).map(([key, value]) => [key, shape[key]!.parse(value)]));
  return z
    .strictObject({ ...Object.fromEntries(parameters), use: CatalogueMetric.shape.use })
    .transform((typed: Parameters) => ({ ...measuredIn(kpi, typed), ...given, ...typed, type, use: kpi.id }) as unknown as TypedMetric);
}

interface Loose extends Pick<Template, "type"> {
  readonly fixed?: Parameters;
  readonly usual?: Parameters;
  readonly asks: readonly string[];
}

function measuredIn({ unit, direction }: CatalogueKpi, typed: Parameters): Parameters {
  // A duration is told in the unit that it is counted in, whatever is usual.
  return { unit: typed["in"] ?? unit, direction };
}

export type Instantiated =
  | { readonly ok: true; readonly metric: TypedMetric }
  | { readonly ok: false; readonly reason: "unknown-kpi" }
  | { readonly ok: false; readonly reason: "wrong-parameters"; readonly missing: readonly string[]; readonly wrong: readonly string[] };

/**
 * The typed metric that an instance of the catalogue stands for. `missing` parameters must be typed, `wrong` ones have a value of the
 * wrong kind, or do not belong.
 */
export function instantiate(metric: CatalogueMetric): Instantiated {
  const kpi = kpiNamed(metric.use);
  if (!kpi) return { ok: false, reason: "unknown-kpi" };
  const read = instanceOf(kpi).safeParse(metric);
  if (read.success) return { ok: true, metric: read.data };
  const keys = read.error.issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path[0])]));
  const [missing, wrong] = [keys.filter((key) => !(key in metric)), keys.filter((key) => key in metric)];
  return { ok: false, reason: "wrong-parameters", missing, wrong };
}

/** The metric with the name of the KPI that it uses, where it has none of its own. */
export function named(metric: Metric, language: Language): Metric {
  if (!isTyped(metric) || metric.use === undefined || metric.name !== undefined) return metric;
  return { ...metric, name: kpiNamed(metric.use)!.name[language] };
}
