/**
 * Holm's step-down p-values (Scandinavian Journal of Statistics 1979): none of several true null hypotheses is refused with a chance
 * above α, whatever their dependence. In the order of the input. Example: [0.01, 0.04, 0.03] → [0.03, 0.06, 0.06].
 */
export function holm(pValues: readonly number[]): number[] {
  const order = ascending(pValues);
  const adjusted = Array.from(pValues);
  let reached = 0;
  for (const [rank, index] of order.entries()) {
    reached = Math.max(reached, Math.min(1, pValues[index]! * (order.length - rank)));
    adjusted[index] = reached;
  }
  return adjusted;
}

/**
 * Benjamini and Hochberg's p-values (JRSS B 1995): of the effects called real at α, on average at most the share α is not. Assumes
 * independent or positively dependent tests. In the order of the input. Example: [0.01, 0.04, 0.03] → [0.03, 0.04, 0.04].
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = ascending(pValues);
  const adjusted = Array.from(pValues);
  let reached = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const index = order[rank - 1]!;
    reached = Math.min(reached, (pValues[index]! * order.length) / rank);
    adjusted[index] = reached;
  }
  return adjusted;
}

function ascending(pValues: readonly number[]): number[] {
  return pValues.map((_, index) => index).sort((a, b) => pValues[a]! - pValues[b]!);
}
