export type { ParameterValue, Statement, Table } from "./statement.ts";
