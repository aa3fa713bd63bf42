import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { peopleOf } from "../../src/framework/index.ts";
import { treeFor, treeOf, treeText } from "../../src/report/index.ts";
import { read, typed } from "../framework/arbitrary.ts";
import { frameworkOf } from "./example.ts";

const plain = { language: "en", colour: false, for: null } as const;
/** The lines of the drawing: the second block. */
const drawn = (text: string) => text.split("\n\n")[1]?.split("\n") ?? [];

describe("the tree as text", () => {
  test("shows each node in full once, whatever loops and loose ends there are, in 80 columns", () => {
    fc.assert(
      fc.property(typed, (sections) => {
        const framework = read(sections);
        const { nodes } = treeOf(framework);
        const text = treeText(framework, plain);
        expect(text.split("\n").filter((line) => [...line].length > 80)).toEqual([]);
        const full = drawn(text).filter((line) => !line.endsWith("see elsewhere"));
        const names = full.map((line) => /^(?:▸| )[ │├└─]*(?:hurts this: )?(\S+)/.exec(line)?.[1] ?? line);
        expect(names.toSorted()).toEqual(nodes.map(({ name }) => name).toSorted());
        for (const person of peopleOf(framework)) {
          const own = treeFor(framework, person).nodes;
          expect(drawn(treeText(framework, { ...plain, for: person })).filter((line) => line[1] === "•")).toHaveLength(
            own.filter(({ mine }) => mine).length,
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  test("ends for two thousand objectives below each other, and lets nobody's name do anything", () => {
    const objectives = Array.from({ length: 2000 }, (_, index) => ({
      id: `o${index}`,
      name: `\u001b[31m漢字 ${"lang ".repeat(30)}\n${index}`,
      ...(index === 0 ? {} : { parent: `o${index - 1}` }),
    }));
    const text = treeText(frameworkOf({}, { objectives }), plain);
    expect(drawn(text)).toHaveLength(2000);
    expect(text).not.toContain("\u001b");
    expect(text.split("\n").filter((line) => [...line].length > 80)).toEqual([]);
  });

  test("of nothing says where to begin", () => {
    expect(treeText(frameworkOf({}), plain)).toBe(
      "There is no tree yet. Begin with one goal in helder.yaml: why do you exist for\nyour customer?",
    );
  });
});
