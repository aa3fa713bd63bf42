export { harmless, plainText } from "./cell.ts";
export { type EntryChange, type SheetChanges, sheetChanges } from "./change.ts";
export { type Doubt, type DoubtCode, type TextTable, type TypedEntry } from "./table.ts";
export { doubtSentence } from "./doubts.ts";
export { frameworkEntries, isFrameworkTables, type SheetEntries, type SheetEntry } from "./read.ts";
export { frameworkTables, type FrameworkTable } from "./write.ts";
export { type ColumnFound, kpiList, type KpiList, type ListOptions } from "./list.ts";
export { idOf } from "./read.ts";
export { typedEntries } from "./typed.ts";
