import { expect, test } from "vitest";
import { digestOf } from "../../src/notify/index.ts";
import { type ReportJson, toJson } from "../../src/report/index.ts";
import { reportOf, told as words } from "../report/example.ts";

const calm: Record<"nl" | "en", ReportJson> = { nl: toJson(reportOf(), "nl", words), en: toJson(reportOf(), "en", words) };

const digest = (of: Partial<Parameters<typeof digestOf>[0]> = {}) =>
  digestOf({ report: calm.nl, waiting: [], on: [], before: null, language: "nl", ...of });

test("the first one says how each KPI stands; the next one what changed since", () => {
  const first = digest();
  const [kpi] = calm.nl.kpis;
  expect(first.letter.text).toContain("Hoe het ervoor staat");
  expect(first.letter.text).not.toContain("Veranderd sinds");
  for (const { name } of [...calm.nl.kpis, ...calm.nl.cpis]) expect(first.letter.text).toContain(`${name}: `);
  expect(first.letter.text).toMatch(/^ {2}[▁▂▃▄▅▆▇█·]+$/m);

  expect(digest({ before: first.standing }).letter.text).toContain("Niets veranderde van status.");
  const before = { ...first.standing, status: { ...first.standing.status, [kpi!.id]: "achieved" as const } };
  const worse = { ...calm.nl, kpis: calm.nl.kpis.map((one, index) => (index === 0 ? { ...one, status: "behind" as const } : one)) };
  expect(digest({ before, report: worse }).letter.text).toContain(`▼ ${kpi!.name}: achter (was behaald)`);
});

test("says what waits for whom, of the KPIs that were asked for only", () => {
  const [kpi, other] = calm.en.kpis;
  const waiting = [
    { kpi: kpi!.id, sentence: "Say the cause.", whoName: "Sales", due: "2026-03-01", overdue: false },
    { kpi: other!.id, sentence: "Choose.", whoName: null, due: "2026-01-01", overdue: true },
  ];
  const all = digest({ report: calm.en, language: "en", waiting }).letter.text;
  expect(all).toContain("Sales: Say the cause.\n  by the end of 1\u00a0Mar\u00a02026");
  expect(all).toContain("Nobody (name an owner): Choose.\n  overdue since 1\u00a0Jan\u00a02026");
  const own = digest({ report: calm.en, language: "en", waiting, on: [kpi!.id] }).letter.text;
  expect(own).toContain("Say the cause.");
  expect(own).not.toContain("Choose.");
  expect(own).not.toContain(`${other!.name}: `);
});

test("nothing that people typed becomes markup or a line of its own in a heading, and nothing is fetched from elsewhere", () => {
  const name = `<img src=x onerror=alert(1)>\r\nBcc: a@b.nl`;
  const typed = { ...calm.nl, workspace: { ...calm.nl.workspace, name }, kpis: calm.nl.kpis.map((one) => ({ ...one, name })) };
  const { subject, html } = digest({ report: typed }).letter;
  expect(subject).not.toMatch(/[\r\n]/);
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;img");
  expect(html).not.toMatch(/https?:|src=["']|url\(/);
});
