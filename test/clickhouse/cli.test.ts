import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { refusing, type Road, startRoad } from "./trouble.ts";

const program = fileURLToPath(new URL("../../dist/bin/helder.js", import.meta.url));
const base = realpathSync(mkdtempSync(join(tmpdir(), "helder-cli-clickhouse-")));
const password = "geheim:wachtwoord";
let road: Road;

beforeAll(async () => {
  const [key, cert] = [join(base, "key.pem"), join(base, "cert.pem")];
  const subject = ["-subj", "/CN=clickhouse", "-addext", "subjectAltName=IP:127.0.0.1"];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", cert, ...subject], {
    stdio: "ignore",
  });
  road = await startRoad(inject("clickhouse"), { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") });
});
afterAll(async () => {
  await road.close();
  rmSync(base, { recursive: true, force: true });
});

function helder(
  directory: string,
  args: readonly string[],
  more: NodeJS.ProcessEnv = {},
): Promise<{ code: number; out: string; err: string }> {
  const env = {
    ...process.env,
    NODE_EXTRA_CA_CERTS: join(base, "cert.pem"),
    CLICKHOUSE_URL: road.url,
    CLICKHOUSE_PASSWORD: password,
    ...more,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args, "--workspace", directory], { env }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

test("helder run and query give the same JSON, over TLS and with a password", async () => {
  const [one, other] = [join(base, "one"), join(base, "other")];
  const made = await helder(base, ["init", one, "--example", "sportschool", "--language", "nl"]);
  expect(made).toMatchObject({ code: 0 });
  cpSync(one, other, { recursive: true });
  const settings = join(other, "helder.yaml");
  const warehouse = `warehouse:\n  clickhouse: { url: env(CLICKHOUSE_URL), database: cli_${process.pid}, user: default, password: env(CLICKHOUSE_PASSWORD) }\n`;
  writeFileSync(settings, `${readFileSync(settings, "utf8").trimEnd()}\n${warehouse}`);
  for (const command of [
    ["run", "--json"],
    ["query", "guest-hours", "capacity-hours", "registrations", "trials", "--grain", "quarter", "--json"],
  ]) {
    const [mine, theirs] = [await helder(one, command), await helder(other, command)];
    expect(theirs.err).toBe(mine.err);
    expect(mine.code).toBe(0);
    expect(digits(theirs.out)).toBe(digits(mine.out));
  }
  expect(road.seen[0]!.authorization).toBe(`Basic ${Buffer.from(`default:${password}`).toString("base64")}`);

  const untrusted = await helder(other, ["load"], { NODE_EXTRA_CA_CERTS: "" });
  expect(untrusted).toMatchObject({ code: 2 });
  expect(untrusted.err).toMatch(/clickhouse-unreachable: .*certificate.*\n$/);

  road.troubles.push(refusing(403, `Code: 516. DB::Exception: default: Authentication failed, ${password}. (AUTHENTICATION_FAILED)`));
  const refused = await helder(other, ["load", "--json", "--language", "nl"]);
  expect(refused.code).toBe(2);
  expect(JSON.parse(refused.out)).toMatchObject({ error: { code: "clickhouse-refused" } });
  expect(refused.out + refused.err).not.toContain("geheim");
});

/** Doubles may differ in the digits that nobody relies on. */
function digits(json: string): string {
  return json.replace(/-?\d+\.\d{6,}(?:e[+-]?\d+)?/g, (number) => String(Number(Number(number).toPrecision(12))));
}
