import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sectionSchemas } from "../../src/framework/index.ts";
import { delivered, letterOf, type Message, messagesOf, nothingTold, slackBody, teamsBody, type Told } from "../../src/notify/index.ts";
import { toJson } from "../../src/report/index.ts";
import { reportOf, shop, told as words } from "../report/example.ts";

type Watched = Parameters<typeof messagesOf>[1];
type Status = Watched["kpis"][number]["status"];

const mail = "mail:a@x.nl";
const slack = "slack:env(SLACK)";
const alerts = (...of: readonly object[]) => ({ ...shop, alerts: of.map((one) => sectionSchemas.alerts.parse(one)) });
const sales = alerts({ on: "sales", to: [mail, slack] });
const calm = toJson(reportOf(), "nl", words);

/** The shop on a day, all on course but what is said. */
function day(asOf: string, of: Readonly<Record<string, Status | "worse" | "better">> = {}, broken: readonly string[] = []): Watched {
  const change = (favourable: boolean) => [
    { code: "level-changed", params: { favourable }, sentence: favourable ? "Blijvend beter." : "Blijvend slechter." },
  ];
  const set = <T extends Watched["kpis"][number]>(entry: T): T => {
    const said = of[entry.id];
    const isSignal = said === "worse" || said === "better";
    return {
      ...entry,
      status: said === undefined || isSignal ? "on-track" : said,
      signals: isSignal ? change(said === "better") : [],
      reasons: [{ code: "x", params: {}, sentence: "Daarom." }],
    };
  };
  const quality = broken.map((dataset) => ({
    dataset,
    code: "no-rows" as const,
    column: null,
    breaks: true,
    params: {},
    sentence: "Leeg.",
  }));
  return { asOf, kpis: calm.kpis.map(set), cpis: calm.cpis.map(set), quality };
}

/** What is told day after day, when all that is sent arrives. */
function diary(framework: typeof sales, days: readonly Watched[], arrives: (target: string, index: number) => boolean = () => true) {
  let known: Told = nothingTold;
  return days.map((report, index) => {
    const { messages, told } = messagesOf(framework, report, known, "nl");
    known = told;
    const reached: [string, string][] = [];
    for (const message of messages)
      for (const target of message.to)
        if (arrives(target, index)) {
          known = delivered(known, message, target);
          reached.push([message.id, target]);
        }
    return { messages, reached };
  });
}

describe("what is told", () => {
  test("once when something begins, and once when it is over", () => {
    const told = diary(sales, [
      day("2026-11-01"),
      day("2026-11-02", { sales: "behind" }),
      day("2026-11-03", { sales: "behind" }),
      day("2026-11-04"),
      day("2026-11-05"),
    ]);
    expect(told.map(({ messages }) => messages.map(({ kind, on, severity, to }) => [kind, on, severity, to]))).toEqual([
      [],
      [["off-course", "sales", "bad", [mail, slack]]],
      [],
      [["recovered", "sales", "good", [mail, slack]]],
      [],
    ]);
    expect(told[1]!.messages[0]).toMatchObject({
      id: "off-course/sales/2026-11-02",
      since: "2026-11-02",
      title: "Omzet: haalt het doel waarschijnlijk niet",
      text: "Daarom.",
    });
  });

  test("what wavers is told once: only back on course is over", () => {
    const days = ["behind", "at-risk", "behind", "at-risk", "on-track", "at-risk"] as const;
    const told = diary(
      sales,
      days.map((status, index) => day(`2026-11-0${index + 1}`, { sales: status })),
    );
    expect(told.flatMap(({ messages }) => messages.map(({ kind }) => kind))).toEqual(["off-course", "recovered"]);
  });

  describe("what chance alone may undo", () => {
    /** The newest complete period of each day's report is that of its month's number. */
    const unsure = (asOf: string, status: Status, chance = 0.2): Watched => {
      const report = day(asOf, { sales: status });
      const series = [{ ...calm.kpis[0]!.series[0]!, period: `2026-${Number(asOf.slice(5, 7)) - 1}`, complete: true }];
      return { ...report, kpis: report.kpis.map((kpi) => ({ ...kpi, chance, series })) };
    };
    const kinds = (...days: readonly Watched[]) => diary(sales, days).map(({ messages }) => messages.map(({ kind }) => kind));
    const calmly = unsure("2026-11-01", "on-track");

    test("is told once it lasts into the next period, or a fortnight", () => {
      expect(kinds(calmly, unsure("2026-11-20", "behind"), unsure("2026-11-21", "behind"), unsure("2026-12-01", "behind"))).toEqual([
        [],
        [],
        [],
        ["off-course"],
      ]);
      expect(kinds(calmly, unsure("2026-11-02", "behind"), unsure("2026-11-15", "behind"), unsure("2026-11-16", "behind"))).toEqual([
        [],
        [],
        [],
        ["off-course"],
      ]);
    });

    test("is never told where it goes by, and waits anew when it comes back", () => {
      expect(
        kinds(
          calmly,
          unsure("2026-11-20", "behind"),
          unsure("2026-11-21", "on-track"),
          unsure("2026-12-01", "behind"),
          unsure("2026-12-02", "on-track"),
        ),
      ).toEqual([[], [], [], [], []]);
    });

    test("is told at once where it stands when first looked at, and where there is no doubt", () => {
      expect(kinds(unsure("2026-11-20", "behind"))).toEqual([["off-course"]]);
      expect(kinds(calmly, unsure("2026-11-20", "behind", 0.05))).toEqual([[], ["off-course"]]);
      expect(kinds(calmly, unsure("2026-11-20", "missed"))).toEqual([[], ["off-course"]]);
    });
  });

  test("a lasting change for the worse, no figure and a broken source; good news is no alarm", () => {
    const all = alerts({ on: ["sales", "quick", "orders", "nps"], to: mail });
    const report = day("2026-11-02", { sales: "worse", quick: "no-data", trust: "worse" }, ["orders", "survey"]);
    expect(diary(all, [report])[0]!.messages.map(({ kind, on }) => `${kind} ${on}`)).toEqual([
      "level-changed sales",
      // Named by its metric.
      "level-changed trust",
      "no-data quick",
      "broken-source orders",
    ]);
    expect(diary(all, [day("2026-11-02", { sales: "better" })])[0]!.messages).toEqual([]);
  });

  test("where nobody asked, it still says what there is to tell", () => {
    expect(messagesOf(shop, day("2026-11-02", { sales: "behind" }), nothingTold, "en").messages).toMatchObject([
      { title: "Omzet: will probably miss its target", to: [] },
    ]);
  });

  test("whom it did not reach is told the next time, others not again", () => {
    const days = ["2026-11-01", "2026-11-02", "2026-11-03"].map((asOf) => day(asOf, { sales: "behind" }));
    const told = diary(sales, days, (target, index) => target === mail || index === 1);
    expect(told.map(({ reached }) => reached)).toEqual([
      [["off-course/sales/2026-11-01", mail]],
      [["off-course/sales/2026-11-01", slack]],
      [],
    ]);
  });

  test("who never heard that it began is not told that it is over", () => {
    const told = diary(sales, [day("2026-11-01", { sales: "behind" }), day("2026-11-02")], (target) => target === mail);
    expect(told[1]!.messages).toMatchObject([{ kind: "recovered", to: [mail] }]);
  });
});

describe("laws of telling", () => {
  const moods = fc.constantFrom("on-track", "at-risk", "behind", "missed", "no-data", "worse", "immature" as const);
  const history = fc.array(fc.record({ sales: moods, quotes: moods, breaks: fc.boolean(), mail: fc.boolean(), slack: fc.boolean() }), {
    maxLength: 12,
  });
  const framework = alerts({ on: ["sales", "quotes", "orders"], to: [mail, slack] });

  test("whatever happens and whatever fails to arrive, nobody hears twice that one thing began, and over follows begun", () => {
    fc.assert(
      fc.property(history, (moments) => {
        const days = moments.map(({ sales: one, quotes, breaks }, index) =>
          day(`2026-11-${String(index + 1).padStart(2, "0")}`, { sales: one, quotes }, breaks ? ["orders"] : []),
        );
        const told = diary(framework, days, (target, index) => moments[index]![target === mail ? "mail" : "slack"]);
        const open = new Set<string>();
        for (const { reached } of told)
          for (const [id, target] of reached) {
            const isOver = id.startsWith("recovered/");
            const key = `${target} ${isOver ? id.slice("recovered/".length, id.lastIndexOf("/")) : id.slice(0, id.lastIndexOf("/"))}`;
            expect(open.has(key)).toBe(isOver);
            if (isOver) open.delete(key);
            else open.add(key);
          }
      }),
    );
  });

  test("the same run tells the same, and once delivered nothing", () => {
    fc.assert(
      fc.property(moods, moods, (one, other) => {
        const report = day("2026-11-02", { sales: one, quotes: other });
        const first = messagesOf(framework, report, nothingTold, "nl");
        expect(messagesOf(framework, report, nothingTold, "nl")).toEqual(first);
        let known = first.told;
        for (const message of first.messages) for (const target of message.to) known = delivered(known, message, target);
        expect(messagesOf(framework, report, known, "nl").messages).toEqual([]);
      }),
    );
  });
});

describe("letters", () => {
  const message = (title: string, text: string, severity: Message["severity"] = "bad") => ({ title, text, severity });

  test("one letter for all that is new, what is bad first", () => {
    const letter = letterOf([message("Goed nieuws", "a", "good"), message("Slecht", "b")], "Winkel", "nl");
    expect(letter.subject).toBe("Winkel: Slecht en nog 1");
    expect(letter.text).toBe("Slecht\nb\n\nGoed nieuws\na\n\nVan Helder, over Winkel.\n");
  });

  test("what people typed becomes no markup, no heading and no mention", () => {
    const nasty = message("<img src=x onerror=alert(1)>\r\nBcc: x@y.z", '"><script>alert(1)</script> <!channel> [a](javascript:1)');
    const letter = letterOf([nasty], "A & B\nSubject: x", "en");
    expect(letter.subject).not.toMatch(/[\r\n]/);
    expect(letter.html).not.toMatch(/<(img|script)/);
    expect(letter.html).toContain("&lt;script&gt;");
    const slacked = JSON.parse(slackBody(letter)) as { text: string; blocks: { text: { type: string } }[] };
    expect(slacked.text).not.toMatch(/[<>]/);
    expect(slacked.blocks[0]!.text.type).toBe("plain_text");
    const card = JSON.stringify(JSON.parse(teamsBody(letter)));
    expect(card).not.toContain('"TextBlock"');
  });
});
