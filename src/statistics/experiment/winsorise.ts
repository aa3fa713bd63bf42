export interface Winsorised {
  readonly values: readonly (readonly number[])[];
  /** values above it were brought down to it */
  readonly limit: number;
  /** how many, per group */
  readonly changed: readonly number[];
}

/**
 * Brings values above a quantile down to it, so that a few very large ones do not decide. The limit is that of all groups together: a
 * limit per group would hide an effect in the tail of one. Quantile as R's type 7. What is estimated afterwards is the mean of capped
 * values, not the mean. (Tukey 1962, Ann. Math. Stat. 33, 17–20.) Example: [[0, 1], [2, 100]] at 0.75: limit 26.5, the last value becomes 26.5.
 */
export function winsorised(groups: readonly (readonly number[])[], quantile: number): Winsorised {
  const sorted = groups.flat().sort((a, b) => a - b);
  const at = (sorted.length - 1) * quantile;
  const low = sorted[Math.floor(at)] ?? 0;
  const limit = low + ((sorted[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at));
  return {
    values: groups.map((group) => group.map((value) => Math.min(value, limit))),
    limit,
    changed: groups.map((group) => group.filter((value) => value > limit).length),
  };
}
