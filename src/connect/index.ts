export { type Packed, readArchive, unpack, UnreadableArchive } from "./archive.ts";
export { mostColumns, readRecord, uniqueNames, UnreadableHeader } from "./delimited.ts";
export { type Layout, layoutOf } from "./layout.ts";
export { readSheet, UnreadableWorkbook } from "./workbook/workbook.ts";
