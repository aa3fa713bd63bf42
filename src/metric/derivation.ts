import { type Duration, type FiscalStart, formatDuration } from "../calendar/index.ts";
import { type Columns, print } from "../expression/index.ts";
import { columnsOf } from "./columns.ts";
import type { Frame } from "./frame.ts";
import { namer } from "./naming.ts";
import type { Key, LoadedDataset, Measure, MetricQuery, Node, Plan, Recipe } from "./plan.ts";
import { own } from "./reading.ts";
import { frameKey, type Range, spineColumns, spineOf } from "./spine.ts";
import type { Derived, Needed, Relation } from "./types/kind.ts";

/** Everything that is asked of one relation: gathers measures, each once, and becomes one plan. */
export interface Derivation {
  /** `needs`: what the metric `id` needs in it */
  of(id: string, plan: number, needs: Partial<Needed>): Derived;
  plan(segmentKeys: (columns: readonly string[]) => Key[], period: string, range: Range): Plan;
}

/** `taken`: names that keys will bear. */
export function derivationOf(
  dataset: LoadedDataset,
  frame: Frame | null,
  relation: Relation,
  query: MetricQuery,
  fiscalStart: FiscalStart,
  taken: readonly string[],
): Derivation {
  const columns = new Set<string>();
  const durations = new Map<string, Duration>();
  const build = (range: Range): Node => relation.build(range, { columns: [...columns].sort(), durations: [...durations.values()] });
  const measures = new Map<string, Measure>();
  const unused = namer(taken);
  let known: Columns | null = null;

  /** Rows in their places, and the key of the places. */
  function placed(period: string, range: Range): { input: Node; keys: readonly Key[] } {
    const { grain, asOf } = query;
    if (relation.placed === "frame") return { input: build(range), keys: frameKey(period, query, fiscalStart) };
    const input = build(range);
    if (frame !== null) return { input: framed(input, range, frame, query), keys: frameKey(period, query, fiscalStart) };
    const days = { from: range.days.from, to: range.days.to < asOf ? range.days.to : asOf };
    return {
      input: { op: "filter", input, where: null, days },
      keys: grain === "total" ? [] : [{ name: period, of: { kind: "period", grain, fiscalStart } }],
    };
  }

  return {
    of(id, plan, needs): Derived {
      const held = columns.size + durations.size;
      for (const column of needs.columns ?? []) columns.add(column);
      for (const duration of needs.durations ?? []) durations.set(formatDuration(duration), duration);
      if (columns.size + durations.size > held) known = null;
      return {
        columns: (known ??= columnsOf(build({ days: { from: null, to: query.asOf }, periods: [] }))),
        measure(suffix, aggregate, of, more = {}): Recipe {
          const wanted = { function: aggregate, of, where: more.where ?? null, ...(more.p === undefined ? {} : { p: more.p }) };
          const identity = JSON.stringify([aggregate, of && print(of.expression), more.where && print(more.where.expression), more.p]);
          let measure = measures.get(identity);
          if (!measure) measures.set(identity, (measure = { ...wanted, name: unused(suffix === "" ? id : `${id} ${suffix}`) }));
          return { kind: "measure", plan, name: measure.name };
        },
      };
    },
    plan(segmentKeys, period, range) {
      const { input, keys } = placed(period, range);
      const root: Node = { op: "aggregate", input, keys: [...keys, ...segmentKeys(relation.by)], measures: [...measures.values()] };
      return { dataset: dataset.id, root, rows: null };
    },
  };
}

/** Rows beside every period whose frame their day lies in. */
export function framed(input: Node, range: Range, frame: Frame, { asOf }: MetricQuery): Node {
  const { from, next } = spineColumns;
  const spine = spineOf(range, frame, [], asOf);
  const where = own(`"$day" >= "${from}" and "$day" < "${next}"`, new Map([...columnsOf(input), ...columnsOf(spine)]));
  return { op: "join", left: spine, right: input, where };
}
