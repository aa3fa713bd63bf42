export { addDays, addMonths, type Day, dayNumber, daysBetween, daysInMonth, fromDayNumber, isDay } from "./day.ts";
export { type Duration, type DurationUnit, formatDuration, parseDuration, shiftDay } from "./duration.ts";
export { type Cadence, cadenceGrain, cadences, type Grain, grains } from "./grain.ts";
export {
  type FiscalStart,
  parsePeriod,
  type Period,
  periodOf,
  periodsBetween,
  rangeLabel,
  shiftPeriod,
  weekdayYearEarlier,
  yearEarlier,
} from "./period.ts";
export { type HolidayCountry, holidayCountries, holidaysBetween } from "./holidays.ts";
export { daysShared, lengthOf, type Stretch } from "./stretch.ts";
export { dayInZone, isZone } from "./zone.ts";
