import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";
import { weekdayOf, weekdayName } from "../season.ts";

export const busiestWeekday: FactKind = {
  id: "busiest-weekday",
  unit: "percent",
  value: ({ detail }) => weekdayOf(detail)?.share ?? null,
  n: ({ detail }) => weekdayOf(detail)?.n ?? 0,
  subject: ({ detail }, language) => weekdayName(weekdayOf(detail), language),
  sentences: {
    nl: "Op {subject} doe je de meeste zaken: {value} van {n} aankopen.",
    en: "On {subject} you do most business: {value} of {n} purchases.",
  },
  absent: absent.sales,
};
