import type { Status } from "../judge/index.ts";

/** The mark of a status where text is all there is; its word stands beside it. */
export const glyphs: Readonly<Record<Status, string>> = {
  achieved: "✓",
  "on-track": "●",
  "at-risk": "▲",
  behind: "▼",
  missed: "✕",
  immature: "◔",
  "no-data": "○",
  "no-target": "◇",
};
