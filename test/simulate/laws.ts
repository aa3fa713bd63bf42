import { expect, test } from "vitest";
import { addDays, addMonths } from "../../src/calendar/index.ts";
import { type SimulationInput, simulations } from "../../src/simulate/index.ts";

/** What holds for every simulation; `texts` gives what it made of `input`. */
export function simulationLaws(
  example: string,
  input: SimulationInput,
  texts: () => ReadonlyMap<string, string>,
  rows: { readonly most: number },
): void {
  const simulate = simulations[example]!;

  test("the same input gives the same bytes, in whatever order the files are read", () => {
    const again = [...simulate(input)].toReversed();
    for (const { path, chunks } of again) expect([...chunks].join("") === texts().get(path), path).toBe(true);
    expect(again).toHaveLength(texts().size);
  });

  test("another seed gives other customers; a leap day is a day like any other, and a day that does not exist is refused", () => {
    const [other] = simulate({ seed: input.seed + 1, today: "2024-02-29" });
    const text = [...other!.chunks].join("");
    expect(text).not.toBe(texts().get(other!.path));
    expect(text.split("\n").length).toBeGreaterThan(5_000);
    expect(() => [...simulate({ ...input, today: "2026-02-30" })]).toThrow("invalid day");
  });

  test("covers three years, never runs ahead of today and stays small", () => {
    let earliest = input.today;
    let lines = 0;
    for (const [path, text] of texts()) {
      let latest = "";
      for (const [found] of text.matchAll(/\b\d{4}-\d\d-\d\d/g)) {
        if (found > latest) latest = found;
        if (found < earliest) earliest = found;
      }
      expect(latest <= input.today, `${path}: ${latest}`).toBe(true);
      lines += text.split("\n").length - 2;
    }
    expect(earliest <= addDays(addMonths(input.today, -36), 1)).toBe(true);
    expect(lines).toBeGreaterThan(50_000);
    expect(lines).toBeLessThan(rows.most);
  });
}
