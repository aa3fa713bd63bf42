import { z } from "zod";
import { holm } from "../experiment/multiplicity.ts";
import { straightLine } from "../forecast/season.ts";
import type { Method } from "../method.ts";
import { badInput, unsafe } from "../refusal.ts";
import { seasonalPattern } from "../signal/season.ts";
import { normalUpperQuantile, tUpper } from "../special/tails.ts";
import { autoregression, whitened } from "./autoregression.ts";

const Series = z.array(z.number().min(-1e100).max(1e100)).max(10_000);
const Input = z.strictObject({
  x: Series,
  y: Series,
  lags: z.int().min(0).max(100).default(6),
  season: z.int().min(1).max(1_000).nullable().default(null),
  alpha: z.number().gt(0).lt(1).default(0.05),
});
export type AssociationInput = z.infer<typeof Input>;

/** How what is unusual in `x` goes with what is unusual in `y` so many steps later. */
export interface Lagged {
  readonly lag: number;
  /** −1 … 1 */
  readonly correlation: number;
  /** at 1 − `alpha` for all lags together */
  readonly interval: readonly [number, number];
  /** corrected for the number of lags (Holm) */
  readonly pValue: number;
}

export interface Association {
  /** always this word: that two series move together says nothing about what moves what */
  readonly kind: "association";
  /** the largest correlation of those that stand out; null: none does */
  readonly strongest: Lagged | null;
  readonly lags: readonly Lagged[];
  /** how many earlier values the filters look back on */
  readonly order: number;
}

/** Fewer pairs than this cannot tell an association of 0.6 from none. */
const fewestPairs = 20;

/**
 * Whether two series move together, `y` so many steps after `x`: the cross-correlation of pre-whitened series (Box & Jenkins 1976,
 * Time Series Analysis, §11.1–11.2; each series by its own filter: Haugh 1976, JASA 71, 378–385).
 *
 * Two series that each drift or have a season correlate by themselves. So a straight line and the season are taken off both, both are
 * differenced where their neighbours agree beyond 0.8, and what an autoregression foretells of each is taken off it. What is left are
 * surprises, and r_k = Σ uₜ vₜ₊ₖ / √(Σu² Σv²) is then about normal with variance 1/n where nothing associates them. p-values:
 * t = r√((n − 2)/(1 − r²)) with n − 2 degrees of freedom, Holm over all lags; intervals: Fisher's z, alpha shared by all lags.
 *
 * `x` and `y` in time order at equal distances, of the same steps, without gaps; `lags` looks 0 … so many steps ahead; `season` the steps in
 * a cycle. Assumes that the relation is linear and the same all the time. Throws `bad-input` for unequal lengths or a series that
 * is constant or a straight line, `approximation-unsafe` where fewer than 20 pairs are left at the longest lag.
 * Example: y = x one step later plus noise as large → correlation about 0.7 at lag 1, and none at the others.
 */
export const association: Method<AssociationInput, Association> = {
  name: "association",
  told: {
    nl: "of een reeks samengaat met een andere, een aantal stappen later",
    en: "whether a series moves with another, some steps later",
  },
  input: Input,
  compute({ x, y, lags, season, alpha }) {
    if (x.length !== y.length) throw badInput({ nl: "x en y zijn niet even lang", en: "x and y differ in length" });
    const [plainX, plainY] = [plain(x, season), plain(y, season)];
    const differenced = isPersistent(plainX.values) || isPersistent(plainY.values);
    const [u, v] = [plainX, plainY].map(({ values }) => surprises(differenced ? differences(values) : values)) as [Surprises, Surprises];
    const order = Math.max(u.order, v.order);
    const [left, right] = [u, v].map((series) => series.values.subarray(order - series.order)) as [Float64Array, Float64Array];
    // What a season cost both series is no longer there to tell association from chance.
    const spent = Math.ceil(Math.max(plainX.parameters, plainY.parameters));
    if (left.length - lags - spent < fewestPairs) throw tooShort(fewestPairs + lags + spent + order + Number(differenced), x.length);
    const each = Array.from({ length: lags + 1 }, (_, lag) => ({
      lag,
      correlation: correlation(left, right, lag),
      n: left.length - lag - spent,
    }));
    const corrected = holm(each.map(({ correlation: r, n }) => 2 * tUpper(Math.abs(r) * Math.sqrt((n - 2) / (1 - r * r)), n - 2)));
    const wide = normalUpperQuantile(alpha / (2 * (lags + 1)));
    const all = each.map(({ lag, correlation: r, n }, index): Lagged => {
      const half = wide / Math.sqrt(n - 3);
      return {
        lag,
        correlation: r,
        interval: [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)],
        pValue: corrected[index]!,
      };
    });
    const standingOut = all.filter(({ pValue }) => pValue < alpha);
    const [strongest = null] = standingOut.toSorted((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
    return { kind: "association", strongest, lags: all, order: order + Number(differenced) };
  },
};

interface Surprises {
  readonly values: Float64Array;
  readonly order: number;
}

function surprises(series: Float64Array): Surprises {
  const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
  const around = series.map((value) => value - mean);
  const coefficients = autoregression(around, Math.min(10, series.length >> 3));
  return { values: whitened(around, coefficients), order: coefficients.length };
}

interface Plain {
  readonly values: Float64Array;
  /** how many free numbers its season cost */
  readonly parameters: number;
}

/** A series without its straight line and its season, in units of the largest value. */
function plain(series: readonly number[], season: number | null): Plain {
  if (series.length < 8) throw tooShort(fewestPairs, series.length);
  const largest = series.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-290);
  const scaled = Float64Array.from(series, (value) => value / largest);
  const { slope, centre } = straightLine(scaled);
  const level = scaled.map((value, index) => value - slope * (index - centre));
  const pattern = season === null || season < 2 ? null : seasonalPattern([...level], season);
  const values = pattern === null ? level : level.map((value, index) => value - pattern.effects[index % pattern.effects.length]!);
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  // What is left of a constant or a line is rounding, and rounding correlates with anything.
  if (values.every((value) => Math.abs(value - mean) < 1e-12))
    throw badInput({ nl: "een reeks zonder verrassingen gaat met niets samen", en: "a series without any surprise moves with nothing" });
  return { values, parameters: pattern?.parameters ?? 0 };
}

/** Whether neighbours agree so much that the series may drift without end. */
function isPersistent(series: Float64Array): boolean {
  const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
  let [products, squares] = [0, 0];
  series.forEach((value, index) => {
    squares += (value - mean) ** 2;
    if (index > 0) products += (value - mean) * (series[index - 1]! - mean);
  });
  return products > 0.8 * squares;
}

function differences(series: Float64Array): Float64Array {
  return series.subarray(1).map((value, index) => value - series[index]!);
}

/** Of `right` so many steps after `left`; their scale from all values, so that lags can be compared. */
function correlation(left: Float64Array, right: Float64Array, lag: number): number {
  let product = 0;
  for (let index = lag; index < right.length; index++) product += left[index - lag]! * right[index]!;
  const scale = Math.sqrt(squares(left) * squares(right));
  const found = scale > 0 ? (product / scale) * (left.length / (left.length - lag)) : 0;
  return Math.min(0.999_999, Math.max(-0.999_999, found));
}

function squares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

function tooShort(needed: number, given: number): Error {
  return unsafe(
    {
      nl: `${given} stappen zijn te kort om toeval van samengaan te onderscheiden; er zijn er ten minste ${needed} nodig`,
      en: `${given} steps are too few to tell association from chance; at least ${needed} are needed`,
    },
    { nl: "een experiment (stats experiment)", en: "an experiment (stats experiment)" },
  );
}
