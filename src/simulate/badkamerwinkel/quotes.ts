import type { Cell } from "../csv.ts";
import { at, minutesOfDay } from "../moment.ts";
import type { Random } from "../random.ts";
import { SteeredChance, SteeredCount } from "../steered.ts";
import type { StoryDay } from "../story-calendar.ts";
import type { ShopCalendar } from "./season.ts";
import { type Device, devices, form, newForm, priceFirstTest } from "./story.ts";

export const quotesHeader = [
  "quote_id",
  "visitor_id",
  "started_at",
  "device",
  "form_fields",
  "requested_at",
  "sent_at",
  "lead_minutes",
  "status",
];
export const priceFirstHeader = ["visitor_id", "assigned_at", "variant"];

/** Every quote form that was opened, and who saw which variant in the test “prijs vooraf”. */
export function quotes(random: Random, calendar: ShopCalendar, days: readonly StoryDay[]): { quotes: Cell[][]; assignments: Cell[][] } {
  const rows: Cell[][] = [];
  const assignments: Cell[][] = [];
  const started = new Map(devices.map((device) => [device, new SteeredCount(random, 0.6)]));
  const finished = new Map(devices.map((device) => [device, new SteeredChance(random, 0.4)]));
  let visitor = 0;

  for (const day of days) {
    const opened = devices
      .flatMap((device) =>
        minutesOfDay(random, started.get(device)!.draw(calendar.rate(form[device].started, day, "form"))).map((minute) => ({
          device,
          minute,
        })),
      )
      .sort((one, other) => one.minute - other.minute);
    for (const { device, minute } of opened) {
      const visitorId = `B${String(++visitor).padStart(6, "0")}`;
      const variant = calendar.takesIn(priceFirstTest, day) ? random.pick(["A", "B"] as const) : null;
      if (variant) assignments.push([visitorId, at(day, minute), variant]);
      const { fields, probability, minutes } = formOf(calendar, day, device);
      const done =
        variant === "B"
          ? random.chance(probability * priceFirstTest.finishedFactor)
          : variant === "A"
            ? random.chance(probability)
            : finished.get(device)!.draw(probability);
      const second = random.integer(0, 59);
      if (!done) {
        rows.push([null, visitorId, at(day, minute, second), device, fields, null, null, null, "abandoned"]);
        continue;
      }
      const lead = random.lognormal(minutes * (variant === "B" ? priceFirstTest.minutesFactor : 1), 0.42);
      const requested = later(day, minute, second, lead * 0.8);
      const unsent = random.chance(0.015);
      const sent = unsent ? null : later(day, minute, second, lead);
      const age = days.at(-1)!.number - day.number;
      const status = unsent
        ? "open"
        : age < 21
          ? "sent"
          : random.weighted([
              ["accepted", 0.44],
              ["lapsed", 0.56],
            ] as const);
      rows.push([null, visitorId, at(day, minute, second), device, fields, requested, sent, unsent ? null : lead.toFixed(2), status]);
      // some people send the form twice; the shop marks the second one
      if (random.chance(0.025)) {
        const again = later(day, minute, second, lead + 4);
        rows.push([null, visitorId, again, device, fields, later(day, minute, second, lead + 6), null, null, "duplicate"]);
      }
    }
  }
  for (const [index, row] of rows.entries()) row[0] = `O${String(index + 1).padStart(6, "0")}`;
  return { quotes: rows, assignments };
}

function formOf(calendar: ShopCalendar, day: StoryDay, device: Device): { fields: number; probability: number; minutes: number } {
  if (day.quarter === 0 && day.dayOfQuarter >= newForm.dayOfQuarter) {
    const { finished, minutes } = newForm.after[device];
    return { fields: 9, probability: finished, minutes };
  }
  return { fields: 5, probability: form[device].finished, minutes: calendar.level(form[device].minutes, day) };
}

/** The time so many minutes later on the same day, at most its last second: the shop's forms close at midnight. */
function later(day: StoryDay, minute: number, second: number, minutes: number): string {
  const seconds = Math.min(minute * 60 + second + Math.round(minutes * 60), 86_399);
  return at(day, Math.floor(seconds / 60), seconds % 60);
}
