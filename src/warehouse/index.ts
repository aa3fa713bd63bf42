export { openWarehouse, type Session, type Warehouse, type WarehouseOptions } from "./duckdb.ts";
