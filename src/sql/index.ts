export { compile, compileSets } from "./compile.ts";
export type { Dialect } from "./dialect.ts";
export { clickhouse, clickhouseIdentifier, clickhouseText } from "./dialects/clickhouse.ts";
export { duckdb } from "./dialects/duckdb.ts";
export { compileExpression } from "./expression.ts";
export { quoteIdentifier, quoteText } from "./load-quote.ts";
export type { ParameterValue, Statement, Table } from "./statement.ts";
export { inlined } from "./inline.ts";
