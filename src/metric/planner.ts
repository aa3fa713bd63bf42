import type { Day } from "../calendar/index.ts";
import { suggest, type Typed } from "../expression/index.ts";
import { type Framework, HelderError, type Observation } from "../framework/index.ts";
import { isFilled } from "./filled.ts";
import { observationsOf } from "./observation.ts";
import { earliestDay, latestDay } from "./periods.ts";
import type { Catalog, Key, LoadedDataset, MetricQuery, Plan, Recipe } from "./plan.ts";
import { readColumn, readCondition, readExpression, readNumber, suggestionText } from "./reading.ts";
import { formulaOf, guardCycle, metricNamed, unitOf } from "./reference.ts";
import { type Scan, scanOf } from "./scan.ts";
import { kindOf } from "./types/index.ts";
import type { Part, Planner, Rows, Source } from "./types/kind.ts";

/** A planner, and what it has gathered from the metrics that it planned. */
interface Gathering {
  readonly planner: Planner;
  /** exact names of the columns of `query.by`, each once */
  by(): readonly string[];
  /** one plan a dataset, over rows of these days */
  plans(days: { readonly from: Day | null; readonly to: Day }): readonly Plan[];
  readonly parts: Readonly<Record<string, Recipe>>;
}

/** Plans metrics over one query's dimensions and condition; metrics over one dataset share its scan. */
export function gatheringOf(
  framework: Framework,
  catalog: Catalog,
  query: MetricQuery,
  observations: ReadonlyMap<string, readonly Observation[]>,
): Gathering {
  const scans = new Map<string, Scan>();
  const names = new Map<string, readonly string[]>();
  const wheres = new Map<string, Typed | null>();
  const parts = new Map<string, Part>();
  const values: Record<string, Recipe> = {};
  const path: string[] = [];
  /** for each of `query.by`, whether it is not a column named before */
  let columnsAsked: readonly boolean[] | null = null;

  /** Over several datasets a segment bears the names that the first one gives. */
  const segment = (): readonly string[] => [...names.values()][0] ?? [];
  const periodName = (): string => {
    let name = "period";
    while (segment().includes(name)) name += "_";
    return name;
  };

  function scan(dataset: LoadedDataset): { scan: Scan; plan: number } {
    const { id, columns } = dataset;
    if (!scans.has(id)) {
      const resolved = query.by.map((name) => readColumn(name, columns, id));
      columnsAsked ??= resolved.map((name, index) => resolved.indexOf(name) === index);
      names.set(
        id,
        resolved.filter((_, index) => columnsAsked![index]),
      );
      wheres.set(id, query.where === null ? null : readCondition(query.where, columns, { of: "--where", dataset: id }));
      scans.set(id, scanOf(dataset, [...segment(), periodName()]));
    }
    return { scan: scans.get(id)!, plan: [...scans.keys()].indexOf(id) };
  }

  const sources = new Map<string, Source>();
  function sourceOfDataset({ id, first, last, watermark, hasTime }: LoadedDataset): Source {
    const source = sources.get(id) ?? { name: id, first, last, watermark, hasTime };
    sources.set(id, source);
    return source;
  }

  const planner: Planner = {
    rows({ id, dataset: datasetId, where }): Rows {
      const dataset = loaded(framework, catalog, datasetId);
      const { columns } = dataset;
      const { scan: shared, plan } = scan(dataset);
      const origin = { of: id, dataset: datasetId };
      const passing = where === undefined ? null : readCondition(where, columns, origin);
      const recipe = (name: string): Recipe => ({ kind: "measure", plan, name });
      return {
        source: sourceOfDataset(dataset),
        any: (text) => readExpression(text, columns, origin),
        number: (text) => readNumber(text, columns, origin),
        condition: (text) => readCondition(text, columns, origin),
        measure(suffix, aggregate, of, more = {}) {
          // Where all rows have a value, their number is the number of rows.
          const counted = aggregate === "count" && of !== null && dataset.filled && isFilled(of.expression, dataset.filled) ? null : of;
          const measure = { function: aggregate, of: counted, where: more.where ?? null, ...(more.p === undefined ? {} : { p: more.p }) };
          return recipe(shared.add(measure, passing, suffix === "" ? id : `${id} ${suffix}`));
        },
        newest(of) {
          const time = framework.datasets.find((one) => one.id === datasetId)?.time;
          const newestBy = dataset.hasTime && time !== undefined ? { newestBy: readColumn(time, columns, datasetId) } : {};
          return recipe(shared.add({ function: "last", of, where: null, ...newestBy }, passing, id));
        },
      };
    },
    metric(id) {
      const known = parts.get(id);
      if (known) return known;
      const metric = metricNamed(framework, id);
      const planned = guardCycle(path, id, () => kindOf(metric).plan(metric as never, planner));
      values[id] = planned.value;
      let rows: readonly Recipe[] | null = null;
      const part: Part = {
        shown: () => planned.value,
        ...planned,
        value: { kind: "metric", metric: id },
        rows: () => (rows ??= planned.rows()),
      };
      parts.set(id, part);
      return part;
    },
    formula: (metric) => formulaOf(framework, metric),
    observed: (metric) => sourceOf(metric.id, observationsOf(metric.series ?? [], observations.get(metric.id) ?? [], query.asOf)),
    undivided: query.by.length === 0 && query.where === null,
    unit: (metric) => unitOf(framework, metric.id),
  };

  return {
    planner,
    by: segment,
    plans: (days) =>
      [...scans.values()].map((one) => {
        const { id, hasTime } = one.dataset;
        const { grain } = query;
        const keys: Key[] = names.get(id)!.map((column, index) => ({ name: segment()[index]!, of: { kind: "column", column } }));
        if (grain !== "total") keys.unshift({ name: periodName(), of: { kind: "period", grain, fiscalStart: catalog.fiscalStart } });
        return one.plan(keys, wheres.get(id)!, hasTime ? days : null);
      }),
    parts: values,
  };
}

function loaded(framework: Framework, catalog: Catalog, id: string): LoadedDataset {
  const dataset = catalog.datasets.get(id);
  if (dataset) return dataset;
  const known = framework.datasets.map((one) => one.id);
  if (known.includes(id))
    throw new HelderError("dataset-broken", { dataset: id, reason: "it is not loaded", "reason-nl": "hij is niet geladen" });
  throw new HelderError("unknown-dataset", { name: id, suggestion: suggestionText(suggest(id, known)) });
}

function sourceOf(name: string, observations: readonly Observation[]): Source {
  const last = latestDay(observations.map((one) => one.to));
  return { name, first: earliestDay(observations.map((one) => one.from)), last, watermark: last, hasTime: true };
}
