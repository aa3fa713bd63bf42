import type { ReportJson } from "../../../report/index.ts";

const inTurn = 5;

/** The colour of a theme's edge: its own, else one of the house in turn. */
export function themeColour(report: ReportJson, theme: string | null): string {
  const index = report.themes.findIndex((one) => one.id === theme);
  if (index === -1) return "var(--rule)";
  return report.themes[index]?.colour ?? `var(--theme-${(index % inTurn) + 1})`;
}
