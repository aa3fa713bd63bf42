import { z } from "zod";
import { DayText, Id, oneOrMore, Text } from "./value.ts";

export const Schedule = z.strictObject({
  id: Id.optional(),
  cron: Text,
  do: z.enum(["load", "run", "report", "discover"]),
  to: oneOrMore(Text).optional(),
});
export type Schedule = z.infer<typeof Schedule>;

export const Alert = z.strictObject({ id: Id.optional(), on: oneOrMore(Text), to: oneOrMore(Text) });
export type Alert = z.infer<typeof Alert>;

export const Waiver = z.strictObject({ code: Id, on: Text, because: Text.optional(), by: Text.optional(), until: DayText.optional() });
export type Waiver = z.infer<typeof Waiver>;
