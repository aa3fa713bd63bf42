import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../src/calendar/index.ts";
import { sectionSchemas } from "../../src/framework/index.ts";
import { calendarFeed, type Report, steerText, tellWaiting, type Waiting, waitingOf } from "../../src/report/index.ts";
import { reportOf, shop } from "./example.ts";

const cycle = (of: object) => sectionSchemas.steering.parse({ id: "form", kpi: "quotes", ...of });
const experiment = (of: object) => sectionSchemas.experiments.parse({ id: "short-form", tests: [], ...of });

/** The shop with these cycles and experiments, everything else agreed and on course. */
function waits(
  steering: readonly object[] = [],
  rest: { experiments?: readonly object[]; change?: (report: Report) => Report } = {},
): readonly Waiting[] {
  const framework = { ...shop, steering: steering.map(cycle), experiments: (rest.experiments ?? []).map(experiment) };
  const made = reportOf(framework);
  const calm = <T extends Report["kpis"][number]>(entry: T): T => ({
    ...entry,
    status: "on-track",
    agreedBy: ["board"],
    owner: entry.owner ?? "sales",
  });
  const report = { ...made, kpis: made.kpis.map(calm), cpis: made.cpis.map(calm) };
  return waitingOf(framework, rest.change ? rest.change(report) : report);
}

const withEntry =
  (id: string, change: Partial<Report["kpis"][number]>) =>
  (report: Report): Report => ({
    ...report,
    kpis: report.kpis.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)),
  });

describe("what waits for whom", () => {
  test("nothing, where all is on course and agreed", () => {
    expect(waits()).toEqual([]);
    expect(steerText([], reportOf(), "nl")).toBe("Er wacht niets op iemand.");
  });

  test("a cycle goes from cause to learning, one step at a time", () => {
    const step = (of: object, experiments: readonly object[] = []) =>
      waits([{ opened: "2026-11-02", ...of }], { experiments }).map(({ kind, due, who, overdue }) => ({ kind, due, who, overdue }));
    const mine = { who: "sales", overdue: false };
    expect(step({})).toEqual([{ kind: "cause", due: "2026-11-30", ...mine }]);
    const cause = { cause: "Het formulier kreeg negen velden." };
    expect(step(cause)).toEqual([{ kind: "options", due: "2026-11-30", ...mine }]);
    expect(step({ ...cause, options: ["Vijf velden", { what: "Een chat" }] })).toEqual([{ kind: "choice", due: "2026-11-30", ...mine }]);
    const chosen = { ...cause, options: ["Vijf velden"], chosen: "Vijf velden" };
    expect(step(chosen)).toEqual([{ kind: "test", due: "2026-11-30", ...mine }]);
    const tested = { ...chosen, experiment: "short-form" };
    expect(step(tested, [{ from: "2026-11-10", to: "2026-12-01" }])).toEqual([{ kind: "running", due: "2026-12-01", ...mine }]);
    expect(step(tested, [{ from: "2026-10-10", to: "2026-11-10" }])).toEqual([
      { kind: "decision", due: "2026-11-17", who: "sales", overdue: true },
    ]);
    expect(step({ ...tested, decided: "start" })).toEqual([{ kind: "learning", due: "2026-11-30", ...mine }]);
    expect(step({ ...tested, decided: "start", closed: "2026-11-20" })).toEqual([
      { kind: "learning", due: "2026-11-20", who: "sales", overdue: true },
    ]);
    expect(step({ ...tested, decided: "start", closed: "2026-11-20", learning: "Korter is beter." })).toEqual([]);
  });

  test("its own owner and day go before what follows from the indicator", () => {
    expect(waits([{ opened: "2026-11-02", owner: "web", due: "2026-11-25" }])).toMatchObject([{ who: "web", due: "2026-11-25" }]);
    // Without a day on which it was opened it is due at the next review.
    expect(waits([{}])).toMatchObject([{ due: "2026-11-30" }]);
  });

  test("an indicator off course asks for a cycle until there is one", () => {
    const behind = withEntry("quotes", { status: "behind" });
    expect(waits([], { change: behind })).toMatchObject([{ id: "open/quotes", kind: "open", who: "sales", due: "2026-11-30" }]);
    expect(waits([{ opened: "2026-11-02" }], { change: behind })).toMatchObject([{ id: "cause/form" }]);
  });

  test("targets that are over, not agreed or without an owner wait too", () => {
    const target = { value: 300, from: "2026-07-01", to: "2026-09-30", measured: "total" } as const;
    expect(waits([], { change: withEntry("quotes", { status: "missed", target }) })).toMatchObject([{ kind: "renew", kpi: "quotes" }]);
    expect(waits([], { change: withEntry("quotes", { agreedBy: [], owner: null }) })).toMatchObject([{ kind: "agree", who: null }]);
  });

  test("a verdict is asked for again before it ends", () => {
    const proven = (until: string) => (report: Report) => ({
      ...report,
      links: [
        {
          id: "quick-sells",
          from: "quick",
          to: "sales",
          effect: "helps" as const,
          status: "supported" as const,
          experiments: ["e"],
          until,
        },
      ],
    });
    expect(waits([], { change: proven("2027-06-01") })).toEqual([]);
    expect(waits([], { change: proven("2026-12-20") })).toMatchObject([
      { kind: "repeat", link: "quick-sells", kpi: "sales", due: "2026-12-20" },
    ]);
  });

  test("options: what worked, what is proven, what was agreed, what is believed; never what was stopped", () => {
    const steering = [
      { id: "a", kpi: "sales", closed: "2026-05-01", decided: "start", chosen: "Bel na een week", learning: "Bellen helpt." },
      {
        id: "b",
        kpi: "sales",
        closed: "2026-06-01",
        decided: "stop",
        chosen: "Korting geven",
        learning: "Korting trekt kopers die niet terugkomen.",
      },
      { id: "c", kpi: "ads", closed: "2026-06-01", decided: "stop", chosen: "Radio", learning: "Radio doet niets." },
    ];
    const change = withEntry("sales", {
      status: "behind",
      actions: [
        { when: "behind", do: "start", what: "Bel na een week" },
        { when: "behind", do: "start", what: "Korting geven" },
        { when: "behind", do: "start", what: "Open een tweede showroom", who: "sales" },
        { when: "achieved", do: "stop", what: "Adverteren" },
      ],
    });
    const [open] = waits(steering, { change });
    expect(open!.options.map(({ source, what }) => [source, what])).toEqual([
      ["learning", "Bel na een week"],
      ["action", "Open een tweede showroom"],
      ["enabler", "Prijs vooraf"],
      ["unproven-link", "Snel weten wat het kost"],
    ]);
    expect(open!.learnings.map(({ cycle: id }) => id)).toEqual(["b", "a"]);
  });

  test("told per person, in both languages, with the day", () => {
    const report = reportOf();
    const waiting = waits([{ opened: "2026-10-02" }]);
    expect(steerText(waiting, report, "nl")).toMatch(
      /^1 ding wacht, 1 over tijd\.\n\nSales\n {2}Schrijf op waardoor “Offerteaanvragen” van koers raakte\. \(over tijd sinds\s+30\s+okt\s+2026\)$/,
    );
    expect(steerText(waiting, report, "en")).toContain("Write down what put “Offerteaanvragen” off course. (overdue since");
  });
});

describe("the calendar feed", () => {
  const feed = (waiting: readonly Waiting[], name = "Badkamerwinkel") =>
    calendarFeed(tellWaiting(waiting, reportOf(), "nl"), { name, asOf: "2026-11-22" });

  test("has an all-day event on the day that each thing is due", () => {
    const lines = feed(waits([{ opened: "2026-11-02" }])).split("\r\n");
    expect(lines).toContain("UID:cause/form@helder");
    expect(lines).toContain("DTSTART;VALUE=DATE:20261130");
    expect(lines).toContain("DTEND;VALUE=DATE:20261201");
    expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
    expect(feed([])).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
  });

  test("whatever people typed, no line is a property of its own and none is longer than 75 bytes", () => {
    const typed = fc.string({ unit: "grapheme", maxLength: 200 });
    fc.assert(
      fc.property(typed, typed, (name, what) => {
        const [one] = waits([{ opened: "2026-11-02" }]);
        const told = tellWaiting([one!], reportOf(), "nl").map((each) => ({
          ...each,
          sentence: `${name}\nDTSTART:20000101`,
          options: [{ source: "action", from: "x", what: `${what}\r\nEND:VEVENT`, do: null, who: null } as const],
        }));
        const text = calendarFeed(told, { name, asOf: "2026-11-22" });
        const lines = text.split("\r\n");
        for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        // Unfolded there are the properties that were meant, once each.
        const unfolded = text.replaceAll("\r\n ", "").split("\r\n");
        expect(unfolded.filter((line) => line.startsWith("DTSTART"))).toEqual(["DTSTART;VALUE=DATE:20261130"]);
        expect(unfolded.filter((line) => line === "END:VEVENT")).toHaveLength(1);
        const summary = unfolded.find((line) => line.startsWith("SUMMARY:"))!;
        expect(summary.endsWith("\\nDTSTART:20000101")).toBe(true);
      }),
    );
  });

  test("keeps its bytes and its UIDs from day to day", () => {
    const waiting = waits([{ opened: "2026-11-02" }]);
    expect(feed(waiting)).toBe(feed(waiting));
    const later = calendarFeed(tellWaiting(waiting, reportOf(), "nl"), { name: "x", asOf: addDays("2026-11-22", 1) });
    expect(later).toContain("UID:cause/form@helder");
  });
});
