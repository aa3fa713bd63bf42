import { describe, expect, test } from "vitest";
import { driversOf } from "../../src/judge/index.ts";
import { madeOf, whatIf } from "../../src/metric/index.ts";
import { Random } from "../../src/statistics/random.ts";
import { parse } from "../../src/workspace/index.ts";

const trees = 1000;

interface Tree {
  readonly framework: NonNullable<ReturnType<typeof parse>["framework"]>;
  readonly root: string;
  readonly leaves: readonly string[];
}

/** A random tree of sums, ratios and formulas over leaves, which may stand in several places. */
function treeOf(random: Random): Tree {
  const whole = (below: number) => Math.floor(random.uniform() * below);
  const leaves = Array.from({ length: 2 + whole(6) }, (_, index) => `leaf${index}`);
  const lines = leaves.map((id) => `  - {id: ${id}, type: sum, dataset: sales, of: amount}`);
  const known = [...leaves];
  const inner = 1 + whole(5);
  for (let index = 0; index < inner; index += 1) {
    const pick = () => known[whole(known.length)]!;
    const [id, a, b, c] = [`made${index}`, pick(), pick(), pick()];
    const made = [
      `formula: "${a} * ${b}"`,
      `formula: "${a} + ${b} * ${c}"`,
      `formula: "(${a} - ${b}) / ${c}"`,
      `formula: "${a} * ${b} / (${c} + 1)"`,
    ];
    lines.push(
      random.uniform() < 0.3
        ? `  - {id: ${id}, type: ratio, numerator: ${a}, denominator: ${b}}`
        : `  - {id: ${id}, type: formula, ${made[whole(made.length)]}}`,
    );
    known.push(id);
  }
  const text = `helder: 1\nname: Tree\ndatasets:\n  - {id: sales, file: sales.csv, time: day}\nmetrics:\n${lines.join("\n")}\n`;
  return { framework: parse([{ path: "helder.yaml", text }]).framework!, root: known.at(-1)!, leaves };
}

describe("on a thousand random trees", () => {
  test("what the leaves did adds up to the change", () => {
    let counted = 0;
    for (let seed = 1; seed <= trees; seed += 1) {
      const random = new Random(seed);
      const { framework, root, leaves } = treeOf(random);
      const side = () => new Map(leaves.map((leaf) => [leaf, 0.5 + 4 * random.uniform()]));
      const [before, after] = [side(), side()];
      const read = (values: ReadonlyMap<string, number>) => (leaf: string) => values.get(leaf) ?? null;
      const made = madeOf(framework, root);
      const [from, to] = [made.value(read(before)), made.value(read(after))];
      if (from === null || to === null) continue;
      counted += 1;
      const sum = driversOf(root, made, read(before), read(after)).reduce((total, { contribution }) => total + contribution, 0);
      expect(Math.abs(sum - (to - from))).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(from), Math.abs(to)));
    }
    expect(counted).toBeGreaterThan(trees * 0.95);
  });

  test("another value for each leaf gives what the tree gives, and what is not touched stays", () => {
    for (let seed = 1; seed <= trees; seed += 1) {
      const random = new Random(seed);
      const { framework, root, leaves } = treeOf(random);
      const made = madeOf(framework, root);
      const values = new Map<string, number | null>(leaves.map((leaf) => [leaf, 0.5 + 4 * random.uniform()]));
      values.set(
        root,
        made.value((leaf) => values.get(leaf) ?? null),
      );
      const changed = leaves[0]!;
      const found = whatIf(framework, new Map([[changed, () => 7]]), []);
      const touched = made.leaves.includes(changed);
      const read = (leaf: string) => values.get(leaf) ?? null;
      const expected = touched ? made.value((leaf) => (leaf === changed ? 7 : read(leaf))) : values.get(root)!;
      expect(found.value(root, read, () => 1)).toBe(expected);
      expect([found.touched(root), found.stops(root)]).toEqual([touched, []]);
    }
  });
});
