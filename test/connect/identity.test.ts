import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Identifier, identitiesOf } from "../../src/connect/index.ts";

const customer = (value: string): Identifier => ({ kind: "", value });
const email = (value: string): Identifier => ({ kind: "email", value });
const of = (
  pairs: readonly (readonly [Identifier, Identifier])[],
  rest: { most?: number; apart?: Parameters<typeof identitiesOf>[0]["apart"] } = {},
) => identitiesOf({ pairs, most: rest.most ?? 10, apart: rest.apart ?? [] });
const groups = (found: ReturnType<typeof of>) =>
  found.people
    .map(({ canonical, ids }) => [canonical, ids.map(({ kind, value }) => `${kind}:${value}`).sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

describe("the ids of one person", () => {
  test("two customers with one e-mail address are one, by the smallest id", () => {
    const { people, clashes } = of([
      [customer("c7"), email("a@x.nl")],
      [customer("c2"), email("a@x.nl")],
      [customer("c3"), email("b@x.nl")],
    ]);
    expect(people.map(({ canonical }) => canonical)).toEqual(["c2", "c3"]);
    expect(people[0]!.ids).toHaveLength(3);
    expect(clashes).toEqual([]);
  });

  test("hang together over any number of steps", () => {
    const chain = Array.from({ length: 9 }, (_, index) => [customer(`c${index}`), customer(`c${index + 1}`)] as const);
    expect(of(chain.toReversed()).people).toMatchObject([{ canonical: "c0" }]);
  });

  test("an id and a mark that are written alike are two things", () => {
    expect(
      of([
        [customer("12"), { kind: "card", value: "7" }],
        [customer("7"), { kind: "card", value: "12" }],
      ]).people,
    ).toHaveLength(2);
  });

  test("marks without a customer make nobody", () => {
    expect(of([[email("a@x.nl"), { kind: "phone", value: "1" }]]).people).toEqual([]);
  });

  test("more customers than a person has ids clash, and stay as they are", () => {
    const pairs = Array.from({ length: 4 }, (_, index) => [customer(`c${index}`), email("info@x.nl")] as const);
    expect(of(pairs, { most: 4 })).toMatchObject({ people: [{ canonical: "c0" }], clashes: [] });
    expect(of(pairs, { most: 3 })).toEqual({ people: [], clashes: [{ code: "identity-too-many", customers: ["c0", "c1", "c2", "c3"] }] });
  });

  test("customers who differ where one person cannot clash", () => {
    const pairs = [
      [customer("a"), email("family@x.nl")],
      [customer("b"), email("family@x.nl")],
    ] as const;
    const born = (one: string, value: string) => ({ customer: one, of: "born", value });
    expect(of(pairs, { apart: [born("a", "1970"), born("b", "1999"), born("z", "2000")] })).toEqual({
      people: [],
      clashes: [{ code: "identity-apart", customers: ["a", "b"] }],
    });
    expect(of(pairs, { apart: [born("a", "1970"), born("b", "1970"), { customer: "b", of: "name", value: "1999" }] }).people).toHaveLength(
      1,
    );
  });
});

const identifier = fc.oneof(
  fc.integer({ min: 0, max: 12 }).map((value) => customer(String(value))),
  fc.integer({ min: 0, max: 6 }).map((value) => email(String(value))),
);
const somePairs = fc.array(fc.tuple(identifier, identifier), { maxLength: 25 });

describe("laws", () => {
  test("the order of the pairs, of their sides, and saying them twice change nothing", () => {
    fc.assert(
      fc.property(somePairs, fc.integer({ min: 1, max: 8 }), fc.func(fc.integer()), (pairs, most, weight) => {
        const shuffled = pairs
          .map(([one, other], index) => [[one, other] as const, [other, one] as const, weight(index)] as const)
          .toSorted((a, b) => a[2] - b[2])
          .flatMap(([pair, turned]) => [turned, pair]);
        const [once, again] = [of(pairs, { most }), of(shuffled, { most })];
        expect(groups(again)).toEqual(groups(once));
        expect(again.clashes).toEqual(once.clashes);
      }),
    );
  });

  test("what one merge answers, a merge of that answer leaves", () => {
    fc.assert(
      fc.property(somePairs, (pairs) => {
        const once = of(pairs, { most: 100 });
        const told = once.people.flatMap(({ canonical, ids }) => ids.map((id) => [customer(canonical), id] as const));
        expect(groups(of(told, { most: 100 }))).toEqual(groups(once));
      }),
    );
  });

  test("two ids are one person's exactly where a path of pairs leads from one to the other", () => {
    fc.assert(
      fc.property(somePairs, (pairs) => {
        const key = ({ kind, value }: Identifier) => `${kind}:${value}`;
        const reach = new Map<string, Set<string>>();
        const known = [...new Map(pairs.flat().map((one) => [key(one), one])).values()];
        for (const one of known) {
          const seen = new Set([key(one)]);
          for (let grown = true; grown;) {
            grown = false;
            for (const [a, b] of pairs)
              if (seen.has(key(a)) !== seen.has(key(b))) {
                seen.add(key(a)).add(key(b));
                grown = true;
              }
          }
          reach.set(key(one), seen);
        }
        for (const { ids } of of(pairs, { most: 100 }).people) expect(ids.map(key).sort()).toEqual([...reach.get(key(ids[0]!))!].sort());
        const placed = new Set(of(pairs, { most: 100 }).people.flatMap(({ ids }) => ids.map(key)));
        for (const one of known) if (one.kind === "" && reach.get(key(one))!.size > 1) expect(placed.has(key(one))).toBe(true);
      }),
    );
  });
});
