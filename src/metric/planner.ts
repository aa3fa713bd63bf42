import type { Typed } from "../expression/index.ts";
import { type Framework, HelderError, type Observation } from "../framework/index.ts";
import { type Derivation, derivationOf } from "./derivation.ts";
import { isFilled } from "./filled.ts";
import { type Frame, frameText } from "./frame.ts";
import { type Framed, framedPlan, isMergeable } from "./framed.ts";
import { joinedDataset } from "./join.ts";
import { membershipOf, withSegments } from "./membership.ts";
import { observationsOf } from "./observation.ts";
import { earliestDay, latestDay, periodsOf } from "./periods.ts";
import {
  type Catalog,
  type Key,
  type LoadedDataset,
  manyRows,
  type Measure,
  type Membership,
  type MetricQuery,
  type Plan,
  type Recipe,
  type Span,
} from "./plan.ts";
import { readColumn, readCondition, readExpression, readNumber } from "./reading.ts";
import { formulaOf, guardCycle, metricNamed, unitOf } from "./reference.ts";
import { joined, type Scan, scanOf } from "./scan.ts";
import type { Range } from "./spine.ts";
import { kindOf } from "./types/index.ts";
import type { Derived, Material, Part, Planner, Rows, Source } from "./types/kind.ts";

/** A planner, and what it has gathered from the metrics that it planned. */
interface Gathering {
  readonly planner: Planner;
  /** exact names of the columns of `query.by`, each once */
  by(): readonly string[];
  /** one plan a dataset and frame, and one for each relation that customers' states are read from */
  plans(range: Range): readonly Plan[];
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
  const derivations = new Map<string, Derivation>();
  /** in the order in which recipes number them */
  const makers = new Map<string, (range: Range) => Plan>();
  const names = new Map<string, readonly string[]>();
  const wheres = new Map<string, Typed | null>();
  const parts = new Map<string, Part>();
  const values: Record<string, Recipe> = {};
  const path: string[] = [];
  const { asOf, grain } = query;
  const { fiscalStart } = catalog;
  /** for each of `query.by`, whether it is not a column named before */
  let columnsAsked: readonly boolean[] | null = null;

  /** Over several datasets a segment bears the names that the first one gives. */
  const segment = (): readonly string[] => [...names.values()][0] ?? [];
  const periodName = (): string => {
    let name = "period";
    while (segment().includes(name)) name += "_";
    return name;
  };
  const segmentKeys = (columns: readonly string[]): Key[] =>
    columns.map((column, index) => ({ name: segment()[index]!, of: { kind: "column", column } }));
  const planOf = (key: string): number => [...makers.keys()].indexOf(key);

  /** Resolves the query's dimensions and condition over a dataset. */
  function resolve({ id, columns }: LoadedDataset): void {
    if (names.has(id)) return;
    const resolved = query.by.map((name) => readColumn(name, columns, id));
    columnsAsked ??= resolved.map((name, index) => resolved.indexOf(name) === index);
    names.set(
      id,
      resolved.filter((_, index) => columnsAsked![index]),
    );
    wheres.set(id, query.where === null ? null : readCondition(query.where, columns, { of: "--where", dataset: id }));
  }

  /** The periods of values over a dataset: a total without a range is its own, whatever else is asked. */
  function rangeOf(dataset: LoadedDataset, range: Range): Range {
    return grain === "total" ? { ...range, periods: periodsOf([sourceOfDataset(dataset)], query, fiscalStart) } : range;
  }

  const datasets = new Map<string, LoadedDataset>();
  /** A dataset with the columns of those that it is joined with, and the segments that its rows can be of. */
  function loaded(id: string): LoadedDataset {
    const dataset = datasets.get(id) ?? withSegments(framework, catalog, joinedDataset(framework, catalog, id, asOf), asOf);
    datasets.set(id, dataset);
    return dataset;
  }

  const memberships = new Map<string, Membership>();
  /** The segments that a dataset's rows must be of, each once: a metric's own, and the query's. */
  function membershipsOf(dataset: LoadedDataset, ...segments: readonly (string | null | undefined)[]): readonly Membership[] {
    const asked = [...new Set(segments)].filter((one) => one !== null && one !== undefined);
    return asked.map((id) => {
      const key = JSON.stringify([id, dataset.id]);
      const membership = memberships.get(key) ?? membershipOf(framework, catalog, id, dataset, asOf);
      memberships.set(key, membership);
      return membership;
    });
  }

  function scan(dataset: LoadedDataset, kind: "rows" | "sets" | Framed, of: readonly Membership[]): { scan: Scan; plan: number } {
    const { id, hasTime } = dataset;
    const key = JSON.stringify([id, kind, of.map((one) => one.segment)]);
    let known = scans.get(key);
    if (!known) {
      resolve(dataset);
      scans.set(key, (known = scanOf(dataset, [...segment(), periodName()], of)));
      const made = known;
      makers.set(key, (range) => {
        const keys = segmentKeys(names.get(id)!);
        const where = wheres.get(id)!;
        if (typeof kind === "object")
          return framedPlan(made, kind, { keys, where, period: periodName(), query, fiscalStart }, rangeOf(dataset, range));
        if (grain !== "total") keys.unshift({ name: periodName(), of: { kind: "period", grain, fiscalStart } });
        return made.plan(keys, where, hasTime ? range.days : null);
      });
    }
    return { scan: known, plan: planOf(key) };
  }

  const sources = new Map<string, Source>();
  function sourceOfDataset({ id, first, last, watermark, hasTime }: LoadedDataset): Source {
    const source = sources.get(id) ?? { name: id, first, last, watermark, hasTime };
    sources.set(id, source);
    return source;
  }

  function plannerOf(frame: Frame | null): Planner {
    const planner: Planner = {
      rows({ id, dataset: datasetId, where, segment: own }): Rows {
        const dataset = loaded(datasetId);
        const { columns } = dataset;
        if (frame !== null && !dataset.hasTime) throw new HelderError("time-needed", { dataset: datasetId });
        const origin = { of: id, dataset: datasetId };
        const those = membershipsOf(dataset, own, query.segment);
        const passing = where === undefined ? null : readCondition(where, columns, origin);
        const add = (kind: Parameters<typeof scan>[1], measure: Omit<Measure, "name">, name: string): Recipe => {
          const { scan: shared, plan } = scan(dataset, kind, those);
          return { kind: "measure", plan, name: shared.add(measure, passing, name) };
        };
        return {
          source: sourceOfDataset(dataset),
          any: (text) => readExpression(text, columns, origin),
          number: (text) => readNumber(text, columns, origin),
          condition: (text) => readCondition(text, columns, origin),
          measure(suffix, aggregate, of, more = {}) {
            // Where all rows have a value, their number is the number of rows.
            const counted = aggregate === "count" && of !== null && dataset.filled && isFilled(of.expression, dataset.filled) ? null : of;
            const measure = { function: aggregate, of: counted, where: more.where ?? null, ...(more.p === undefined ? {} : { p: more.p }) };
            const name = suffix === "" ? id : `${id} ${suffix}`;
            if (frame !== null) return add({ frame, byDay: isMergeable(aggregate) }, measure, name);
            const span = aggregate === "count-distinct" ? spanOf(of, dataset) : null;
            // Sets of bits are made of other groups than sums are: they have a statement of their own.
            return span === null ? add("rows", measure, name) : add("sets", { ...measure, span }, name);
          },
          newest(of) {
            const time = framework.datasets.find((one) => one.id === datasetId)?.time;
            const newestBy = dataset.hasTime && time !== undefined ? { newestBy: readColumn(time, columns, datasetId) } : {};
            return add(frame === null ? "rows" : { frame, byDay: false }, { function: "last", of, where: null, ...newestBy }, id);
          },
        };
      },
      material({ id, dataset: datasetId, where, segment: own }, subject = true): Material {
        const dataset = loaded(datasetId);
        const { columns, hasTime } = dataset;
        if (subject) resolve(dataset);
        const declared = framework.datasets.find((one) => one.id === datasetId);
        const origin = { of: id, dataset: datasetId };
        const conditions = [where === undefined ? null : readCondition(where, columns, origin), subject ? wheres.get(datasetId)! : null];
        return {
          dataset,
          source: sourceOfDataset(dataset),
          time: hasTime && declared?.time !== undefined ? readColumn(declared.time, columns, datasetId) : null,
          customer: declared?.customer === undefined ? null : readColumn(declared.customer, columns, datasetId),
          by: subject ? names.get(datasetId)! : [],
          where: joined("and", conditions[0]!, conditions[1]!),
          memberships: membershipsOf(dataset, own, subject ? query.segment : null),
          any: (text) => readExpression(text, columns, origin),
          number: (text) => readNumber(text, columns, origin),
        };
      },
      derived(id, { dataset, memberships: those }, relation): Derived {
        const key = JSON.stringify([relation.key, frame, those.map((one) => one.segment)]);
        let derivation = derivations.get(key);
        if (!derivation) {
          const made = (derivation = derivationOf(dataset, frame, relation, query, fiscalStart, [...segment(), periodName()]));
          derivations.set(key, made);
          makers.set(key, (range) => made.plan(segmentKeys, periodName(), rangeOf(dataset, range)));
        }
        return derivation.of(id, planOf(key), relation.needs ?? {});
      },
      metric(id) {
        const key = `${id}${frameText(frame)}`;
        const known = parts.get(key);
        if (known) return known;
        const metric = metricNamed(framework, id);
        const planned = guardCycle(path, id, () => kindOf(metric).plan(metric as never, planner));
        values[key] = planned.value;
        let rows: readonly Recipe[] | null = null;
        const part: Part = {
          shown: () => planned.value,
          ...planned,
          value: { kind: "metric", metric: key },
          rows: () => (rows ??= planned.rows()),
        };
        parts.set(key, part);
        return part;
      },
      formula: (metric) => formulaOf(framework, metric),
      observed: (metric) => sourceOf(metric.id, observationsOf(metric.series ?? [], observations.get(metric.id) ?? [], asOf)),
      undivided: query.by.length === 0 && query.where === null && (query.segment ?? null) === null,
      unit: (metric) => unitOf(framework, metric.id),
      frame,
      within: plannerOf,
      fiscalStart,
      asOf,
    };
    return planner;
  }

  return {
    planner: plannerOf(null),
    by: segment,
    plans: (range) => [...makers.values()].map((make) => make(range)),
    parts: values,
  };
}

/** Between which values a column of whole numbers lies, where the dataset has rows enough for it to matter. */
function spanOf(of: Typed | null, { rows, spans }: LoadedDataset): Span | null {
  if (of?.expression.kind !== "column" || rows === undefined || rows < manyRows) return null;
  return spans?.get(of.expression.name) ?? null;
}

function sourceOf(name: string, observations: readonly Observation[]): Source {
  const last = latestDay(observations.map((one) => one.to));
  return { name, first: earliestDay(observations.map((one) => one.from)), last, watermark: last, hasTime: true };
}
