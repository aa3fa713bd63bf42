import { z } from "zod";
import { DayText, Id, oneOrMore, Text } from "./value.ts";

export const Schedule = z.strictObject({
  id: Id.optional(),
  cron: Text,
  do: z.enum(["load", "run", "report", "discover"]),
  to: oneOrMore(Text).optional(),
});
export type Schedule = z.infer<typeof Schedule>;

const AlertTarget = z
  .string()
  .regex(/^(mail:[^\s@<>,;]+@[^\s@<>,;]+|(slack|teams|webhook):env\([A-Za-z_][A-Za-z0-9_]*\))$/, "alert-target")
  .describe("mail:address, slack:env(NAME), teams:env(NAME) or webhook:env(NAME)");
export const Alert = z.strictObject({ id: Id.optional(), on: oneOrMore(Text), to: oneOrMore(AlertTarget) });
export type Alert = z.infer<typeof Alert>;

export const Waiver = z.strictObject({ code: Id, on: Text, because: Text.optional(), by: Text.optional(), until: DayText.optional() });
export type Waiver = z.infer<typeof Waiver>;
