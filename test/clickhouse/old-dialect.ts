import { text as readText } from "node:stream/consumers";
import {
  clickhouse,
  clickhouseIdentifier,
  clickhouseText,
  type Dialect,
  inlined,
  type Statement,
  type Table,
} from "../../src/sql/index.ts";
import type { Clickhouse } from "../../src/warehouse/index.ts";
import type { Cluster } from "./old-server.ts";

/** What 18.16 says in other words than ClickHouse of today; `docs/clickhouse.md` lists what it cannot say at all. */
export const oldDialect: Dialect = {
  ...clickhouse,
  day: (day) => `toDate('${day}')`,
  aggregates: {
    ...clickhouse.aggregates,
    // To it, the number of no values at all is null.
    count: (of, filter) => `ifNull(${combined(filter, "count", of === null ? "" : of.text)}, 0)`,
    "count-distinct": (of, filter) => `ifNull(${combined(filter, "uniqExact", of!.text)}, 0)`,
    sum: (of, filter) =>
      of!.type === "double"
        ? `arrayReduce('sum', arraySort(${combined(filter, "groupArray", of!.text)}))`
        : `coalesce(${combined(filter, "sum", of!.type === "integer" ? `toDecimal128(${of!.text}, 0)` : of!.text)}, 0)`,
    min: (of, filter) => orNull(filter, "min", of!.text),
    max: (of, filter) => orNull(filter, "max", of!.text),
    // It interpolates no quantiles: between the two values around the place they are weighed here.
    percentile: (of, filter, { p }) => {
      const sorted = `arraySort(${combined(filter, "groupArray", `toFloat64(${of!.text})`)})`;
      const at = `(length(${sorted}) - 1) * ${p!}`;
      const low = `${sorted}[toInt64(floor(${at})) + 1]`;
      const high = `${sorted}[toInt64(ceil(${at})) + 1]`;
      return `if(length(${sorted}) = 0, NULL, ${low} + (${high} - ${low}) * (${at} - floor(${at})))`;
    },
  },
};

/** To it, the least of no values is 0 wherever there is a condition. */
function orNull(filter: string, name: string, of: string): string {
  return `if(ifNull(${combined(filter, "count", of)}, 0) = 0, NULL, ${combined(filter, name, of)})`;
}

/** ` FILTER (WHERE c)` as a name that ends in If. */
function combined(filter: string, name: string, of: string): string {
  if (filter === "") return `${name}(${of})`;
  const condition = filter.slice(" FILTER (WHERE ".length, -1);
  return `${name}If(${of === "" ? "" : `${of}, `}ifNull(${condition}, 0))`;
}

/** Speaks to servers of 18.16 as Helder speaks to those of today; the comments of tables, which they lack, are kept here. */
export function oldClickhouse(cluster: Cluster, database: string): Clickhouse & { on(shard: number, text: string): Promise<Table> } {
  const comments = new Map<string, string>();
  const entry = cluster.urls[0]!;

  async function say(url: string, text: string, body?: string): Promise<string> {
    const address = new URL(url);
    address.searchParams.set("database", database);
    if (body !== undefined) address.searchParams.set("query", text);
    const response = await fetch(address, { method: "POST", body: body ?? text });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${answer.trim()}\n${text}`);
    return answer;
  }

  /** The same in the words of 18.16. */
  function translated(text: string): string {
    const known = [...comments];
    const tables = `(SELECT name, ${
      known.length === 0
        ? "''"
        : `transform(name, [${known.map(([name]) => clickhouseText(name)).join(", ")}], [${known.map(([, comment]) => clickhouseText(comment)).join(", ")}], '')`
    } AS comment, engine_full, database FROM system.tables)`;
    return (
      text
        .replace(/\nCOMMENT '(?:[^'\\]|\\.)*'$/s, "")
        .replace(/ SYNC$/, "")
        .replace(/\nSETTINGS .*$/, "")
        // Its index of partitions cannot hold a null.
        .replace(/\nPARTITION BY \w+\(ifNull.*$/m, "")
        .replace("FROM system.tables", `FROM ${tables}`)
        .replace(/startsWith\((\w+), ('(?:[^'\\]|\\.)*')\)/g, "position($1, $2) = 1")
        .replace(/toDate32\(/g, "toDate(")
        .replace(/Date32\b/g, "Date")
        .replace(/DateTime64\(6, 'UTC'\)/g, "DateTime('UTC')")
    );
  }

  async function read(url: string, statement: Statement): Promise<Table> {
    const { text, columns } = inlined(statement);
    // Columns to group by are named, not counted.
    const named = translated(text).replace(
      /^GROUP BY [\d, ]+$/m,
      (counted) =>
        `GROUP BY ${counted
          .split(",")
          .map((_, index) => clickhouseIdentifier(columns[index]!.name))
          .join(", ")}`,
    );
    const { meta, data } = JSON.parse(await say(url, `${named}\nFORMAT JSONCompact`)) as {
      meta: { name: string; type: string }[];
      data: Table["rows"][number][];
    };
    const isNumber = meta.map(({ type }) => /^(Nullable\()?(U?Int|Float|Decimal)/.test(type));
    return {
      columns: meta.map(({ name }) => name),
      rows: data.map((row) => row.map((value, index) => (value !== null && isNumber[index] ? Number(value) : value))),
    };
  }

  async function change(url: string, text: string): Promise<void> {
    const comment = /\nCOMMENT '((?:[^'\\]|\\.)*)'$/s.exec(text)?.[1];
    const swapped = /^(?:EXCHANGE TABLES|RENAME TABLE) "(.*?)" (AND|TO) "(.*?)"$/.exec(text);
    if (swapped === null) await say(url, translated(text));
    else {
      const [, from, how, to] = swapped as unknown as [string, string, string, string];
      const [mine, theirs] = [comments.get(from) ?? "", comments.get(to) ?? ""];
      await say(url, how === "TO" ? text : `RENAME TABLE "${to}" TO "${to}$old", "${from}" TO "${to}", "${to}$old" TO "${from}"`);
      comments.set(to, mine);
      comments.set(from, theirs);
    }
    if (comment !== undefined) comments.set(/^CREATE TABLE "(.*?)"/.exec(text)![1]!, comment.replace(/\\(.)/gs, "$1"));
  }

  return {
    database,
    cluster: { name: cluster.name, hasKeeper: false },
    run: (statement) => read(entry, statement),
    async command(text, where = "here") {
      for (const url of where === "shards" ? cluster.urls : [entry]) await change(url, text);
    },
    change: (text) => change(entry, text),
    async insert(table, rows) {
      await say(entry, `INSERT INTO ${table} FORMAT CSV`, await readText(rows()));
    },
    on: (shard, text) => read(cluster.urls[shard]!, { text, parameters: [], columns: [] }),
    close: () => Promise.resolve(),
  };
}
