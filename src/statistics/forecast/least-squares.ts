/** What a trial of the parameters left: the residuals, or null where the model is undefined there. */
export type Residuals = (parameters: Float64Array, into: Float64Array) => boolean;

/**
 * Minimises a sum of squares by Levenberg–Marquardt with a numerical Jacobian (Marquardt 1963, J. SIAM 11, 431–441; scaling by the
 * diagonal). Changes `parameters` into the best point found and returns its sum of squares: Infinity where the start itself is
 * undefined. Ends when a step gains less than the share `tolerance`. Without constraints: the caller maps bounded parameters to the whole line.
 */
export function leastSquares(residuals: Residuals, parameters: Float64Array, count: number, tolerance = 1e-6, iterations = 30): number {
  const size = parameters.length;
  let current = new Float64Array(count);
  let moved = new Float64Array(count);
  if (!residuals(parameters, current)) return Infinity;
  let sum = squares(current);
  if (!Number.isFinite(sum)) return Infinity;
  const jacobian = Array.from({ length: size }, () => new Float64Array(count));
  const normal = Array.from({ length: size }, () => new Float64Array(size));
  const gradient = new Float64Array(size);
  const trial = new Float64Array(size);
  let damping = 1e-2;
  for (let iteration = 0; iteration < iterations; iteration++) {
    trial.set(parameters);
    for (let column = 0; column < size; column++) {
      const at = parameters[column]!;
      const step = 1e-6 * Math.max(1, Math.abs(at));
      trial[column] = at + step;
      const slopes = jacobian[column]!;
      if (residuals(trial, slopes)) for (let row = 0; row < count; row++) slopes[row] = (slopes[row]! - current[row]!) / step;
      else slopes.fill(0);
      trial[column] = at;
    }
    for (let row = 0; row < size; row++) {
      gradient[row] = dot(jacobian[row]!, current);
      for (let column = 0; column <= row; column++) {
        const product = dot(jacobian[row]!, jacobian[column]!);
        normal[row]![column] = product;
        normal[column]![row] = product;
      }
    }
    let better = false;
    let gained = 0;
    for (let attempt = 0; attempt < 8 && !better; attempt++) {
      const step = solve(normal, gradient, damping);
      for (let index = 0; index < size; index++) trial[index] = parameters[index]! - step[index]!;
      const next = residuals(trial, moved) ? squares(moved) : Infinity;
      better = next < sum;
      if (better) {
        gained = (sum - next) / sum;
        sum = next;
        parameters.set(trial);
        [current, moved] = [moved, current];
        damping = Math.max(damping / 6, 1e-9);
      } else damping *= 5;
    }
    if (!better || gained < tolerance) break;
  }
  return sum;
}

/** (A + damping·diag(A)) x = b by Cholesky; a direction without any information gets no step. */
function solve(matrix: readonly Float64Array[], right: Float64Array, damping: number): Float64Array {
  const size = right.length;
  const lower = Array.from({ length: size }, () => new Float64Array(size));
  const solution = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let value = matrix[row]![column]!;
      if (row === column) value += damping * value + 1e-30;
      for (let inner = 0; inner < column; inner++) value -= lower[row]![inner]! * lower[column]![inner]!;
      const pivot = lower[column]![column]!;
      lower[row]![column] = row === column ? Math.sqrt(Math.max(value, 1e-30)) : value / pivot;
    }
    let value = right[row]!;
    for (let inner = 0; inner < row; inner++) value -= lower[row]![inner]! * solution[inner]!;
    solution[row] = value / lower[row]![row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    let value = solution[row]!;
    for (let inner = row + 1; inner < size; inner++) value -= lower[inner]![row]! * solution[inner]!;
    solution[row] = value / lower[row]![row]!;
  }
  for (let row = 0; row < size; row++) if (!(matrix[row]![row]! > 0)) solution[row] = 0;
  return solution;
}

function squares(values: Float64Array): number {
  return dot(values, values);
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index++) sum += left[index]! * right[index]!;
  return sum;
}
