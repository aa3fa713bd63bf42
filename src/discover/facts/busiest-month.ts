import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";
import { extremeMonth, monthName } from "../season.ts";

export const busiestMonth: FactKind = {
  id: "busiest-month",
  unit: "ratio",
  value: ({ detail }) => extremeMonth(detail, 1)?.ratio ?? null,
  n: ({ detail }) => extremeMonth(detail, 1)?.n ?? 0,
  subject: ({ detail }, language) => monthName(extremeMonth(detail, 1), language),
  sentences: {
    nl: "{subject} is je drukste maand: {value} keer een gewone maand.",
    en: "{subject} is your busiest month: {value} times an ordinary one.",
  },
  absent: absent.seasons,
};
