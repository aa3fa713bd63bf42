/** Scores are deviations from the centre in σ; `last` is the point that may complete the pattern. */
type Completes = (scores: readonly number[], last: number) => boolean;

/** So many of the last `of` points beyond a distance, on one and the same side. */
function beyond(many: number, of: number, distance: number): Completes {
  return (scores, last) => {
    if (last < of - 1) return false;
    let [above, below] = [0, 0];
    for (let index = last - of + 1; index <= last; index++) {
      if (scores[index]! > distance) above++;
      else if (scores[index]! < -distance) below++;
    }
    return above >= many || below >= many;
  };
}

/** The last `of` points each step as `follows` says, given the step before. */
function steps(of: number, follows: (step: number, before: number) => boolean): Completes {
  return (scores, last) => {
    if (last < of - 1) return false;
    for (let index = last; index > last - of + 1; index--) {
      const step = Math.sign(scores[index]! - scores[index - 1]!);
      const before = index > last - of + 2 ? Math.sign(scores[index - 1]! - scores[index - 2]!) : null;
      if (step === 0 || (before !== null && !follows(step, before))) return false;
    }
    return true;
  };
}

const within: Completes = (scores, last) => last >= 14 && scores.slice(last - 14, last + 1).every((score) => Math.abs(score) < 1);

const aroundTheMiddle: Completes = (scores, last) => {
  if (last < 7 || Math.abs(scores[last]!) <= 1) return false;
  const window = scores.slice(last - 7, last + 1);
  return window.every((score) => Math.abs(score) > 1) && window.some((score) => score > 0) && window.some((score) => score < 0);
};

const rules: readonly Completes[] = [
  beyond(1, 1, 3),
  beyond(9, 9, 0),
  steps(6, (step, before) => step === before),
  steps(14, (step, before) => step === -before),
  beyond(2, 3, 2),
  beyond(4, 5, 1),
  within,
  aroundTheMiddle,
];

/**
 * The rules of Nelson (1984, Journal of Quality Technology 16, 237–239) that a point completes, 1–8: 1 beyond 3σ · 2 nine on one side ·
 * 3 six rising or falling · 4 fourteen alternating · 5 two of three beyond 2σ on one side · 6 four of five beyond 1σ on one side ·
 * 7 fifteen within 1σ · 8 eight beyond 1σ, on both sides. The mark stands at the last point of the pattern. A missing value breaks none:
 * it is passed over. σ = 0: what differs from the centre lies beyond every distance.
 *
 * There are so many that they mark undisturbed series too, often: they are there to look with, and do not alarm.
 */
export function nelson(values: readonly (number | null)[], centre: number, sigma: number): number[][] {
  const scores: number[] = [];
  return values.map((value) => {
    if (value === null) return [];
    const deviation = value - centre;
    const last = scores.push(deviation === 0 ? 0 : deviation / sigma) - 1;
    return rules.flatMap((completes, index) => (completes(scores, last) ? [index + 1] : []));
  });
}
