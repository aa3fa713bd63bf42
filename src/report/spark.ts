const blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/** Values as a row of blocks between the lowest and the highest; an absent value is `·`, equal values stand halfway. */
export function spark(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const low = known.reduce((a, b) => Math.min(a, b), Infinity);
  const high = known.reduce((a, b) => Math.max(a, b), -Infinity);
  return values
    .map((value) => {
      if (value === null) return "·";
      if (high === low) return blocks[3];
      return blocks[Math.min(7, Math.floor((8 * (value - low)) / (high - low)))];
    })
    .join("");
}
