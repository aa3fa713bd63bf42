import type { Day } from "../../calendar/index.ts";
import { type Level, StoryCalendar, type StoryDay } from "../story-calendar.ts";
import { campaignDay, monthFactors } from "./story.ts";

export class GymCalendar extends StoryCalendar {
  constructor(today: Day) {
    super(today, monthFactors);
  }

  /** Whether the evening campaign has begun. */
  campaign(day: StoryDay): boolean {
    return day.quarter === 0 && day.dayOfQuarter >= campaignDay;
  }

  /** The level on `day`, that of after the campaign's start where it has begun. */
  share(level: Level & { readonly afterCampaign: number }, day: StoryDay): number {
    return this.campaign(day) ? level.afterCampaign : this.level(level, day);
  }

  /** The planned number on `day` of something that brings `level` a quarter. */
  rate(level: Level, day: StoryDay): number {
    return (this.level(level, day) / this.quarterDays) * day.season * [1.2, 1.15, 1.1, 1, 0.8, 0.95, 0.8][day.weekday]!;
  }
}
