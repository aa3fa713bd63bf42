export type { ReportJson, ToldEntry, ToldFinding, ToldReason } from "./json.ts";
export type { Entry, LinkState, Report, Tree, TreeEdge, TreeLayer, TreeNode } from "./report.ts";
