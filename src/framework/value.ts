import { z } from "zod";
import { type Duration, isDay, isZone, parseDuration } from "../calendar/index.ts";

/** Ids are kebab-case so that they read the same in YAML, an address and a file name. */
export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const Id = z.string().max(80).regex(idPattern, "kebab-case").describe("kebab-case id, unique in its section");

export const Text = z.string().min(1).max(10_000);

/** A path that cannot leave the workspace by its text; where links lead is for whoever opens it. */
export const InsidePath = z
  .string()
  .min(1)
  .max(1000)
  .refine((path) => !/^[/~]|^[A-Za-z]:|\\|\0|(?:^|\/)\.\.(?:\/|$)/.test(path), "path");

export const DayText = z.string().refine(isDay, "day").describe("a day: 2026-01-31");

export const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "month-day");

/** Secrets stand in the environment; here stands where. */
export const EnvironmentName = z.string().regex(/^env\([A-Za-z_][A-Za-z0-9_]*\)$/, "environment");

export const Zone = z.string().refine(isZone, "zone").describe("IANA time zone, Europe/Amsterdam");

export const DurationText = z
  .string()
  .refine((text) => parseDuration(text) !== null, "duration")
  .transform((text): Duration => parseDuration(text)!)
  .describe("a duration: 30 days, 12 months");

/** `0.25` or `25 %`; a percentage becomes a fraction. A comma is a decimal comma. */
export const Quantity = z
  .union([z.number(), z.string().regex(/^-?\d+(?:[.,]\d+)?\s*%$/, "quantity")])
  .transform((typed) =>
    typeof typed === "number" ? typed : Number((Number(typed.replace("%", "").trim().replace(",", ".")) / 100).toPrecision(15)),
  )
  .describe("a number, or a percentage such as 25 %");

/** One value or several, always a list afterwards. */
export const oneOrMore = <T extends z.ZodType>(item: T) =>
  z
    .union([item, z.array(item)])
    .transform((typed): z.output<T>[] => (Array.isArray(typed) ? (typed as z.output<T>[]) : [typed as z.output<T>]));

export const units = ["currency", "percent", "count", "score", "seconds", "minutes", "hours", "days", "months", "ratio"] as const;
export const Unit = z.enum(units);
export type Unit = z.infer<typeof Unit>;

export const Direction = z.enum(["up", "down"]);
export type Direction = z.infer<typeof Direction>;

export const Effect = z.enum(["helps", "hurts"]);
export type Effect = z.infer<typeof Effect>;
