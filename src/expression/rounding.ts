/** `x` rounded to `places` decimals (to tens, hundreds … where negative); halves go away from zero: 2.5 → 3, -2.5 → -3. */
export function roundHalfAway(x: number, places: number): number {
  // Shifting the point in the digits instead of multiplying keeps 1.005 the half that it is on paper.
  const rounded = shiftPoint(Math.round(shiftPoint(Math.abs(x), places)), -places);
  return x < 0 && rounded !== 0 ? -rounded : rounded;
}

function shiftPoint(x: number, places: number): number {
  const [digits, exponent] = String(x).split("e");
  return Number(`${digits}e${Number(exponent ?? 0) + places}`);
}
