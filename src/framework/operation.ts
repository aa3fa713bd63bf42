import { z } from "zod";
import { DayText, Id, oneOrMore, Text } from "./value.ts";

/** Five fields: minute, hour, day of the month, month, day of the week. */
const cron = (() => {
  const field = (value: string): string => {
    const one = `(?:\\*|${value}(?:-${value})?)(?:/[1-9]\\d?)?`;
    return `${one}(?:,${one})*`;
  };
  const fields = [
    "[0-5]?\\d",
    "(?:[01]?\\d|2[0-3])",
    "(?:0?[1-9]|[12]\\d|3[01]|L)",
    "(?:0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)",
    "(?:[0-7](?:#[1-5L])?|(?:SUN|MON|TUE|WED|THU|FRI|SAT)(?:#[1-5L])?)",
  ];
  return new RegExp(`^${fields.map(field).join(" +")}$`, "i");
})();

const target = "mail:[^\\s@<>,;]+@[^\\s@<>,;]+|(slack|teams|webhook):env\\([A-Za-z_][A-Za-z0-9_]*\\)";

const Receiver = z
  .string()
  .regex(new RegExp(`^(${target}|(?!(?:mail|slack|teams|webhook):)[^]+)$`), "alert-target")
  .describe("mail:address, slack:env(NAME), teams:env(NAME) or webhook:env(NAME); another name only says for whom it is");

export const Schedule = z.strictObject({
  id: Id.optional(),
  cron: z.string().regex(cron, "cron").describe("minute, hour, day, month, day of the week, in the workspace's time zone: 0 6 * * 1-5"),
  do: z.enum(["load", "run", "report", "discover"]),
  to: oneOrMore(Receiver).optional().describe("who gets the report"),
});
export type Schedule = z.infer<typeof Schedule>;

const AlertTarget = z
  .string()
  .regex(new RegExp(`^(${target})$`), "alert-target")
  .describe("mail:address, slack:env(NAME), teams:env(NAME) or webhook:env(NAME)");
export const Alert = z.strictObject({
  id: Id.optional(),
  on: oneOrMore(Text).default([]).describe("KPIs, CPIs, metrics or datasets; absent: all"),
  to: oneOrMore(AlertTarget),
  digest: z.enum(["daily", "weekly"]).optional().describe("how all stands, once a day or on Mondays, in place of each thing as it happens"),
  hour: z.int().min(0).max(23).default(7).describe("of the digest, in the workspace's time zone"),
});
export type Alert = z.infer<typeof Alert>;

export const Waiver = z.strictObject({ code: Id, on: Text, because: Text.optional(), by: Text.optional(), until: DayText.optional() });
export type Waiver = z.infer<typeof Waiver>;
