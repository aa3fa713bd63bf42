import { type Cells, cellsOf, type Cuboid, type Value } from "./cuboids.ts";

/** One combination of the dimensions' elements; `undefined` where elements that are not told apart stand together. */
export interface Leaf {
  /** an element of each dimension, in the order of the dimensions */
  readonly elements: readonly (Value | undefined)[];
  readonly from: Amount;
  readonly to: Amount;
}

/** What a leaf has: `sum` adds up over leaves; a ratio is the sum over `base`, which is null where the sum itself is looked at. */
export interface Amount {
  readonly sum: number;
  readonly base: number | null;
}

export interface ExplainingSegment {
  /** per dimension that it is narrowed to, the element */
  readonly segment: Readonly<Record<string, Value>>;
  /** what its leaves did to the whole, in the unit of the whole; those of an earlier segment are not counted again */
  readonly contribution: number;
  /** of the change; null where the whole did not change */
  readonly share: number | null;
  /** Jensen–Shannon divergence of segment and rest, from before to after, in nats */
  readonly surprise: number;
}

export interface DrillDown {
  readonly change: number;
  /** in the order in which they were found, the most surprising first */
  readonly segments: readonly ExplainingSegment[];
  readonly rest: { readonly contribution: number; readonly share: number | null };
}

export interface DrillDownOptions {
  /** so many dimensions at most narrow a segment */
  readonly depth?: number;
  /** so many segments at most */
  readonly most?: number;
}

/** Segments move a change by at least this part of it; less is left in the rest. */
const least = 0.1;
/** A segment adds at least this part of what the first one does to the surprise; each dimension that narrows it costs as much. */
const worth = 0.03;
/** With fewer leaves the noise between them cannot be told from the causes. */
const fewLeaves = 12;
/** A fraction of leaves by which noise is read, and χ² with one degree of freedom there. */
const quantiles = { quarter: [0.25, 0.1015], half: [0.5, 0.4549] } as const;
/** so many first segments are tried */
const beams = 4;

/**
 * The smallest set of segments (`channel = web`, `channel = web and country = DE`, …) that explains the change of a whole. A cause moves all
 * leaves of its segment alike (the ripple effect of HotSpot, Sun et al. 2018, and Squeeze, Li et al. 2019), so the segment that parts before
 * from after best is sought: the largest Jensen–Shannon divergence of (segment, rest), as in Adtributor (Bhagwan et al., NSDI 2014), here
 * over up to `depth` dimensions; then, among the leaves that are left, the next. By the chain rule of the log-likelihood these surprises add
 * up, so sets compare: {web} with {web and DE, web and BE}. A segment is taken only where it moves the whole, beyond what its rest does, by
 * a tenth of the change, and surprises more than the best of as many segments would by chance; the noise is read from the leaves (their
 * median surprise), of a few leaves from their being counts. What rises or falls everywhere alike stays in the rest.
 *
 * Of a ratio the surprise is that of the rate (the sum beside what the segment's earlier rate would have given) plus that of the mix (the
 * base), each only where it moves the whole: a shift between segments of one rate explains nothing. Contributions are Kitagawa's, rate and
 * mix together, which add up over leaves: s¹/B¹ − s⁰/B⁰ − (b¹/B¹ − b⁰/B⁰)·(R⁰ + R¹)/2. Segments and rest add up to the change. Negative
 * sums surprise like 0.
 *
 * Example: 40 of web-DE becomes 10 while web-NL, shop-DE and shop-NL stay 40: one segment, web and DE, −30, share 1.
 */
export function drillDown(
  dimensions: readonly string[],
  leaves: readonly Leaf[],
  { depth = 3, most = 5 }: DrillDownOptions = {},
): DrillDown {
  const measure = leaves.some(({ from, to }) => from.base !== null || to.base !== null) ? ofRatio(leaves) : ofSum(leaves);
  const { change } = measure;
  const share = (contribution: number): number | null => (change === 0 ? null : contribution / change + 0);
  const cells = cellsOf(leaves, dimensions.length, depth);
  const best = bestSet(cells, measure, Math.min(most, leaves.length));
  const segments = best.map(({ place, members, surprise }): ExplainingSegment => {
    const contribution = summed(measure.contribution, members);
    const segment = Object.fromEntries(
      place.cuboid.dimensions.map((dimension) => [dimensions[dimension]!, leaves[members[0]!]!.elements[dimension]!]),
    );
    return { segment, contribution, share: share(contribution), surprise };
  });
  const rest = segments.reduce((left, { contribution }) => left - contribution, change);
  return { change, segments, rest: { contribution: rest, share: share(rest) } };
}

/** The columns that are summed over leaves, and what a segment's sums say beside those of its rest. */
interface Measure {
  readonly change: number;
  /** of the larger side */
  readonly size: number;
  /** per leaf; they add up to the change */
  readonly contribution: Float64Array;
  /** per column, per leaf */
  readonly columns: readonly Float64Array[];
  /** one reading for a sum; for a ratio that of the rate and that of the mix */
  read(segment: readonly number[], all: readonly number[]): readonly Reading[];
}

interface Reading {
  /** Jensen–Shannon divergence of segment and rest, in nats */
  readonly surprise: number;
  /** of how much that is the divergence: the product is a log-likelihood, which adds up over steps */
  readonly mass: number;
  /** what the segment did to the whole beyond what its rest did */
  readonly moved: number;
}

function ofSum(leaves: readonly Leaf[]): Measure {
  const [before, after] = [column(leaves, ({ from }) => from.sum), column(leaves, ({ to }) => to.sum)];
  const contribution = before.map((from, leaf) => after[leaf]! - from);
  const change = total(contribution);
  const sign = total(before) + total(after) < 0 ? -1 : 1;
  return {
    change,
    size: Math.max(Math.abs(total(before)), Math.abs(total(after))),
    contribution,
    columns: [before, after],
    read([from, to], [allFrom, allTo]) {
      const growth = quotient(allTo! - to!, allFrom! - from!) ?? 1;
      return [{ ...divergence(sign * from!, sign * allFrom!, sign * to!, sign * allTo!), moved: to! - growth * from! }];
    },
  };
}

function ofRatio(leaves: readonly Leaf[]): Measure {
  const sums = [column(leaves, ({ from }) => from.sum), column(leaves, ({ to }) => to.sum)] as const;
  const bases = [column(leaves, ({ from }) => from.base ?? 0), column(leaves, ({ to }) => to.base ?? 0)] as const;
  const [base0, base1] = [total(bases[0]), total(bases[1])];
  const [rate0, rate1] = [quotient(total(sums[0]), base0) ?? 0, quotient(total(sums[1]), base1) ?? 0];
  const mean = (rate0 + rate1) / 2;
  const contribution = sums[0].map(
    (sum, leaf) => (quotient(sums[1][leaf]! - mean * bases[1][leaf]!, base1) ?? 0) - (quotient(sum - mean * bases[0][leaf]!, base0) ?? 0),
  );
  return {
    change: rate1 - rate0,
    size: Math.max(Math.abs(rate0), Math.abs(rate1)),
    contribution,
    columns: [...sums, ...bases],
    read([sum0, sum1, b0, b1], [all0, all1, allB0, allB1]) {
      const [own0, own1] = [quotient(sum0!, b0!), quotient(sum1!, b1!)];
      const [rest0, rest1] = [quotient(all0! - sum0!, allB0! - b0!), quotient(all1! - sum1!, allB1! - b1!)];
      const [w0, w1] = [quotient(b0!, base0) ?? 0, quotient(b1!, base1) ?? 0];
      const apart = ((own0 ?? own1 ?? mean) + (own1 ?? own0 ?? mean)) / 2 - mean;
      const mix = { ...divergence(b0!, allB0!, b1!, allB1!), moved: (w1 - w0) * apart };
      if (own0 === null || own1 === null || rest0 === null || rest1 === null || rest0 === 0)
        return [{ surprise: 0, mass: 0, moved: 0 }, mix];
      const [expected, others] = [own0 * b1!, rest0 * (allB1! - b1!)];
      const rate = { ...divergence(expected, expected + others, sum1!, all1!), moved: ((w0 + w1) / 2) * (own1 - (own0 * rest1) / rest0) };
      return [rate, mix];
    },
  };
}

/** A cell of a cuboid. */
interface Place {
  readonly cuboid: Cuboid;
  readonly cell: number;
}

interface Taken {
  readonly place: Place;
  readonly members: Uint32Array;
  readonly surprise: number;
  /** how much better the set is with it than without */
  readonly gain: number;
}

function bestSet(cells: Cells, measure: Measure, most: number): readonly Taken[] {
  const everything = Uint8Array.from({ length: cells.leaves }, () => 1);
  const once = setWith(noiseOf(measure, everything, quantiles.quarter), cells, measure, most, 1);
  // What causes do to leaves is no noise: it is read from the quietest quarter first, then from all that the causes left.
  const left = everything.slice();
  for (const { members } of once) for (const leaf of members) left[leaf] = 0;
  return setWith(noiseOf(measure, left, quantiles.half), cells, measure, most, beams);
}

function setWith(noise: Noise, cells: Cells, measure: Measure, most: number, starts: number): readonly Taken[] {
  const everything = Uint8Array.from({ length: cells.leaves }, () => 1);
  const first = candidates(cells, measure, noise, everything, 0).slice(0, starts);
  const floor = worth * (first[0]?.gain ?? 0);
  let best: { readonly set: readonly Taken[]; readonly gain: number } = { set: [], gain: 0 };
  for (const start of first) {
    const left = everything.slice();
    const set: Taken[] = [];
    for (let next: Candidate | undefined = start; next !== undefined; next = candidates(cells, measure, noise, left, floor)[0]) {
      const { cuboid, cell } = next;
      const members = rowsOf(left).filter((leaf) => cuboid.cell[leaf] === cell);
      for (const leaf of members) left[leaf] = 0;
      set.push({ place: next, members, surprise: next.surprise, gain: next.gain });
      if (set.length === most) break;
    }
    const gain = set.reduce((sum, one) => sum + one.gain - floor, 0);
    if (gain > best.gain) best = { set, gain };
  }
  return best.set;
}

interface Candidate extends Place {
  readonly surprise: number;
  readonly gain: number;
}

/** Segments of the leaves that are left that are worth naming, the best first. `floor`: the least gain. */
function candidates({ cuboids }: Cells, measure: Measure, noise: Noise, left: Uint8Array, floor: number): Candidate[] {
  const rows = rowsOf(left);
  const all = measure.columns.map((values) => summed(values, rows));
  const moves = Math.max(least * Math.abs(measure.change), 1e-9 * measure.size);
  const ones = new Float64Array(left.length).fill(1);
  const found: Candidate[] = [];
  for (const cuboid of cuboids) {
    const chance = noise.chance?.(cuboid.among) ?? 0;
    const sums = measure.columns.map((values) => summedBy(cuboid, values, rows));
    const contribution = summedBy(cuboid, measure.contribution, rows);
    const counts = summedBy(cuboid, ones, rows);
    for (let cell = 0; cell < cuboid.cells; cell++) {
      // All that is left is no segment of it.
      if (counts[cell] === 0 || counts[cell] === rows.length || cuboid.nameless[cell] === 1) continue;
      if (!(Math.abs(contribution[cell]!) > moves)) continue;
      const readings = measure.read(
        sums.map((values) => values[cell]!),
        all,
      );
      let [surprise, gain] = [0, 0];
      for (const [index, reading] of readings.entries()) {
        if (!(Math.abs(reading.moved) > moves && reading.surprise > 1e-12)) continue;
        const evidence = (reading.surprise * reading.mass) / noise.of[index]! - chance;
        if (evidence <= 0) continue;
        surprise += reading.surprise;
        gain += evidence;
      }
      gain *= 1 - worth * (cuboid.dimensions.length - 1);
      if (gain > floor) found.push({ cuboid, cell, surprise, gain });
    }
  }
  return found.sort((a, b) => b.gain - a.gain);
}

function rowsOf(left: Uint8Array): Uint32Array {
  const rows = new Uint32Array(left.length);
  let count = 0;
  for (let leaf = 0; leaf < left.length; leaf++) if (left[leaf] === 1) rows[count++] = leaf;
  return rows.subarray(0, count);
}

function summed(values: Float64Array, rows: Uint32Array): number {
  let sum = 0;
  for (let row = 0; row < rows.length; row++) sum += values[rows[row]!]!;
  return sum;
}

/** Per cell of a cuboid. */
function summedBy({ cell, cells }: Cuboid, values: Float64Array, rows: Uint32Array): Float64Array {
  const sums = new Float64Array(cells);
  for (let row = 0; row < rows.length; row++) {
    const leaf = rows[row]!;
    sums[cell[leaf]!]! += values[leaf]!;
  }
  return sums;
}

interface Noise {
  /** per kind of reading, how much log-likelihood a leaf has by chance for each that it should have */
  readonly of: readonly number[];
  /** null where nothing tells it: then all that moves the change counts */
  readonly chance: ((among: number) => number) | null;
}

/** The best of `among` cells surprises by ln(among) more than one; and a little more, because it is to be believed. */
const beyondChance = (among: number): number => Math.log(among) + 2;

function noiseOf(measure: Measure, left: Uint8Array, [place, expected]: readonly [number, number]): Noise {
  const rows = rowsOf(left);
  const all = measure.columns.map((values) => summed(values, rows));
  const readings = Array.from(rows, (leaf) =>
    measure.read(
      measure.columns.map((values) => values[leaf]!),
      all,
    ),
  );
  const kinds = [...(readings[0] ?? []).keys()];
  if (rows.length >= fewLeaves) {
    const of = kinds.map((kind) => {
      const evidence = Float64Array.from(readings, (reading) => 2 * reading[kind]!.surprise * reading[kind]!.mass).sort();
      return evidence[Math.floor(evidence.length * place)]! / expected || Number.MIN_VALUE;
    });
    return { of, chance: beyondChance };
  }
  // Whole numbers are read as counts, and of counts it is known how they vary.
  const counts = measure.columns.every((values) => values.every((value) => Math.abs(value - Math.round(value)) < 1e-6));
  if (counts) return { of: kinds.map(() => 1), chance: beyondChance };
  return { of: kinds.map((kind) => Math.max(...readings.map((reading) => reading[kind]!.mass)) || 1), chance: null };
}

/** Before and after weigh as much as there is of them, so that surprise times mass is a log-likelihood. */
function divergence(from: number, allFrom: number, to: number, allTo: number): { readonly surprise: number; readonly mass: number } {
  if (!(allFrom > 0 && allTo > 0)) return { surprise: 0, mass: 0 };
  const mass = allFrom + allTo;
  const share = (part: number, whole: number): number => Math.min(1, Math.max(0, part / whole));
  const [p, q] = [share(from, allFrom), share(to, allTo)];
  const [before, after] = [allFrom / mass, allTo / mass];
  const mean = before * p + after * q;
  const term = (a: number, b: number): number => (a === 0 ? 0 : a * Math.log(a / b));
  const surprise = before * (term(p, mean) + term(1 - p, 1 - mean)) + after * (term(q, mean) + term(1 - q, 1 - mean));
  return { surprise: Math.max(0, surprise), mass };
}

function column(leaves: readonly Leaf[], of: (leaf: Leaf) => number): Float64Array {
  return Float64Array.from(leaves, of);
}

function total(values: Float64Array): number {
  let sum = 0;
  for (let leaf = 0; leaf < values.length; leaf++) sum += values[leaf]!;
  return sum;
}

function quotient(above: number, below: number): number | null {
  return below === 0 ? null : above / below;
}
