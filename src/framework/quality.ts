import { z } from "zod";
import { DurationText, oneOrMore, Text } from "./value.ts";

/** What must hold of a dataset's rows. What does not takes away the values that rest on it. */
export const Quality = z.strictObject({
  fresh: DurationText.optional().describe("the newest row is at most this old: 3 days"),
  complete: oneOrMore(Text).optional().describe("columns that have a value in every row"),
  unique: z.boolean().optional().describe("true: no two rows in the files have the same key"),
  rows: z
    .strictObject({ min: z.int().min(0).optional(), max: z.int().min(0).optional() })
    .refine(({ min = 0, max = Infinity }) => min <= max, { message: "min-above-max" })
    .optional()
    .describe("how many rows there are in all"),
  usual: z.boolean().optional().describe("false: do not compare its weeks with the weeks before"),
});
export type Quality = z.infer<typeof Quality>;
