/** One element of a dimension (a country, a device): what was expected of it, and what came. */
export interface Element {
  readonly name: string;
  readonly expected: number;
  readonly actual: number;
}

export interface Culprit {
  readonly dimension: string;
  readonly elements: readonly string[];
  /** share of the whole change that these elements explain */
  readonly explained: number;
  /** Jensen–Shannon divergence of expected and actual shares, in nats */
  readonly surprise: number;
}

/**
 * The smallest sets of elements that explain a change of an additive measure, per dimension, the most surprising first (Adtributor:
 * Bhagwan et al., NSDI 2014). Per dimension elements are taken by falling surprise ½(p ln(2p/(p + q)) + q ln(2q/(p + q))), p = expected
 * share, q = actual share, where each explains more than `least` of the change, until together they explain more than `enough`.
 * Dimensions in which no set explains enough are left out; no change has no culprits.
 */
export function culprits(dimensions: ReadonlyMap<string, readonly Element[]>, { least = 0.1, enough = 0.67 } = {}): Culprit[] {
  return [...dimensions]
    .flatMap(([dimension, elements]) => culprit(dimension, elements, least, enough))
    .sort((a, b) => b.surprise - a.surprise);
}

function culprit(dimension: string, elements: readonly Element[], least: number, enough: number): Culprit[] {
  const expected = elements.reduce((sum, element) => sum + element.expected, 0);
  const actual = elements.reduce((sum, element) => sum + element.actual, 0);
  if (actual === expected) return [];
  const ranked = elements
    .map((element) => ({
      name: element.name,
      explained: (element.actual - element.expected) / (actual - expected),
      surprise: surprise(share(element.expected, expected), share(element.actual, actual)),
    }))
    .sort((a, b) => b.surprise - a.surprise);
  const taken: string[] = [];
  let [explained, surprised] = [0, 0];
  for (const element of ranked) {
    if (element.explained <= least) continue;
    taken.push(element.name);
    explained += element.explained;
    surprised += element.surprise;
    if (explained > enough) return [{ dimension, elements: taken, explained, surprise: surprised }];
  }
  return [];
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function surprise(p: number, q: number): number {
  const term = (a: number): number => (a <= 0 ? 0 : a * Math.log((2 * a) / (p + q)));
  return Math.max(0, (term(p) + term(q)) / 2);
}
