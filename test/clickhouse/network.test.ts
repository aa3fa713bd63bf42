import { once } from "node:events";
import { createServer } from "node:net";
import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import type { HelderError } from "../../src/framework/index.ts";
import type { Statement } from "../../src/sql/index.ts";
import { type Clickhouse, type ClickhouseOptions, openClickhouse } from "../../src/warehouse/index.ts";
import { breaking, passOn, refusing, type Road, silent, startRoad } from "./trouble.ts";

const engine = inject("clickhouse");
const secret = "p@ss word/geheim";
let road: Road;
let server: Clickhouse;
beforeAll(async () => {
  road = await startRoad(engine);
  server = await open();
});
afterAll(async () => {
  await server.close();
  await road.close();
});
beforeEach(() => {
  road.troubles.length = 0;
  road.seen.length = 0;
});

function open(more: Partial<ClickhouseOptions> = {}): Promise<Clickhouse> {
  return openClickhouse({ url: road.url, database: `network_${process.pid}`, user: "default", password: secret, timeout: 5000, ...more });
}

const asking = (text: string): Statement => ({ text, parameters: [], columns: [] });
const numbers = asking("SELECT number FROM numbers(5)");
const counted = [[0], [1], [2], [3], [4]];

async function failure(work: Promise<unknown>): Promise<HelderError> {
  const error = (await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )) as HelderError | null;
  expect(error).toMatchObject({ name: "HelderError" });
  for (const told of [
    error!.sentence("nl"),
    error!.sentence("en"),
    JSON.stringify(error),
    String((error!.cause as Error | undefined)?.stack),
  ])
    expect(told).not.toContain("geheim");
  return error!;
}

describe("what fails for a moment is tried again", () => {
  test("a server that is too busy, a proxy without a server behind it", async () => {
    road.troubles.push(
      refusing(500, "Code: 202. DB::Exception: Too many simultaneous queries. (TOO_MANY_SIMULTANEOUS_QUERIES) (version 26.7)"),
      refusing(502, "<html><h1>502 Bad Gateway</h1></html>"),
    );
    expect((await server.run(numbers)).rows).toEqual(counted);
    expect(road.seen).toHaveLength(3);
  });

  test("a connection that breaks before the answer", async () => {
    road.troubles.push(breaking, breaking);
    expect((await server.run(numbers)).rows).toEqual(counted);
  });

  test("an answer that is cut off half-way gives no short table", async () => {
    road.troubles.push((passed, response, body) =>
      passOn(engine, passed, response, body, (answer) => {
        response.writeHead(200, { "transfer-encoding": "chunked" });
        response.write(answer.subarray(0, answer.length - 5), () => passed.socket.destroy());
      }),
    );
    expect((await server.run(numbers)).rows).toEqual(counted);
    expect(road.seen).toHaveLength(2);
  });

  test("but not for ever", async () => {
    road.troubles.push(...Array.from({ length: 4 }, () => breaking));
    expect((await failure(server.run(numbers))).code).toBe("clickhouse-unreachable");
    expect(road.seen).toHaveLength(4);
  });

  test("what is wrong with the statement is not", async () => {
    expect(await failure(server.run(asking("SELECT nonsense")))).toMatchObject({ code: "clickhouse-failed", params: { host: road.host } });
    expect(road.seen).toHaveLength(1);
  });

  test("nor is what must be said once", async () => {
    road.troubles.push(breaking);
    expect((await failure(server.change("RENAME TABLE a TO b"))).code).toBe("clickhouse-unreachable");
    expect(road.seen).toHaveLength(1);
  });
});

test("a block of rows whose receipt was lost is there once", async () => {
  await server.command("DROP TABLE IF EXISTS blocks");
  await server.command(
    "CREATE TABLE blocks (a Int64, b Nullable(String)) ENGINE = MergeTree ORDER BY a SETTINGS non_replicated_deduplication_window = 100",
  );
  const rows = () => Readable.from(['1,"x"\n2,\\N\n', '3,"\\N"\n4,""\n'], { objectMode: false });
  road.troubles.push((passed, response, body) => passOn(engine, passed, response, body, () => passed.socket.destroy()));
  road.seen.length = 0;
  await server.insert("blocks", rows, "load-0");
  expect(road.seen).toHaveLength(2);
  await server.insert("blocks", rows, "load-0");
  expect((await server.run(asking("SELECT a, b FROM blocks ORDER BY a"))).rows).toEqual([
    [1, "x"],
    [2, null],
    [3, "\\N"],
    [4, ""],
  ]);
  await server.insert("blocks", rows, "load-1");
  expect((await server.run(asking("SELECT count() FROM blocks"))).rows).toEqual([[8]]);
});

describe("a failure says what to do, and no secret", () => {
  test("nobody there", async () => {
    const closed = createServer().listen(0, "127.0.0.1");
    await once(closed, "listening");
    const { port } = closed.address() as { port: number };
    closed.close();
    const error = await failure(open({ url: `http://someone:${encodeURIComponent(secret)}@127.0.0.1:${port}`, attempts: 2 }));
    expect(error).toMatchObject({ code: "clickhouse-unreachable", params: { host: `127.0.0.1:${port}` } });
    expect(error.params["reason"]).toContain("ECONNREFUSED");
  });

  test("no address at all", async () => {
    for (const url of ["clickhouse", "ftp://127.0.0.1", "file:///etc/passwd"])
      expect((await failure(open({ url }))).code).toBe("clickhouse-unreachable");
  });

  test("somebody else there", async () => {
    for (const body of [
      "<!doctype html><title>Hello</title>",
      "",
      "Ok.\n",
      '["a"]\n',
      "null\nnull\n",
      "{}\n{}\n",
      '["a"]\n["String"]\n',
      '["a"]\n["UInt8"]\n[1]\n',
    ]) {
      road.troubles.push((_, response) => void response.end(body));
      expect((await failure(open({ attempts: 1 }))).code).toBe("clickhouse-unreachable");
    }
  });

  test("not let in", async () => {
    road.troubles.push(
      refusing(
        403,
        `Code: 516. DB::Exception: default: Authentication failed: ${secret} is incorrect. (AUTHENTICATION_FAILED) (version 26.7)`,
      ),
    );
    expect(await failure(open())).toMatchObject({ code: "clickhouse-refused" });
    road.troubles.push(refusing(401, "401 Unauthorized"));
    expect(await failure(open())).toMatchObject({ code: "clickhouse-refused" });
  });

  test("a database that is not there and may not be made", async () => {
    const database = `absent_${process.pid}`;
    road.troubles.push(null, refusing(500, "Code: 497. DB::Exception: default: Not enough privileges. (ACCESS_DENIED) (version 26.7)"));
    expect(await failure(open({ database }))).toMatchObject({ code: "clickhouse-no-database", params: { database } });
  });

  test("too slow", async () => {
    const slow = await open({ timeout: 1000, attempts: 1 });
    road.troubles.push(silent);
    expect(await failure(slow.run(numbers))).toMatchObject({ code: "clickhouse-slow", params: { seconds: 1 } });
    await slow.close();
  });

  test("too old", async () => {
    road.troubles.push((_, response) => void response.end('["version()"]\n["String"]\n["18.16.1"]\n'));
    expect(await failure(open())).toMatchObject({ code: "clickhouse-too-old", params: { version: "18.16.1" } });
  });

  test("a number too large", async () => {
    expect(
      (await failure(server.run(asking("SELECT x + x FROM (SELECT toDecimal128('999999999999999999999999999999999999', 2) AS x)")))).code,
    ).toBe("overflow");
  });
});

test("who asked may call it off", async () => {
  const controller = new AbortController();
  const gone = new Promise<void>((resolve) => {
    road.troubles.push((passed) => void passed.socket.once("close", () => resolve()));
  });
  const asked = server.run(numbers, controller.signal);
  while (road.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  controller.abort(new Error("enough"));
  await expect(asked).rejects.toThrow("enough");
  await gone;
  await expect(server.run(numbers, AbortSignal.abort(new Error("before")))).rejects.toThrow("before");
  expect((await server.run(numbers)).rows).toEqual(counted);
});

test("values come back as the table says", async () => {
  const columns = [
    "1.50",
    "0.1",
    "toInt128('9007199254740993')",
    "toUInt64(18446744073709551615)",
    "nan",
    "1/0",
    "NULL",
    "toDate32('1900-01-01')",
  ];
  const moments = [
    "toDateTime64('1969-12-31 23:59:59.250000', 6, 'UTC')",
    "toDateTime('2026-01-31 10:00:00', 'UTC')",
    "true",
    "[1, 2]",
    "toDate('2026-02-28')",
  ];
  const { rows } = await server.run(asking(`SELECT toDecimal128('${columns[0]}', 2), ${[...columns.slice(1), ...moments].join(", ")}`));
  expect(rows).toEqual([
    [
      1.5,
      0.1,
      9007199254740992,
      18446744073709552000,
      null,
      null,
      null,
      "1900-01-01",
      "1969-12-31T23:59:59.25",
      "2026-01-31T10:00:00",
      true,
      "[1,2]",
      "2026-02-28",
    ],
  ]);
});
