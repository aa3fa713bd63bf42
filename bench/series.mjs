/**
 * A level that wanders, for two in three a trend (half of those damped), for two in three a season (additive or relative), and for half
 * of them shocks: one step in fifty is a single outlier or a lasting jump of 3 to 6 deviations. 30–130 steps, of which 12 to be forecast.
 * @param {() => number} uniform
 */
export function simulateSeries(uniform) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const length = 30 + Math.floor(uniform() * 101);
  const noise = 2 + 8 * uniform();
  const memory = uniform() * 0.7;
  const kind = Math.floor(uniform() * 3);
  let slope = kind === 0 ? 0 : noise * 0.15 * normal();
  const damping = kind === 2 ? 0.8 + 0.18 * uniform() : 1;
  const seasonal = Math.floor(uniform() * 3);
  const effects = Array.from({ length: 12 }, () => (seasonal === 0 ? 0 : 0.02 + 0.15 * uniform()) * normal());
  const shocked = uniform() < 0.5;
  let level = 100 + 200 * uniform();
  const values = Array.from({ length: length + 12 }, (_, step) => {
    let error = noise * normal();
    if (shocked && uniform() < 0.02) {
      const size = noise * (3 + 3 * uniform()) * (uniform() < 0.5 ? -1 : 1);
      if (uniform() < 0.5) level += size;
      else error += size;
    }
    const effect = effects[step % 12] ?? 0;
    const value = seasonal === 2 ? level * (1 + effect) + error : level + 150 * effect + error;
    slope *= damping;
    level += slope + memory * noise * normal();
    return value;
  });
  return { y: values.slice(0, length), actual: values.slice(length) };
}

/** @param {number} seed */
export function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
