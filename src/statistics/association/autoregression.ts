/**
 * Coefficients a₁ … a_p of an autoregression xₜ = Σ aᵢ xₜ₋ᵢ + εₜ of a series with mean 0, by Burg's recursion (1967; Kay & Marple 1981, Proc.
 * IEEE 69, §II-E), the order p ≤ `most` by the corrected Akaike criterion n ln σ² + 2(p + 1)n/(n − p − 2) (Hurvich & Tsai 1989). Always
 * stationary. Empty for white noise.
 */
export function autoregression(x: Float64Array, most: number): number[] {
  const n = x.length;
  let forward = x.slice(1);
  let backward = x.slice(0, -1);
  let power = x.reduce((sum, value) => sum + value * value, 0) / n;
  let coefficients: number[] = [];
  let best = { criterion: criterion(n, power, 0), coefficients };
  for (let order = 1; order <= most && power > 0; order++) {
    let [product, squares] = [0, 0];
    forward.forEach((ahead, index) => {
      const behind = backward[index]!;
      product += ahead * behind;
      squares += ahead * ahead + behind * behind;
    });
    if (squares === 0) break;
    const reflection = (2 * product) / squares;
    coefficients = [...coefficients.map((own, index) => own - reflection * coefficients[order - 2 - index]!), reflection];
    power *= 1 - reflection ** 2;
    const found = criterion(n, power, order);
    if (found < best.criterion) best = { criterion: found, coefficients };
    const [ahead, behind] = [forward, backward];
    forward = ahead.map((value, index) => value - reflection * behind[index]!).subarray(1);
    backward = behind.map((value, index) => value - reflection * ahead[index]!).subarray(0, -1);
  }
  return best.coefficients;
}

function criterion(n: number, power: number, order: number): number {
  return n * Math.log(power) + (2 * (order + 1) * n) / (n - order - 2);
}

/** What an autoregression leaves of a series: one value per step from p on. */
export function whitened(x: Float64Array, coefficients: readonly number[]): Float64Array {
  const order = coefficients.length;
  return x.subarray(order).map((value, index) => coefficients.reduce((rest, own, lag) => rest - own * x[index + order - 1 - lag]!, value));
}
