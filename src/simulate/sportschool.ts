import { addDays, addMonths, dayNumber, fromDayNumber } from "../calendar/index.ts";
import { type Cell, csv } from "./csv.ts";
import { Random } from "./random.ts";
import type { SimulatedFile, SimulationInput } from "./simulation.ts";
import { GymCalendar } from "./sportschool/calendar.ts";
import { campaignRows, campaignsHeader, occupancy, occupancyHeader, survey, surveyHeader, waits, waitsHeader } from "./sportschool/club.ts";
import {
  memberRows,
  members,
  membersHeader,
  memberTestHeader,
  memberTestRows,
  monthRows,
  monthsHeader,
  planTestHeader,
  planTestRows,
  trialRows,
  trialsHeader,
} from "./sportschool/members.ts";

/**
 * The data of the gym in examples/sportschool over the three years that end on `today`, as the CSV files that its datasets name.
 * Throws on an impossible day.
 */
export function* simulateSportschool({ seed, today }: SimulationInput): Generator<SimulatedFile> {
  const last = dayNumber(today);
  const first = dayNumber(addDays(addMonths(today, -36), 1));
  // whole months: members on the first day and those who leave belong to each other
  const opening = dayNumber(`${fromDayNumber(first).slice(0, 7)}-01`);
  const calendar = new GymCalendar(today);
  const days = calendar.days(first, last);
  const stream = (name: string): Random => new Random(seed, `gym ${name}`);
  const file = (name: string, header: readonly string[], rows: Iterable<Cell[]>): SimulatedFile => ({
    path: `data/${name}.csv`,
    chunks: csv(header, rows),
  });

  const club = members(stream("members"), calendar, opening, last);
  yield file("members", membersHeader, memberRows(club.members));
  yield file("membership-months", monthsHeader, monthRows(club.members, calendar.days(opening, last)));
  yield file("trials", trialsHeader, trialRows(stream("trials"), club.trials, first));
  yield file("plan-test", planTestHeader, planTestRows(club.trials));
  yield file(
    "access-test",
    memberTestHeader,
    memberTestRows(club.members, ({ accessVariant }) => accessVariant),
  );
  yield file(
    "reserve-test",
    memberTestHeader,
    memberTestRows(club.members, ({ reserveVariant }) => reserveVariant),
  );

  yield file("occupancy", occupancyHeader, occupancy(stream("occupancy"), calendar, days));
  yield file("waits", waitsHeader, waits(stream("waits"), calendar, club.members, days));
  yield file("survey", surveyHeader, survey(stream("survey"), calendar, club.members, days));
  yield file("campaigns", campaignsHeader, campaignRows(stream("campaigns"), calendar, club.members, days));
}
