import { type Day, dayNumber } from "../../calendar/index.ts";
import { type Level, StoryCalendar, type StoryDay } from "../story-calendar.ts";

/** How the trade's months relate: people renovate in spring and autumn, not in the summer holidays and not around Christmas. */
const monthFactors = [1.02, 1.04, 1.12, 1.1, 1.05, 0.95, 0.82, 0.85, 1.1, 1.12, 1.08, 0.75];

/** Monday to Sunday, on average 1. */
const weekdayFactors = {
  online: [1.09, 1.02, 1, 0.98, 0.91, 0.94, 1.06],
  form: [1.15, 1.1, 1.05, 1.05, 0.95, 0.8, 0.9],
  showroom: [0.8, 0.9, 0.9, 1, 1.1, 1.6, 0.7],
} as const;
type Rhythm = keyof typeof weekdayFactors;

export class ShopCalendar extends StoryCalendar {
  constructor(today: Day) {
    super(today, monthFactors);
  }

  /** The planned number on `day` of something that brings `level` a quarter; `bargain`: Black Friday brings more of it. */
  rate(level: Level, day: StoryDay, rhythm: Rhythm, bargain = false): number {
    const even = this.level(level, day) / this.quarterDays;
    return even * day.season * weekday(day, rhythm) * holiday(day) * (bargain && isBlackFriday(day) ? 1.6 : 1);
  }
}

export function weekday(day: StoryDay, rhythm: Rhythm): number {
  return weekdayFactors[rhythm][day.weekday]!;
}

/** Christmas and New Year's Day are quiet. */
function holiday(day: StoryDay): number {
  return ["12-25", "12-26", "01-01"].includes(day.date.slice(5)) ? 0.35 : 1;
}

/** From the Friday after the fourth Thursday of November until the Monday after it. */
function isBlackFriday({ number, date }: StoryDay): boolean {
  if (date.slice(5) < "11-23" || date.slice(5) > "12-02") return false;
  const firstOfNovember = dayNumber(`${date.slice(0, 4)}-11-01`);
  const firstThursday = firstOfNovember + ((7 - (firstOfNovember % 7)) % 7);
  const friday = firstThursday + 22;
  return number >= friday && number <= friday + 3;
}
