/** A number as people type it in either language, `41`, `41,5` or `25 %` (0.25); null for all else, thousands separators included. */
export function typedNumber(text: string): number | null {
  const match = /^\s*([+-]?\d+(?:[.,]\d+)?)\s*(%?)\s*$/.exec(text);
  if (!match) return null;
  const number = Number(match[1]!.replace(",", "."));
  return match[2] ? Number((number / 100).toPrecision(15)) : number;
}
