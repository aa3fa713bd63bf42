export type Value = string | number | boolean | null;

/** The combinations of the elements of some dimensions. */
export interface Cuboid {
  /** by place */
  readonly dimensions: readonly number[];
  readonly cells: number;
  /** cells of all cuboids of at most as many dimensions */
  readonly among: number;
  /** of each leaf, its cell */
  readonly cell: Uint32Array;
  /** 1: elements that are not told apart are in it, so it has no name */
  readonly nameless: Uint8Array;
}

export interface Cells {
  readonly leaves: number;
  /** every set of up to `depth` dimensions, the small sets first */
  readonly cuboids: readonly Cuboid[];
}

/** Places leaves in the cells of all cuboids. */
export function cellsOf(
  leaves: readonly { readonly elements: readonly (Value | undefined)[] }[],
  dimensions: number,
  depth: number,
): Cells {
  const single = Array.from({ length: dimensions }, (_, dimension) => numbered(leaves.map(({ elements }) => elements[dimension])));
  const sets: number[][] = [];
  let last: number[][] = [[]];
  for (let size = 1; size <= depth; size++) {
    last = last.flatMap((set) =>
      Array.from({ length: dimensions }, (_, next) => next)
        .filter((next) => next > (set.at(-1) ?? -1))
        .map((next) => [...set, next]),
    );
    sets.push(...last);
  }
  const known = new Map<string, Places>();
  for (const set of sets) {
    const own = single[set.at(-1)!]!;
    const above = known.get(set.slice(0, -1).join());
    known.set(set.join(), above ? crossed(above, own) : own);
  }
  const among = new Map<number, number>();
  let cells = 0;
  for (const set of sets) among.set(set.length, (cells += known.get(set.join())!.cells));
  return {
    leaves: leaves.length,
    cuboids: sets.map((set) => ({ dimensions: set, among: among.get(set.length)!, ...known.get(set.join())! })),
  };
}

type Places = Omit<Cuboid, "dimensions" | "among">;

function numbered(elements: readonly (Value | undefined)[]): Places {
  const numbers = new Map<Value | undefined, number>();
  const cell = Uint32Array.from(elements, (element) => {
    let number = numbers.get(element);
    if (number === undefined) numbers.set(element, (number = numbers.size));
    return number;
  });
  return { cells: numbers.size, cell, nameless: Uint8Array.from(numbers.keys(), (element) => (element === undefined ? 1 : 0)) };
}

function crossed(one: Places, other: Places): Places {
  const numbers = new Map<number, number>();
  const nameless: number[] = [];
  const cell = one.cell.map((place, leaf) => {
    const pair = place * other.cells + other.cell[leaf]!;
    let number = numbers.get(pair);
    if (number === undefined) {
      numbers.set(pair, (number = numbers.size));
      nameless.push(one.nameless[place]! | other.nameless[other.cell[leaf]!]!);
    }
    return number;
  });
  return { cells: numbers.size, cell, nameless: Uint8Array.from(nameless) };
}
