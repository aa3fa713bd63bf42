import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";
import { extremeMonth, monthName } from "../season.ts";

export const quietestMonth: FactKind = {
  id: "quietest-month",
  unit: "ratio",
  value: ({ detail }) => extremeMonth(detail, -1)?.ratio ?? null,
  n: ({ detail }) => extremeMonth(detail, -1)?.n ?? 0,
  subject: ({ detail }, language) => monthName(extremeMonth(detail, -1), language),
  sentences: {
    nl: "{subject} is je rustigste maand: {value} keer een gewone maand.",
    en: "{subject} is your quietest month: {value} times an ordinary one.",
  },
  absent: absent.seasons,
};
