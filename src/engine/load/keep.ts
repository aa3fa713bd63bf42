import type { Warehouse } from "../../warehouse/index.ts";
import { tableOf } from "./build.ts";
import { keepInClickhouse } from "./clickhouse.ts";
import { type Keeping, readStates, removeState, writeState } from "./state.ts";

export function keepingOf(warehouse: Warehouse): Keeping {
  return warehouse.clickhouse === null ? keepInDuckdb(warehouse) : keepInClickhouse(warehouse, warehouse.clickhouse);
}

function keepInDuckdb(warehouse: Warehouse): Keeping {
  return {
    states: () => readStates(warehouse),
    keep: (session, _customer, build) =>
      warehouse.transaction(session, async () => {
        const state = await build();
        await writeState(session, state);
        return state;
      }),
    restate: (state) => writeState(warehouse, state),
    drop: (id) =>
      warehouse.session((session) =>
        warehouse.transaction(session, async () => {
          await session.query(`DROP TABLE IF EXISTS ${tableOf(id)}`);
          await removeState(session, id);
        }),
      ),
  };
}
