import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { mailbox as openMailbox } from "../outbound/mailbox.ts";
import { folderWith, type } from "./terminal.ts";

interface Posted {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function setting(values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) process.env[name] = value;
  closing.push(() => {
    for (const name of Object.keys(values)) delete process.env[name];
    return Promise.resolve();
  });
}

/** A place where webhooks come in; the paths in `refusing` answer 403. */
async function webhooks(refusing: Set<string>): Promise<{ url: string; posted: Posted[] }> {
  const posted: Posted[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      const path = request.url ?? "";
      if (refusing.has(path)) return response.writeHead(403).end();
      posted.push({ path, headers: request.headers, body });
      response.end("ok");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, posted };
}

const yaml = `helder: 1
name: Proef
language: nl
network: {allow: [127.0.0.1]}
datasets: [{id: orders, file: orders.csv, time: day}]
metrics: [{id: sold, type: count, dataset: orders}]
kpis:
  - {id: sold, name: Verkocht, metric: sold, target: {value: 60, from: 2026-10-01, to: 2026-12-31}}
alerts: [{on: sold, to: ["mail:sales@example.com", slack:env(TEST_SLACK), teams:env(TEST_TEAMS), webhook:env(TEST_HOOK)]}]
`;

async function shop(text = yaml) {
  const { directory, dispose } = await folderWith({ "helder.yaml": text, "orders.csv": "day,n\n2026-10-05,1\n2026-11-05,1\n" });
  closing.push(dispose);
  return {
    directory,
    alert: async (...words: readonly string[]) => {
      const { out, err, code } = await type("alert", ...words, "--workspace", directory, "--as-of", "2026-11-22");
      return { out, err, code };
    },
  };
}

test("what would be told, and to whom; nothing is sent or remembered", async () => {
  const { alert } = await shop();
  for (const _ of [1, 2]) {
    expect(JSON.parse((await alert("--json")).out)).toMatchObject({
      messages: [
        {
          id: "off-course/sold/2026-11-22",
          kind: "off-course",
          on: "sold",
          to: expect.arrayContaining(["mail:sales@example.com"]) as unknown,
        },
      ],
      sent: [],
      failed: [],
    });
  }
  expect((await alert()).out).toContain("Er is niets verstuurd. Versturen doe je met --send.");
});

test("sent by mail, Slack, Teams and a signed webhook; what did not arrive goes again, the others are not told twice", async () => {
  const refusing = new Set(["/teams"]);
  const { url, posted } = await webhooks(refusing);
  const { url: smtp, mails, close } = await openMailbox();
  closing.push(close);
  setting({
    HELDER_SMTP_URL: smtp,
    HELDER_MAIL_FROM: "helder@example.com",
    HELDER_WEBHOOK_SECRET: "very-secret-secret",
    TEST_SLACK: `${url}/slack`,
    TEST_TEAMS: `${url}/teams`,
    TEST_HOOK: `${url}/hook`,
  });
  const { alert, directory } = await shop();
  const first = await alert("--send", "--json");
  expect(first.code).toBe(2);
  expect(JSON.parse(first.out)).toMatchObject({
    sent: ["mail:sales@example.com", "slack:env(TEST_SLACK)", "webhook:env(TEST_HOOK)"],
    failed: [{ to: "teams:env(TEST_TEAMS)", code: "outbound-denied", messages: ["off-course/sold/2026-11-22"] }],
  });
  expect(posted.map(({ path }) => path)).toEqual(["/slack", "/hook"]);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain("To: sales@example.com");
  expect(mails[0]).toMatch(/Subject: Proef: Verkocht/);
  const hook = posted[1]!;
  const stamp = String(hook.headers["x-helder-timestamp"]);
  const signature = createHmac("sha256", "very-secret-secret").update(`${stamp}.${hook.body}`).digest("hex");
  expect(hook.headers["x-helder-signature"]).toBe(`sha256=${signature}`);
  expect(JSON.parse(hook.body)).toMatchObject({ workspace: "Proef", messages: [{ kind: "off-course", on: "sold" }] });
  const kept = await readFile(join(directory, ".helder", "alerts.json"), "utf8");
  expect(kept).not.toContain(url);
  expect(kept).not.toContain("very-secret");

  refusing.clear();
  expect(JSON.parse((await alert("--send", "--json")).out)).toMatchObject({ sent: ["teams:env(TEST_TEAMS)"], failed: [] });
  expect(posted.map(({ path }) => path)).toEqual(["/slack", "/hook", "/teams"]);
  expect(mails).toHaveLength(1);
  expect((await alert("--send")).out).toBe("Er is niets nieuws te melden.\n");
});

test("a variable that is missing and a server that is not there are failures with a reason, and hide what is secret", async () => {
  setting({ HELDER_SMTP_URL: "smtp://sales:very-secret-word@127.0.0.1:1", TEST_SLACK: "not an address" });
  const { alert } = await shop(yaml.replace("teams:env(TEST_TEAMS), webhook:env(TEST_HOOK)", "webhook:env(TEST_NOWHERE)"));
  const { out, code } = await alert("--send", "--json");
  expect(code).toBe(2);
  const { failed } = JSON.parse(out) as { failed: { to: string; code: string }[] };
  expect(failed.map(({ to, code: why }) => [to, why])).toEqual([
    ["mail:sales@example.com", "outbound-failed"],
    ["slack:env(TEST_SLACK)", expect.any(String)],
    ["webhook:env(TEST_NOWHERE)", "variable-missing"],
  ]);
  expect(out).not.toContain("very-secret-word");
}, 60_000);

test("an address of a webhook in the workspace itself is a finding", async () => {
  const { directory } = await shop(yaml.replace("slack:env(TEST_SLACK)", "slack:https://hooks.slack.com/services/T0/B0/secret"));
  const { out } = await type("check", "--json", "--workspace", directory);
  expect((JSON.parse(out) as { findings: { code: string; message: string }[] }).findings).toContainEqual(
    expect.objectContaining({ code: "wrong-type", message: expect.stringContaining("slack:env(NAAM)") as unknown }),
  );
});
