import type { Day } from "../../calendar/index.ts";
import { type Level, StoryCalendar, type StoryDay } from "../story-calendar.ts";
import { capDay, monthFactors, routeDay } from "./story.ts";

export class InsurerCalendar extends StoryCalendar {
  constructor(today: Day) {
    super(today, monthFactors);
  }

  /** Whether more quotes go to an adviser first. */
  routed(day: StoryDay): boolean {
    return day.quarter === 0 && day.dayOfQuarter >= routeDay;
  }

  /** The level on `day`, that of after the six-minute rule where it has come. */
  capped(level: Level & { readonly afterCap: number }, day: StoryDay): number {
    return day.quarter === 0 && day.dayOfQuarter >= capDay ? level.afterCap : this.level(level, day);
  }

  /** The planned number on `day` of something that brings `level` a quarter. */
  rate(level: Level, day: StoryDay): number {
    return (this.level(level, day) / this.quarterDays) * day.season * [1.2, 1.15, 1.1, 1.05, 0.95, 0.7, 0.85][day.weekday]!;
  }
}
