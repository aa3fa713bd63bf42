/** One id of a person: a customer's, or a mark such as an e-mail address. `kind` is empty for customers, else the mark's name. */
export interface Identifier {
  readonly kind: string;
  readonly value: string;
}

/** Ids that are one person's, and the one it goes by from now on: the smallest customer id, by UTF-16 code units. */
export interface Person {
  readonly canonical: string;
  readonly ids: readonly Identifier[];
}

/** Ids that hang together and are yet not one person's. */
export interface Clash {
  /** `identity-too-many`: more customers than one person has ids; `identity-apart`: they differ where one person cannot */
  readonly code: "identity-too-many" | "identity-apart";
  readonly customers: readonly string[];
}

export interface Identities {
  /** people with two ids or more of whom one is a customer's, in no particular order */
  readonly people: readonly Person[];
  readonly clashes: readonly Clash[];
}

export interface IdentityInput {
  /** two ids of one row each */
  readonly pairs: Iterable<readonly [Identifier, Identifier]>;
  /** so many customer ids one person has at most */
  readonly most: number;
  /** what a customer has of which a person has one, such as a day of birth */
  readonly apart: Iterable<{ readonly customer: string; readonly of: string; readonly value: string }>;
}

/**
 * Which ids are one person's, from pairs that are: the connected components of the graph they make, by union-find (Tarjan, "Efficiency of a
 * good but not linear set union algorithm", J. ACM 22, 1975; union by size, path halving). The order of the pairs does not matter, and a
 * pair said twice says no more than once. What clashes is left apart, whole.
 */
export function identitiesOf({ pairs, most, apart }: IdentityInput): Identities {
  const places = new Map<string, Map<string, number>>();
  const identifiers: Identifier[] = [];
  const parents: number[] = [];
  const sizes: number[] = [];
  const place = (identifier: Identifier): number => {
    const { kind, value } = identifier;
    const ofKind = places.get(kind) ?? new Map<string, number>();
    const known = ofKind.get(value);
    if (known !== undefined) return known;
    const made = identifiers.length;
    places.set(kind, ofKind.set(value, made));
    identifiers.push(identifier);
    parents.push(made);
    sizes.push(1);
    return made;
  };
  const root = (of: number): number => {
    let node = of;
    while (parents[node] !== node) {
      parents[node] = parents[parents[node]!]!;
      node = parents[node]!;
    }
    return node;
  };
  for (const [one, other] of pairs) {
    const [a, b] = [root(place(one)), root(place(other))];
    if (a === b) continue;
    const [small, large] = sizes[a]! < sizes[b]! ? [a, b] : [b, a];
    parents[small] = large;
    sizes[large]! += sizes[small]!;
  }

  const groups: (Identifier[] | undefined)[] = Array.from({ length: identifiers.length });
  for (const [index, identifier] of identifiers.entries()) (groups[root(index)] ??= []).push(identifier);
  const torn = tornIn(apart, (customer) => {
    const known = places.get("")?.get(customer);
    return known === undefined ? null : root(known);
  });

  const people: Person[] = [];
  const clashes: Clash[] = [];
  for (const [at, ids] of groups.entries()) {
    if (ids === undefined || ids.length < 2) continue;
    const customers = ids
      .filter(({ kind }) => kind === "")
      .map(({ value }) => value)
      .sort();
    const [canonical] = customers;
    if (canonical === undefined) continue;
    if (customers.length > most) clashes.push({ code: "identity-too-many", customers });
    else if (torn.has(at)) clashes.push({ code: "identity-apart", customers });
    else people.push({ canonical, ids });
  }
  return {
    people,
    clashes: clashes.sort((a, b) => (a.customers[0]! < b.customers[0]! ? -1 : 1)),
  };
}

/** The groups in which something that a person has one of has two values. */
function tornIn(apart: IdentityInput["apart"], groupOf: (customer: string) => number | null): ReadonlySet<number> {
  const seen = new Map<string, string>();
  const torn = new Set<number>();
  for (const { customer, of, value } of apart) {
    const group = groupOf(customer);
    if (group === null) continue;
    const key = `${group}\u0000${of}`;
    const known = seen.get(key);
    if (known === undefined) seen.set(key, value);
    else if (known !== value) torn.add(group);
  }
  return torn;
}
