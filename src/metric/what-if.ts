import { eachInput } from "./describe.ts";
import { type Made, madeOf, type Values } from "./made.ts";
import { metricNamed, type Metrics } from "./reference.ts";

/** One metric that moves another, beyond what formulas say. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** What becomes of metrics when others change. */
export interface WhatIf<Moving extends Move> {
  /** whether a change reaches the metric, by its formula or by a move */
  touched(metric: string): boolean;
  /** metrics between it and a changed one whose value does not follow from other values, so that the change stops there */
  stops(metric: string): readonly string[];
  /** all metrics whose measured values are needed for its value, the metric itself first */
  needs(metric: string): readonly string[];
  /** the moves that its value passes through, in the order in which they were given */
  through(metric: string): readonly Moving[];
  /**
   * The metric's value in one period, of which `measured` are the values. `factor`: what a move makes of its result where its cause becomes
   * `ratio` times what it was. Null where a value that it needs is not known, or a cause is not above 0.
   */
  value(metric: string, measured: Values, factor: (move: Moving, ratio: number) => number): number | null;
  /** moves that are left out: the metric is set already, or its result moves its cause */
  readonly left: ReadonlyMap<Moving, "set" | "circular">;
}

/**
 * The values that metrics have if some are changed and some move others. Ratios and formulas are computed again from their parts; what looks
 * over several periods (rolling, running) cannot be, and keeps its value. A move of a ratio moves its numerator: what it is a share of stays, and
 * whatever else counts the numerator moves along. A move of which the cause is not touched does nothing. Throws as `formulaOf`, and
 * `metric-cycle`.
 */
export function whatIf<Moving extends Move>(
  framework: Metrics,
  changes: ReadonlyMap<string, (value: number) => number>,
  moves: readonly Moving[],
): WhatIf<Moving> {
  const hot = new Set(changes.keys());
  const made = new Map<string, Made>();
  const of = (metric: string): Made => {
    const known = made.get(metric) ?? madeOf(framework, metric, (id) => id !== metric && hot.has(id));
    made.set(metric, known);
    return known;
  };
  const touched = (metric: string): boolean => hot.has(metric) || of(metric).leaves.some((leaf) => hot.has(leaf));
  const incoming = new Map<string, Moving[]>();
  const left = new Map<Moving, "set" | "circular">();

  /** Metrics that have to be known before it, itself included. */
  const before = (metric: string, seen: Set<string> = new Set()): ReadonlySet<string> => {
    if (seen.has(metric)) return seen;
    seen.add(metric);
    if (changes.has(metric)) return seen;
    for (const leaf of of(metric).leaves) before(leaf, seen);
    for (const { from } of incoming.get(metric) ?? []) before(from, seen);
    return seen;
  };

  for (let waiting = [...moves], added = true; added;) {
    added = false;
    const later: Moving[] = [];
    for (const move of waiting) {
      const target = numeratorOf(framework, move.to, changes);
      if (!touched(move.from)) {
        later.push(move);
        continue;
      }
      if (changes.has(target)) {
        left.set(move, "set");
        continue;
      }
      const isNew = !hot.has(target);
      hot.add(target);
      made.clear();
      if (before(move.from).has(target)) {
        left.set(move, "circular");
        if (isNew) hot.delete(target);
        made.clear();
        continue;
      }
      incoming.set(target, [...(incoming.get(target) ?? []), move]);
      added = true;
    }
    waiting = later;
  }

  const through = (metric: string): readonly Moving[] => {
    const passed = new Set([...before(metric)].flatMap((id) => incoming.get(id) ?? []));
    return moves.filter((move) => passed.has(move));
  };

  return {
    touched,
    stops: (metric) =>
      of(metric).leaves.filter((leaf) => !hot.has(leaf) && partsOf(framework, leaf).some((part) => part !== leaf && touched(part))),
    needs: (metric) => [...new Set([...before(metric)].flatMap((id) => partsOf(framework, id)))],
    through,
    value(metric, measured, factor) {
      const known = new Map<string, number | null>();
      const valueOf = (id: string): number | null => {
        if (!known.has(id)) known.set(id, worked(id));
        return known.get(id)!;
      };
      const worked = (id: string): number | null => {
        const change = changes.get(id);
        const now = measured(id);
        if (change !== undefined) return now === null ? null : change(now);
        const composed = of(id);
        let all = composed.leaves.some((leaf) => leaf !== id && hot.has(leaf)) ? composed.value(valueOf) : now;
        for (const move of incoming.get(id) ?? []) {
          const [was, becomes] = [measured(move.from), valueOf(move.from)];
          if (all === null || was === null || becomes === null || was <= 0 || becomes <= 0) return null;
          all *= factor(move, becomes / was);
        }
        return all;
      };
      return valueOf(metric);
    },
    left,
  };
}

function numeratorOf(framework: Metrics, id: string, changes: ReadonlyMap<string, unknown>): string {
  const metric = metricNamed(framework, id);
  return metric.type === "ratio" && !changes.has(id) ? numeratorOf(framework, metric.numerator, changes) : id;
}

/** The metric and all that it is made of, each once. Throws as `eachInput`. */
export function partsOf(framework: Metrics, metric: string): readonly string[] {
  const parts: string[] = [];
  eachInput(framework, metric, ({ id }) => parts.push(id));
  return parts;
}
