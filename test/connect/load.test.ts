import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { folderWith, type } from "../cli/terminal.ts";
import { fetchRows, newDirectory } from "./fetching.ts";
import { startGa4 } from "./servers/ga4.ts";
import { startMatomo } from "./servers/matomo.ts";
import { startS3 } from "./servers/s3.ts";
import { type Deal, startSalesforce } from "./servers/salesforce.ts";
import { type Server, startServer } from "./servers/server.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function started<T extends Server>(starting: Promise<T>): Promise<T> {
  const server = await starting;
  closing.push(() => server.close());
  return server;
}

/** Types `load` and then asks for a sum of the dataset `source`. */
async function loaded(connector: object, more: string, of: string, environment: Readonly<Record<string, string>>): Promise<unknown> {
  for (const [name, value] of Object.entries(environment)) process.env[`HELDER_TEST_${name}`] = value;
  const text = JSON.stringify(connector).replace(/env\((\w+)\)/g, "env(HELDER_TEST_$1)");
  const { directory, dispose } = await folderWith({
    "helder.yaml": `helder: 1
name: Shop
language: en
network: {allow: [127.0.0.1]}
datasets:
  - {id: source, connector: ${text}, ${more}}
metrics:
  - {id: total, type: sum, dataset: source, of: '${of}'}
`,
  });
  closing.push(dispose);
  const load = await type("load", "--json", "--workspace", directory);
  expect(load.err).toBe("");
  // Of what is fetched by cursor a little comes again: from then on it is the same.
  await type("load", "--workspace", directory);
  const again = await type("load", "--json", "--workspace", directory);
  expect(JSON.parse(again.out).datasets).toMatchObject([{ skipped: true }]);
  const query = await type("query", "total", "--grain", "total", "--json", "--workspace", directory);
  for (const name of Object.keys(environment)) delete process.env[`HELDER_TEST_${name}`];
  const [{ rows, from, to }] = JSON.parse(load.out).datasets;
  return { rows, from, to, total: JSON.parse(query.out).series[0].points[0].value };
}

const deal = (id: string, amount: number | null, changed: string): Deal => ({ id, amount, account: "Acme", changed });

describe("helder load", () => {
  test("of GA4", async () => {
    const server = await started(
      startGa4([
        { date: "2025-12-31", channel: "Email", sessions: 7 },
        { date: "2026-01-01", channel: "0123", sessions: 5 },
      ]),
    );
    const connector = {
      type: "ga4",
      property: "123",
      credentials: "env(KEY)",
      dimensions: ["date", "channel"],
      metrics: ["sessions"],
      from: "2025-12-01",
      url: server.base,
    };
    expect(await loaded(connector, "time: date", "sessions", { KEY: server.key })).toEqual({
      rows: 2,
      from: "2025-12-31",
      to: "2026-01-01",
      total: 12,
    });
  });

  test("of Matomo's reports, in which a share is a number", async () => {
    const server = await started(
      startMatomo([
        { day: "2026-01-02", id: 1 },
        { day: "2026-01-04", id: 2 },
        { day: "2026-01-04", id: 3 },
        { day: "2026-01-04", id: 4 },
      ]),
    );
    const connector = {
      type: "matomo",
      url: `${server.base}/index.php`,
      site: 1,
      token: "env(TOKEN)",
      method: "VisitsSummary.get",
      from: "2026-01-01",
    };
    expect(await loaded(connector, "time: date", "bounce_rate", { TOKEN: "matomo-token" })).toEqual({
      rows: 2,
      from: "2026-01-02",
      to: "2026-01-04",
      total: 0.75,
    });
  });

  test("of Salesforce", async () => {
    const server = await started(
      startSalesforce(() => [
        deal("1", 10.25, "2026-01-01T10:00:00.000+0000"),
        deal("2", null, "2026-01-03T23:30:00.000+0000"),
        deal("3", 2, "2026-01-02T10:00:00.000+0000"),
      ]),
    );
    const query = "SELECT Id, Amount, Account.Name, SystemModstamp FROM Opportunity WHERE SystemModstamp >= {cursor}";
    const connector = {
      type: "salesforce",
      url: server.base,
      client: "env(CLIENT)",
      secret: "env(SECRET)",
      query,
      cursor: "SystemModstamp",
    };
    const environment = { CLIENT: "consumer", SECRET: "consumer-secret" };
    expect(
      await loaded(connector, 'time: SystemModstamp, key: Id, where: \'"Account.Name" = "Account.Name"\'', "Amount", environment),
    ).toEqual({
      rows: 3,
      from: "2026-01-01",
      // In Amsterdam it is the next day by then.
      to: "2026-01-04",
      total: 12.25,
    });
  });

  test("of files in a bucket", async () => {
    const server = await started(
      startS3({
        "in/a.csv": "day;amount\n2026-01-01;1,50\n",
        "in/b.csv": "day;amount\n2026-01-02;2,25\n",
        "in/deep/c.csv": "x\n1\n",
        "in/": "",
      }),
    );
    const connector = {
      type: "s3",
      bucket: "shop",
      files: "in/*.csv",
      region: "eu-west-1",
      endpoint: server.base,
      keyId: "env(ID)",
      secret: "env(SECRET)",
    };
    expect(await loaded(connector, "time: day", "amount", { ID: "AKID", SECRET: "s3-secret-key" })).toEqual({
      rows: 2,
      from: "2026-01-01",
      to: "2026-01-02",
      total: 3.75,
    });
  });
});

describe("what is asked again", () => {
  test("GA4: only the months that may still change, and a month that is there stays as it was", async () => {
    const server = await started(
      startGa4([
        { date: "2026-01-05", channel: "Email", sessions: 1 },
        { date: "2026-02-05", channel: "Email", sessions: 2 },
        { date: "2026-03-02", channel: "Email", sessions: 4 },
      ]),
    );
    const connector = {
      type: "ga4",
      property: 123,
      credentials: "env(KEY)",
      dimensions: ["date", "channel"],
      metrics: ["sessions"],
      from: "2026-01-01",
      url: server.base,
    };
    const request = { directory: newDirectory(), connector, environment: { KEY: server.key } };
    const ranges = () => server.asked.flatMap(({ path, body }) => (path === "/token" ? [] : [JSON.parse(body).dateRanges[0]]));
    await fetchRows({ ...request, today: "2026-03-02" });
    expect(ranges().map(({ startDate, endDate }) => `${startDate}..${endDate}`)).toEqual([
      "2026-01-01..2026-01-31",
      "2026-02-01..2026-02-28",
      "2026-03-01..2026-03-02",
    ]);
    const asked = server.asked.length;
    const rows = await fetchRows({ ...request, today: "2026-03-05" });
    const again = server.asked
      .slice(asked)
      .flatMap(({ path, body }) => (path === "/token" ? [] : [JSON.parse(body).dateRanges[0].startDate]));
    expect(again).toEqual(["2026-02-01", "2026-03-01"]);
    expect(rows).toHaveLength(3);
  });

  test("Salesforce: what changed since", async () => {
    const deals = [deal("1", 10, "2026-01-01T10:00:00.000+0000"), deal("2", 20, "2026-01-02T10:00:00.000+0000")];
    const server = await started(startSalesforce(() => deals));
    const query = "SELECT Id, Amount, SystemModstamp FROM Opportunity WHERE SystemModstamp >= {cursor}";
    const connector = {
      type: "salesforce",
      url: server.base,
      client: "env(CLIENT)",
      secret: "env(SECRET)",
      query,
      cursor: "SystemModstamp",
    };
    const request = { directory: newDirectory(), connector, key: "Id", environment: { CLIENT: "consumer", SECRET: "consumer-secret" } };
    await fetchRows(request);
    deals[0] = deal("1", 11, "2026-01-03T10:00:00.000+0000");
    expect(await fetchRows(request)).toMatchObject([
      { Id: "1", Amount: 11 },
      { Id: "2", Amount: 20 },
    ]);
    expect(server.asked.at(-1)!.query.get("q")).toContain("SystemModstamp >= 2026-01-02T09:55:00.000Z");
  });

  test("S3: files that are new or changed; what was removed is gone", async () => {
    const files: Record<string, string> = { "a.csv": "n\n1\n", "b.csv": "n\n2\n", "c.csv": "n\n3\n" };
    const server = await started(startS3(files));
    const connector = {
      type: "s3",
      bucket: "shop",
      files: "*.csv",
      region: "eu-west-1",
      endpoint: server.base,
      keyId: "env(ID)",
      secret: "env(SECRET)",
    };
    const request = { directory: newDirectory(), connector, environment: { ID: "AKID", SECRET: "s3-secret-key" } };
    await fetchRows(request);
    const asked = server.asked.length;
    delete files["a.csv"];
    files["b.csv"] = "n\n9\n";
    files["d.csv"] = "n\n4\n";
    expect(await fetchRows(request)).toEqual([{ "rows/b.csv": "n\n9\n" }, { "rows/c.csv": "n\n3\n" }, { "rows/d.csv": "n\n4\n" }]);
    const gets = () => server.asked.slice(asked).flatMap(({ path }) => (path === "/shop/" ? [] : [path]));
    expect(gets()).toEqual(["/shop/b.csv", "/shop/d.csv"]);
    await fetchRows(request);
    expect(gets()).toEqual(["/shop/b.csv", "/shop/d.csv"]);
  });
});

const shared = join(import.meta.dirname, "../../../shared/data");
const recorded = (path: string) => readFileSync(join(shared, path), "utf8");

describe.skipIf(!existsSync(shared))("answers that were recorded (../shared/data)", () => {
  const ga4 = (base: string, dimensions: string, metrics: string) => ({
    connector: {
      type: "ga4",
      property: 1,
      credentials: "env(KEY)",
      dimensions: dimensions.split(" "),
      metrics: metrics.split(" "),
      from: "2022-07-31",
      url: base,
    },
    directory: newDirectory(),
    today: "2022-07-31",
  });

  test("GA4: two rows of 54 are not taken for the whole, and a report without rows is empty", async () => {
    const { key } = await started(startGa4([]));
    let file = "runReport_device_browser.json";
    const server = await started(
      startServer(({ path }) => ({ body: path === "/token" ? '{"access_token":"t"}' : recorded(`web/ga_data_api/${file}`) })),
    );
    const environment = { KEY: JSON.stringify({ ...JSON.parse(key), token_uri: `${server.base}/token` }) };
    const report = ga4(
      server.base,
      "date deviceCategory operatingSystem browser",
      "totalUsers newUsers sessions sessionsPerUser averageSessionDuration screenPageViews screenPageViewsPerSession bounceRate",
    );
    await expect(fetchRows({ ...report, environment })).rejects.toMatchObject({ code: "source-broken" });
    file = "runReport_empty_no_rows_key.json";
    expect(await fetchRows({ ...ga4(server.base, "pagePath", "screenPageViews"), environment })).toEqual([
      { "rows/empty.csv": '"pagePath","screenPageViews"\n' },
    ]);
  });

  test("Matomo: a share is a fraction and an empty day has no rows", async () => {
    const [days] = JSON.parse(recorded("web/matomo/test_OneVisitorTwoVisits_bulk_json__API.getBulkRequest.json")) as unknown[];
    const server = await started(startServer(() => ({ body: JSON.stringify(days) })));
    const connector = { type: "matomo", url: server.base, site: 1, token: "env(TOKEN)", method: "VisitsSummary.get", from: "2010-03-06" };
    expect(await fetchRows({ directory: newDirectory(), connector, environment: { TOKEN: "token" }, today: "2010-03-07" })).toEqual([
      expect.objectContaining({ date: "2010-03-06", nb_visits: 2, bounce_rate: 0.5, avg_time_on_site: 811 }),
    ]);
  });

  test("Salesforce: records inside records are columns", async () => {
    const { result } = JSON.parse(recorded("crm/sfdx_soql_contact_account.json")) as { result: object };
    const server = await started(
      startServer(({ path }) => ({ body: path.endsWith("token") ? '{"access_token":"t"}' : JSON.stringify(result) })),
    );
    const connector = { type: "salesforce", url: server.base, client: "env(ID)", secret: "env(ID)", query: "SELECT Id FROM Contact" };
    expect((await fetchRows({ directory: newDirectory(), connector, environment: { ID: "id" } }))[0]).toEqual({
      Id: "0031U00000JajaoQAB",
      Name: "Rose Gonzalez",
      "Account.Name": "Edge Communications",
      "Account.CreatedBy.Name": "Jamie Smith",
      "Account.CreatedBy.CreatedBy.Name": "Jamie Smith",
    });
  });
});

describe("what a source refuses", () => {
  test("Matomo's mistakes come with status 200, and are told without the token", async () => {
    const server = await started(startMatomo([]));
    const connector = { type: "matomo", url: server.base, site: 1, token: "env(TOKEN)", method: "VisitsSummary.get", from: "2026-03-01" };
    const error = (await fetchRows({ directory: newDirectory(), connector, environment: { TOKEN: "wrong-token" } }).catch(
      (thrown: unknown) => thrown,
    )) as Error;
    expect(error).toMatchObject({ code: "source-broken" });
    expect(error.message).toContain("Unable to authenticate with the provided token ***");
  });

  test("a key of Google that is none is told without the key", async () => {
    const connector = {
      type: "ga4",
      property: 1,
      credentials: "env(KEY)",
      dimensions: [],
      metrics: ["sessions"],
      from: "2026-01-01",
      url: "http://127.0.0.1:9",
    };
    for (const KEY of ["very secret", '{"client_email":"a","private_key":"very secret"}']) {
      const error = (await fetchRows({ directory: newDirectory(), connector, environment: { KEY } }).catch(
        (thrown: unknown) => thrown,
      )) as Error;
      expect(error).toMatchObject({ code: "connector-broken" });
      expect(error.message).not.toContain("very secret");
    }
  });

  test("Salesforce's next page is a path of the same server", async () => {
    const server = await started(
      startServer(({ path }) => ({
        body: path.endsWith("token")
          ? '{"access_token":"t"}'
          : '{"totalSize":2,"done":false,"records":[],"nextRecordsUrl":"//evil.example/x"}',
      })),
    );
    const connector = { type: "salesforce", url: server.base, client: "env(ID)", secret: "env(ID)", query: "SELECT Id FROM Contact" };
    await expect(fetchRows({ directory: newDirectory(), connector, environment: { ID: "id" } })).rejects.toMatchObject({
      code: "source-broken",
    });
  });
});
