export { openWarehouse, type Session, type Warehouse, type WarehouseOptions } from "./duckdb.ts";
export { type Clickhouse, type ClickhouseOptions, openClickhouse } from "./clickhouse.ts";
