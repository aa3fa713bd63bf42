import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openLocalEngine } from "../../src/engine/index.ts";
import { jobsOf, workOn } from "../../src/server/schedule/index.ts";
import { folderWith } from "../cli/terminal.ts";
import { mailbox } from "../outbound/mailbox.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const yaml = `helder: 1
name: <Proef>
language: nl
network: {allow: [127.0.0.1]}
datasets: [{id: orders, file: orders.csv, time: day}]
metrics: [{id: sold, type: count, dataset: orders}]
stakeholders: [{id: board, name: Directie}]
kpis:
  - {id: sold, name: "Verkocht <b>", metric: sold, cadence: quarterly, target: {value: 60, from: 2026-10-01, to: 2026-12-31}}
schedule:
  - {id: monthly, cron: "0 8 1 * *", do: report, to: [board, "mail:board@example.com", "mail:team@example.com"]}
`;

/** What stands in a part of a mail, without the soft line ends and the codes of quoted-printable. */
function plain(mail: string): string {
  const bytes = mail
    .replace(/=\n/g, "")
    .replace(/((?:=[0-9A-F]{2})+)/g, (codes) => Buffer.from(codes.replaceAll("=", ""), "hex").toString());
  return bytes;
}

test("a report that is due is mailed once to each, as a letter with its file, and a quarterly KPI tells its months", async () => {
  const box = await mailbox();
  closing.push(box.close);
  const rows = ["2026-08-05", "2026-10-05", "2026-10-06", "2026-11-05"].map((day) => `${day},1`);
  const { directory, dispose } = await folderWith({ "helder.yaml": yaml, "orders.csv": `day,n\n${rows.join("\n")}\n` });
  closing.push(dispose);
  let now = Date.parse("2026-12-01T07:00:00Z");
  const engine = openLocalEngine(directory, { now: () => now });
  closing.push(() => engine.close());
  const [job] = jobsOf(await engine.framework());
  const send = (url: string) =>
    workOn({ engine, environment: { HELDER_SMTP_URL: url, HELDER_MAIL_FROM: "helder@example.com" } }, job!, now);

  // Nobody is there: it is written all the same, and the job has failed, so that it is tried again.
  await expect(send("smtp://127.0.0.1:1")).rejects.toMatchObject({ code: "undelivered" });
  expect(await readdir(join(directory, "reports"))).toEqual(["2026-12-01-monthly.html"]);
  expect(JSON.parse(await readFile(join(directory, ".helder", "reports.json"), "utf8")).failed).toHaveLength(2);

  await send(box.url);
  await send(box.url);
  expect(box.mails.map((mail) => /^To: (.*)$/m.exec(mail)![1])).toEqual(["board@example.com", "team@example.com"]);
  const mail = plain(box.mails[0]!);
  expect(box.mails[0]).toMatch(/Content-Disposition: attachment;\s+filename="?2026-12-01-monthly\.html/);
  expect(mail).toContain('<table role="img"');
  expect(mail).toContain("Verkocht &lt;b&gt;");
  expect(mail).not.toContain("Verkocht <b>:</");
  expect(mail).not.toMatch(/(?:src|href)="?https?:/);
  const report = await readFile(join(directory, "reports", "2026-12-01-monthly.html"), "utf8");
  expect(report).toMatch(/Per maand: okt\s2026 2, nov\s2026 1(?: tot nu toe)?\./);
  expect(JSON.parse(await readFile(join(directory, ".helder", "reports.json"), "utf8")).failed).toEqual([]);

  now = Date.parse("2027-01-01T07:00:00Z");
  await send(box.url);
  expect(box.mails).toHaveLength(4);
});
