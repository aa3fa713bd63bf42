import type { Status } from "../judge/index.ts";

/** Ink and wash of a status on white paper, as RRGGBB: AA contrast, and apart for the colour-blind. Its word always stands beside it. */
export const statusColours: Readonly<Record<Status, { readonly ink: string; readonly wash: string; readonly dark: string }>> = {
  achieved: { ink: "0A5C49", wash: "E3F1EC", dark: "86D9B4" },
  "on-track": { ink: "0D7269", wash: "E2F2F0", dark: "4EC5B4" },
  "at-risk": { ink: "8A5700", wash: "F8EEDC", dark: "E8B44C" },
  behind: { ink: "B3301A", wash: "F9ECE7", dark: "FF8F70" },
  missed: { ink: "7D1A4B", wash: "F5E6EE", dark: "F293BD" },
  immature: { ink: "55595F", wash: "F1F0EC", dark: "B0B3B8" },
  "no-data": { ink: "666A70", wash: "F1F0EC", dark: "999DA3" },
  "no-target": { ink: "666A70", wash: "F1F0EC", dark: "999DA3" },
};
