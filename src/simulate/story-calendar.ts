import { addMonths, type Day, dayNumber, daysInMonth, fromDayNumber } from "../calendar/index.ts";

/** What a story says of one number: what a whole running quarter would bring, and what the same quarter brought a year before. */
export interface Level {
  readonly now: number;
  readonly yearBefore: number;
}

/** A day of a simulation, seen from the running quarter. */
export interface StoryDay {
  readonly number: number;
  readonly date: Day;
  /** Monday 0 to Sunday 6 */
  readonly weekday: number;
  /** quarters from the running one: 0, −1, … */
  readonly quarter: number;
  /** first day of its quarter = 1 */
  readonly dayOfQuarter: number;
  readonly monthOfQuarter: 0 | 1 | 2;
  /** month of the quarter from 1 and day of the month: `1-14`, `3-02` */
  readonly placeInQuarter: string;
  readonly daysInMonth: number;
  /** days from the first day of the running quarter; negative before it */
  readonly fromQuarterStart: number;
  readonly season: number;
  /** the season of its whole quarter, for what has a course of its own within the quarter */
  readonly quarterSeason: number;
}

/** An experiment that took people in within one quarter; `from` and `to` as `StoryDay.placeInQuarter`. */
export interface Intake {
  readonly quarter: number;
  readonly from: string;
  readonly to: string;
}

/**
 * The calendar of a simulation that ends at `today`. The targets are typed once and their dates move along with today, so the season is
 * measured against the running quarter: within that quarter it is 1, in another month it is that month's factor over the mean of the
 * running quarter's months. A year before the running quarter it therefore is 1 on average, and a baseline holds in whatever season today falls.
 */
export class StoryCalendar {
  readonly quarterStart: number;
  readonly quarterDays: number;
  readonly #monthFactors: readonly number[];
  readonly #quarterIndex: number;
  readonly #runningSeason: number;

  /** `monthFactors`: how January to December relate in the trade. Throws on an impossible day. */
  constructor(today: Day, monthFactors: readonly number[]) {
    this.#monthFactors = monthFactors;
    this.#quarterIndex = quarterIndex(today);
    const start = `${today.slice(0, 4)}-${String((this.#quarterIndex % 4) * 3 + 1).padStart(2, "0")}-01`;
    this.quarterStart = dayNumber(start);
    this.quarterDays = dayNumber(addMonths(start, 3)) - this.quarterStart;
    this.#runningSeason = this.#seasonOfQuarter(this.#quarterIndex);
  }

  day(number: number): StoryDay {
    const date = fromDayNumber(number);
    const month = Number(date.slice(5, 7));
    const index = quarterIndex(date);
    const quarter = index - this.#quarterIndex;
    const monthOfQuarter = ((month - 1) % 3) as 0 | 1 | 2;
    const quarterFirst = dayNumber(addMonths(`${date.slice(0, 7)}-01`, -monthOfQuarter));
    return {
      number,
      date,
      // 1970-01-01 was a Thursday
      weekday: (number + 3) % 7,
      quarter,
      dayOfQuarter: number - quarterFirst + 1,
      monthOfQuarter,
      placeInQuarter: `${monthOfQuarter + 1}-${date.slice(8)}`,
      daysInMonth: daysInMonth(Number(date.slice(0, 4)), month),
      fromQuarterStart: number - this.quarterStart,
      season: quarter >= 0 ? 1 : this.#monthFactors[month - 1]! / this.#runningSeason,
      quarterSeason: this.#seasonOfQuarter(index) / this.#runningSeason,
    };
  }

  /** The days from `first` to `last`, both included. */
  days(first: number, last: number): StoryDay[] {
    return Array.from({ length: last - first + 1 }, (_, index) => this.day(first + index));
  }

  /** A level in the quarter of `day`: slow growth by a constant factor, through `yearBefore` to `now`. */
  level({ now, yearBefore }: Level, day: StoryDay): number {
    return now * (yearBefore / now) ** (-Math.min(0, day.quarter) / 4);
  }

  /** Whether an experiment took people in on `day`. */
  takesIn({ quarter, from, to }: Intake, day: StoryDay): boolean {
    return day.quarter === quarter && day.placeInQuarter >= from && day.placeInQuarter <= to;
  }

  #seasonOfQuarter(index: number): number {
    const first = (index % 4) * 3;
    return (this.#monthFactors[first]! + this.#monthFactors[first + 1]! + this.#monthFactors[first + 2]!) / 3;
  }
}

function quarterIndex(day: Day): number {
  return Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}
