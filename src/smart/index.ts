export { readForms, readKpi, readKpis, type SmartOptions, type SmartReading } from "./read.ts";
export type { Kpi, Letter, Verdict } from "./reading.ts";
