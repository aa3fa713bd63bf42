import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { HelderError } from "../../framework/index.ts";
import { clickhouseIdentifier, clickhouseText, quoteIdentifier, quoteText, type Statement } from "../../sql/index.ts";
import type { Clickhouse, Session, Warehouse } from "../../warehouse/index.ts";
import { tableOf } from "./build.ts";
import { onCluster, rowsTable, spreadTable, type TableShape } from "./clickhouse-table.ts";
import type { Keeping, LoadState } from "./state.ts";

/** Rows in one insert: a block that fails is sent again whole. */
const blockRows = 500_000;

/**
 * Keeps datasets in ClickHouse. DuckDB reads, types and cleans the files, so that equal files give equal rows; the rows go to a new table,
 * which then changes names with the old one. What is known of a load is the table's comment, so it changes names along.
 */
export function keepInClickhouse(warehouse: Warehouse, server: Clickhouse): Keeping {
  const known = async (where: string) =>
    (
      await server.run(
        asking(
          `SELECT name, comment, engine_full, database FROM system.tables WHERE database = currentDatabase() AND ${where} ORDER BY name`,
        ),
      )
    ).rows;

  async function dropAll(names: readonly string[]): Promise<void> {
    for (const name of names) {
      const text = `DROP TABLE IF EXISTS ${clickhouseIdentifier(name)}${onCluster(server)} SYNC`;
      await server.command(text, "shards");
      await server.command(text);
    }
  }

  async function create(session: Session, state: LoadState, customer: string | null, loading: string): Promise<void> {
    const shape = await shapeOf(session, state, customer);
    const described = `COMMENT ${clickhouseText(JSON.stringify(state))}`;
    const { cluster } = server;
    if (cluster === null) return server.command(`${rowsTable(clickhouseIdentifier(loading), shape, false)}\n${described}`);
    const rows = `${state.id}$${randomBytes(6).toString("hex")}`;
    await server.command(rowsTable(`${clickhouseIdentifier(rows)}${onCluster(server)}`, shape, cluster.hasKeeper), "shards");
    const spread = spreadTable(`${clickhouseIdentifier(loading)}${onCluster(server)}`, shape, {
      cluster: cluster.name,
      database: server.database,
      rows,
    });
    return server.command(`${spread}\n${described}`);
  }

  async function send(session: Session, state: LoadState, loading: string): Promise<void> {
    const token = createHash("sha256")
      .update(JSON.stringify([state.definition, state.files.map(({ sha256 }) => sha256)]))
      .digest("hex");
    const directory = join(warehouse.directory, "tmp", `${state.id}$blocks`);
    await mkdir(directory, { recursive: true });
    try {
      for (let first = 0; first < state.rows; first += blockRows) {
        const file = join(directory, `${first}.csv`);
        const texts = state.columns.filter(([, type]) => type === "text").map(([name]) => quoteIdentifier(name));
        // A text is always in quotes, so that one that reads \\N is no null.
        const quoted = texts.length === 0 ? "" : `, FORCE_QUOTE (${texts.join(", ")})`;
        await session.query(
          `COPY (SELECT * FROM ${tableOf(state.id)} WHERE rowid >= ${first} AND rowid < ${first + blockRows}) TO ${quoteText(file)} (FORMAT csv, HEADER false, NULLSTR '\\N'${quoted})`,
        );
        await server.insert(clickhouseIdentifier(loading), () => createReadStream(file), `${token}-${first}`);
        await rm(file);
      }
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }

  return {
    async states() {
      const tables = (await known(`startsWith(comment, '{"id":')`)).filter(([name]) => !String(name).includes("$"));
      return new Map(tables.map(([name, comment]) => [String(name), JSON.parse(String(comment)) as LoadState]));
    },
    async keep(session, customer, build) {
      const state = await build();
      const { id } = state;
      const loading = `${id}$loading`;
      // What a killed load left goes; the rows beneath the table that answers now stay until the new one does.
      const answering = await rowsBeneath(id);
      await dropAll((await beneath(id)).filter((name) => name !== answering));
      await create(session, state, customer, loading);
      await send(session, state, loading);
      const arrived = Number((await server.run(asking(`SELECT count() FROM ${clickhouseIdentifier(loading)}`))).rows[0]![0]);
      if (arrived !== state.rows) throw new HelderError("warehouse-failed", { reason: `${id}: ${arrived} ≠ ${state.rows}` });
      await swap(state, loading);
      await dropAll([loading, ...(answering === null ? [] : [answering])]);
      await session.query(`DROP TABLE ${tableOf(id)}`);
      return state;
    },
    async restate(state) {
      const comment = clickhouseText(JSON.stringify(state));
      await server.command(`ALTER TABLE ${clickhouseIdentifier(state.id)}${onCluster(server)} MODIFY COMMENT ${comment}`);
    },
    async drop(id) {
      await dropAll([id, ...(await beneath(id))]);
    },
  };

  /** tables of a dataset's rows, of this load or of others */
  async function beneath(id: string): Promise<string[]> {
    return (await known(`startsWith(name, ${clickhouseText(`${id}$`)})`)).map(([name]) => String(name));
  }

  /** the table of rows beneath the one that answers now, where that one spans shards */
  async function rowsBeneath(id: string): Promise<string | null> {
    const [table] = await known(`name = ${clickhouseText(id)}`);
    return table === undefined ? null : (/^Distributed\('[^']*', '[^']*', '([^']*)'/.exec(String(table[2]))?.[1] ?? null);
  }

  async function swap(state: LoadState, loading: string): Promise<void> {
    const [mine, other] = [clickhouseIdentifier(state.id), clickhouseIdentifier(loading)];
    const there = async () => (await known(`name = ${clickhouseText(state.id)}`))[0]?.[1] ?? null;
    const text = (await there()) === null ? `RENAME TABLE ${other} TO ${mine}` : `EXCHANGE TABLES ${other} AND ${mine}`;
    try {
      await server.change(`${text}${onCluster(server)}`);
    } catch (error) {
      // The answer may be lost while the deed is done.
      if ((await there()) !== JSON.stringify(state)) throw error;
    }
  }
}

function asking(text: string): Statement {
  return { text, parameters: [], columns: [] };
}

/** The table that DuckDB holds, as it is to be made in ClickHouse. Throws HelderError `day-out-of-range`. */
async function shapeOf(session: Session, state: LoadState, customer: string | null): Promise<TableShape> {
  const { rows } = await session.query(`DESCRIBE ${tableOf(state.id)}`);
  const columns = rows.map(([name, type]) => ({ name: String(name), type: String(type) }));
  await requireDays(
    session,
    state,
    columns.filter(({ type }) => type === "DATE" || type === "TIMESTAMP").map(({ name }) => name),
  );
  const hasAllDays = state.hasTime && !state.doubts.some(({ code }) => code === "null-time");
  const filled = new Set([...state.filled, "$row", ...(hasAllDays ? ["$day"] : [])]);
  return {
    columns: columns.map(({ name, type }) => ({ name, type, filled: state.rows > 0 && filled.has(name) })),
    months: !state.hasTime ? null : state.from === null || state.to === null ? 0 : monthOf(state.to) - monthOf(state.from) + 1,
    customer,
  };
}

function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

/** ClickHouse would clip what it cannot hold, without a word. */
async function requireDays(session: Session, state: LoadState, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const ends = names.flatMap((name) => [`min(${quoteIdentifier(name)})`, `max(${quoteIdentifier(name)})`]);
  const { rows } = await session.query(`SELECT ${ends.join(", ")} FROM ${tableOf(state.id)}`);
  rows[0]!.forEach((value, index) => {
    if (value === null || (String(value) >= "1900-01-01" && String(value) < "2300-01-01")) return;
    throw new HelderError("day-out-of-range", { dataset: state.id, column: names[Math.floor(index / 2)]!, value: String(value) });
  });
}
