import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HelderError } from "../../src/framework/index.ts";
import { fetchRows, type FetchRequest, keptRows, newDirectory } from "./fetching.ts";
import { startGa4 } from "./servers/ga4.ts";
import { startMatomo } from "./servers/matomo.ts";
import { startS3 } from "./servers/s3.ts";
import { startSalesforce } from "./servers/salesforce.ts";
import { faults, type Server, startServer } from "./servers/server.ts";

interface Source {
  readonly server: Server;
  readonly request: Omit<FetchRequest, "directory">;
}

const days = ["2026-01-30", "2026-01-31", "2026-02-01", "2026-02-14", "2026-03-01", "2026-03-08"];

const sources: Readonly<Record<string, () => Promise<Source>>> = {
  async ga4() {
    const server = await startGa4(
      days.flatMap((date, index) => ["Direct", "Email"].map((channel) => ({ date, channel, sessions: index + channel.length }))),
    );
    const connector = {
      type: "ga4",
      property: 123,
      credentials: "env(KEY)",
      dimensions: ["date", "channel"],
      metrics: ["sessions"],
      from: "2026-01-15",
      url: server.base,
    };
    return { server, request: { connector, environment: { KEY: server.key } } };
  },
  async "matomo reports"() {
    const server = await startMatomo(days.flatMap((day, index) => [1, 2, 3].slice(0, 1 + (index % 3)).map((id) => ({ day, id }))));
    const connector = { type: "matomo", url: server.base, site: 1, token: "env(TOKEN)", method: "VisitsSummary.get", from: "2026-01-28" };
    return { server, request: { connector, environment: { TOKEN: "matomo-token" } } };
  },
  async "matomo visits"() {
    const server = await startMatomo(
      days.flatMap((day, index) => [1, 2, 3, 4, 5].slice(0, index).map((id) => ({ day, id: index * 10 + id }))),
    );
    const connector = {
      type: "matomo",
      url: server.base,
      site: 1,
      token: "env(TOKEN)",
      method: "Live.getLastVisitsDetails",
      from: "2026-02-28",
    };
    return { server, request: { connector, environment: { TOKEN: "matomo-token" } } };
  },
  async salesforce() {
    const deals = days.map((day, index) => ({
      id: `006${index}`,
      amount: index === 2 ? null : index * 10.5,
      account: index === 3 ? null : "Acme",
      changed: `${day}T10:00:00.000+0000`,
    }));
    const server = await startSalesforce(() => deals);
    const connector = {
      type: "salesforce",
      url: server.base,
      client: "env(CLIENT)",
      secret: "env(SECRET)",
      query: "SELECT Id, Amount, Account.Name, Account.Owner.Name, SystemModstamp FROM Opportunity WHERE SystemModstamp >= {cursor}",
      cursor: "SystemModstamp",
    };
    return { server, request: { connector, key: "Id", environment: { CLIENT: "consumer", SECRET: "consumer-secret" } } };
  },
  async s3() {
    const server = await startS3(Object.fromEntries(days.map((day) => [`exports/orders ${day} a&b.csv`, `id,day\n1,${day}\n`])));
    const connector = {
      type: "s3",
      bucket: "shop",
      files: "exports/orders*.csv",
      region: "eu-west-1",
      endpoint: server.base,
      keyId: "env(ID)",
      secret: "env(SECRET)",
    };
    return { server, request: { connector, environment: { ID: "AKID", SECRET: "s3-secret-key" } } };
  },
  async http() {
    const server = await startServer(({ query }) => {
      const page = Number(query.get("page") ?? 0);
      return { body: JSON.stringify({ items: [{ day: days[page] }], next: page + 1 < days.length ? `/?page=${page + 1}` : null }) };
    });
    return { server, request: { connector: { type: "http", url: server.base, as: "json", rows: "items", next: "next" }, environment: {} } };
  },
};

describe.each(Object.keys(sources))("%s", (name) => {
  let source: Source;
  let right: readonly unknown[];
  beforeAll(async () => {
    source = await sources[name]!();
    right = await fetchRows({ ...source.request, directory: newDirectory() });
  });
  afterAll(() => source.server.close());

  test("brings every row", () => {
    expect(right).toMatchSnapshot();
  });

  test("law: whatever goes wrong on the way, what comes in the end is the same; where nothing comes, what was there stays", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...faults), { maxLength: 30 }), fc.boolean(), async (plan, again) => {
        const request = { ...source.request, directory: newDirectory() };
        source.server.trouble();
        if (again) await fetchRows(request);
        source.server.trouble(...plan);
        const after = await fetchRows(request).catch((error: unknown) => error);
        if (!(after instanceof Error)) {
          expect(after).toEqual(right);
          return;
        }
        expect(after).toBeInstanceOf(HelderError);
        // Where nothing was brought so far but that there was nothing, an empty file stands for it.
        const kept = (await keptRows(request.directory, request.key)).filter((row) => !Object.hasOwn(row as object, "rows/empty.csv"));
        expect(right.slice(0, kept.length)).toEqual(kept);
        if (again) expect(kept).toEqual(right);
        source.server.trouble();
        expect(await fetchRows(request)).toEqual(right);
      }),
      { numRuns: Number(process.env["HELDER_RUNS"] ?? 25) },
    );
  });

  test("one of each fault is got over", async () => {
    for (const fault of faults) {
      // The second request of all, and one in the middle of a list.
      for (const plan of [["none", fault] as const, ["none", "none", "none", fault, fault] as const]) {
        source.server.trouble(...plan);
        expect(await fetchRows({ ...source.request, directory: newDirectory() }), `${fault} ${plan.length}`).toEqual(right);
      }
    }
  });
});
