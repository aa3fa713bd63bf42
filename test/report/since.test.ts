import { describe, expect, test } from "vitest";
import { type Discovered, sinceTold } from "../../src/report/index.ts";
import { discovered } from "./discovered.ts";

const since: NonNullable<Discovered["since"]> = {
  asOf: "2026-03-31",
  comparable: true,
  facts: [
    { id: "top-revenue-share", before: 0.4, now: 0.45 },
    { id: "one-time-share", before: 0.299999, now: 0.3 },
    { id: "score-mean", before: 4.2, now: null },
    { id: "top-customers", before: 50, now: 100 },
  ],
  opportunities: { new: ["reactivate-top"], gone: ["order-value", "second-order"] },
  actions: [
    { id: "reactivate-top", method: "before-after", sentence: "Back: 2% then, 3% now." },
    { id: "lapsed", method: "hold-out", sentence: "The action worked: go on." },
  ],
  names: { "reactivate-top": "Best customers who come back", "order-value": "Value of a purchase" },
};
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const toldOf = (changes: Partial<typeof since>, language: "nl" | "en" = "en") =>
  sinceTold({ ...discovered, since: { ...since, ...changes } }, { language, currency: "EUR" })!;

describe("what changed since an earlier run", () => {
  test("is not told where there is none", () => {
    expect(sinceTold(discovered, { language: "nl", currency: "EUR" })).toBeNull();
  });

  test("in a sentence, in the words of the language", () => {
    expect(plain(toldOf({}).sentence)).toBe(
      "Last time the data went through 31 March 2026. Since then 4 facts changed, one opportunity came up and two opportunities went.",
    );
    expect(plain(toldOf({}, "nl").sentence)).toBe(
      "De vorige keer gingen de gegevens tot en met 31 maart 2026. Sindsdien veranderden 4 feiten, kwam er één kans bij en vervielen twee kansen.",
    );
    const none = { new: [], gone: [] };
    expect(plain(toldOf({ facts: [], opportunities: none }).sentence)).toBe(
      "Nothing changed since last time, with data through 31 March 2026.",
    );
    expect(plain(toldOf({ asOf: discovered.asOf, opportunities: none }, "nl").sentence)).toBe(
      "De vorige keer gingen andere gegevens tot en met dezelfde dag. Sindsdien veranderden 4 feiten.",
    );
  });

  test("the facts that changed most come first; one whose change is too small to see stands with all of them", () => {
    const { tables } = toldOf({});
    const rows = (at: number) => tables[at]!.rows.map((row) => row.map(({ text }) => plain(text)));
    expect(rows(0)).toEqual([
      ["Your best group is 100 customers.", "50", "100"],
      ["They bring 45.0%.", "40.0%", "45.0%"],
      ["This cannot be told: there are no reviews.", "4.2", "–"],
    ]);
    expect(tables[1]!.aside).toBe(true);
    expect(rows(1)).toHaveLength(4);
  });

  test("opportunities by their KPI, and actions by what proves them", () => {
    const { opportunities, actions } = toldOf({});
    expect(opportunities).toEqual([
      { name: "New opportunity", lines: ["Best customers who come back"] },
      { name: "Opportunities gone", lines: ["Value of a purchase", "second-order"] },
    ]);
    expect(actions).toMatchObject({ proven: ["The action worked: go on."], missing: null, folded: { lines: ["Back: 2% then, 3% now."] } });
    expect(toldOf({ actions: since.actions.slice(0, 1) }).actions!.missing).toMatch(/^Of no action can be told whether it worked/);
    expect(toldOf({ actions: [] }).actions).toBeNull();
    expect(toldOf({ comparable: false }).caveat).toMatch(/something else then/);
  });
});
