/** The value at a point; writes the slope into `gradient`. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

export interface Climbed {
  readonly at: Float64Array;
  readonly value: number;
}

export interface Maximum extends Climbed {
  /** minus the matrix of second derivatives, symmetric, as rows */
  readonly information: readonly Float64Array[];
  /** inverse of `information`; null where it is not positive definite, so that this is no proper maximum */
  readonly covariance: readonly Float64Array[] | null;
}

/** A coordinate beyond this (a factor of 10⁵ away from 1, on the log scale) has run off: there is no maximum on that side. */
export const horizon = 12;

export function hasRunOff({ at }: Climbed): boolean {
  return at.some((one) => Math.abs(one) >= horizon);
}

/**
 * Climbs from a start by BFGS with an Armijo line search, to within about 1e-6 of a maximum. Stops where a coordinate passes ±`horizon`. Source: Nocedal & Wright (2006), Numerical Optimization, ch. 3 and 6.
 */
export function climb(objective: Objective, start: ArrayLike<number>, rounds = 200): Climbed {
  const n = start.length;
  let at = Float64Array.from(start);
  let gradient = new Float64Array(n);
  let value = objective(at, gradient);
  let inverse = identity(n, 1 / Math.max(1, norm(gradient)));
  for (let round = 0; round < rounds; round++) {
    let direction = product(inverse, gradient);
    let slope = dot(direction, gradient);
    if (!(slope > 0)) {
      inverse = identity(n, 1 / Math.max(1, norm(gradient)));
      direction = product(inverse, gradient);
      slope = dot(direction, gradient);
    }
    // About twice what is left to gain, in units of the objective: what follows is Newton's.
    if (slope < Math.max(1e-6, 1e-11 * Math.abs(value))) break;
    const longest = direction.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    let step = Math.min(1, 2 / longest);
    let next = at;
    let nextValue = -Infinity;
    const nextGradient = new Float64Array(n);
    for (let shorter = 0; shorter < 40; shorter++, step /= 2) {
      next = at.map((one, index) => one + step * direction[index]!);
      nextValue = objective(next, nextGradient);
      if (nextValue >= value + 1e-4 * step * slope) break;
    }
    if (!(nextValue > value)) break;
    const moved = next.map((one, index) => one - at[index]!);
    const bent = gradient.map((one, index) => one - nextGradient[index]!);
    [at, value, gradient] = [next, nextValue, nextGradient];
    if (hasRunOff({ at, value })) break;
    const curvature = dot(moved, bent);
    if (curvature <= 1e-14) continue;
    if (round === 0) inverse = identity(n, curvature / dot(bent, bent));
    update(inverse, moved, bent, curvature);
  }
  return { at, value };
}

/** The maximum near a point that `climb` reached, by Newton steps whose second derivatives are differences of the given gradient. */
export function polish(objective: Objective, start: Climbed): Maximum {
  let { at, value } = start;
  const gradient = new Float64Array(at.length);
  for (let round = 0; ; round++) {
    objective(at, gradient);
    const information = informationAt(objective, at);
    const covariance = inverseOf(information);
    const step = covariance === null ? null : product(covariance, gradient);
    // Half the Newton decrement is what is left to gain; below the rounding of a large objective there is nothing.
    if (step === null || round === 20 || dot(step, gradient) < Math.max(1e-11, 1e-14 * Math.abs(value)))
      return { at, value, information, covariance };
    const next = at.map((one, index) => one + step[index]!);
    const nextValue = objective(next, gradient);
    if (!(nextValue >= value - 1e-9 * Math.abs(value)) || hasRunOff({ at: next, value: nextValue })) {
      return { at, value, information, covariance };
    }
    [at, value] = [next, nextValue];
  }
}

function informationAt(objective: Objective, at: Float64Array): readonly Float64Array[] {
  const n = at.length;
  const width = 1e-4;
  const columns = [...at].map((one, index) => {
    const [above, below] = [new Float64Array(n), new Float64Array(n)];
    objective(at.with(index, one + width), above);
    objective(at.with(index, one - width), below);
    return below.map((slope, row) => (slope - above[row]!) / (2 * width));
  });
  return columns.map((column, index) => column.map((value, row) => (value + columns[row]![index]!) / 2));
}

/** By Cholesky; null where the matrix is not (numerically) positive definite. */
export function inverseOf(matrix: readonly Float64Array[]): readonly Float64Array[] | null {
  const n = matrix.length;
  const root = matrix.map((row) => Float64Array.from(row));
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row]![column]!;
      for (let k = 0; k < column; k++) sum -= root[row]![k]! * root[column]![k]!;
      if (row === column) {
        if (!(sum > 1e-10 * matrix[row]![row]!)) return null;
        root[row]![row] = Math.sqrt(sum);
      } else root[row]![column] = sum / root[column]![column]!;
    }
  }
  const columns = matrix.map((_, which) => {
    const solved = new Float64Array(n);
    for (let row = 0; row < n; row++) {
      let sum = row === which ? 1 : 0;
      for (let k = 0; k < row; k++) sum -= root[row]![k]! * solved[k]!;
      solved[row] = sum / root[row]![row]!;
    }
    for (let row = n - 1; row >= 0; row--) {
      let sum = solved[row]!;
      for (let k = row + 1; k < n; k++) sum -= root[k]![row]! * solved[k]!;
      solved[row] = sum / root[row]![row]!;
    }
    return solved;
  });
  return columns;
}

/** BFGS: the inverse matrix learns from a step and from what it did to the slope. */
function update(inverse: Float64Array[], moved: Float64Array, bent: Float64Array, curvature: number): void {
  const seen = product(inverse, bent);
  const factor = 1 + dot(bent, seen) / curvature;
  for (const [row, line] of inverse.entries()) {
    for (let column = 0; column < line.length; column++) {
      line[column]! += (factor * moved[row]! * moved[column]! - seen[row]! * moved[column]! - moved[row]! * seen[column]!) / curvature;
    }
  }
}

function identity(n: number, scale: number): Float64Array[] {
  return Array.from({ length: n }, (_, index) => new Float64Array(n).fill(scale, index, index + 1));
}

function product(matrix: readonly Float64Array[], vector: Float64Array): Float64Array {
  return vector.map((_, row) => dot(matrix[row]!, vector));
}

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, index) => sum + value * other[index]!, 0);
}

function norm(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector));
}
