/**
 * A finite number's shortest decimal text, shifted by `shift` places and rounded half away from zero to `decimals`. Works on
 * the digits that people see (0.285 is 28.5 %, 1.005 is 1.01), which arithmetic on binary fractions does not.
 */
export function roundDecimal(value: number, decimals: number, shift = 0): { negative: boolean; whole: string; fraction: string } {
  const [mantissa = "0", exponent = "0"] = Math.abs(value).toString().split("e");
  const [before = "0", after = ""] = mantissa.split(".");
  const point = before.length + Number(exponent) + shift;
  const digits = before + after;
  // Digits with the point at `point`: zeros are put in front or behind until it lies inside them.
  const padded = point < 1 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const at = Math.max(point, 1);
  const kept = padded.slice(0, at + decimals).padEnd(at + decimals, "0");
  const up = (padded[at + decimals] ?? "0") >= "5";
  const rounded = up ? (BigInt(kept) + 1n).toString().padStart(kept.length, "0") : kept;
  const whole = rounded.slice(0, rounded.length - decimals).replace(/^0+(?=\d)/, "");
  const fraction = decimals === 0 ? "" : rounded.slice(-decimals);
  return { negative: value < 0 && /[1-9]/.test(whole + fraction), whole, fraction };
}
