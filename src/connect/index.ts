export { type Packed, readArchive, unpack, UnreadableArchive } from "./archive.ts";
export { mostColumns, readRecord, uniqueNames, UnreadableHeader } from "./delimited.ts";
export { type Layout, layoutOf } from "./layout.ts";
export { readSheet, sheetNames, UnreadableWorkbook } from "./workbook/workbook.ts";
export { type ProfiledColumn, type Proposal, propose } from "./proposal.ts";
export { type Role, roles } from "./roles/role.ts";
export { type RoleFound, rolesOf } from "./roles/roles.ts";
export { bothMeasured, type Checked, type Measured, qualityOf } from "./quality.ts";
export type { Awaited } from "./silent.ts";
export { type Clash, type Identifier, identitiesOf } from "./identity.ts";
export { doubtSentence } from "./doubts.ts";
export {
  eventDatasets,
  fetchEvents,
  fetchSource,
  type PersonColumns,
  type PersonPart,
  plainMark,
  removeRows,
  storedPages,
} from "./connectors/index.ts";
