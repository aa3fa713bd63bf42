import type { ReportJson } from "../../../report/index.ts";

/** The colour of a theme's edge; a thing without a theme has a quiet one. */
export function themeColour(report: ReportJson, theme: string | null): string {
  return report.themes.find((one) => one.id === theme)?.colour ?? "var(--rule)";
}
