import type { z } from "zod";

/**
 * One statistical method that can be asked by name (`helder stats <name>`): one file, one line in `methods.ts`, one page in
 * docs/methods. Pure: numbers in, numbers out. `compute` throws HelderError where the method does not hold for the input.
 */
export interface Method<I, O> {
  readonly name: string;
  /** what it does, in one line */
  readonly told: Readonly<Record<"nl" | "en", string>>;
  readonly input: z.ZodType<I>;
  readonly compute: (input: I) => O;
}

/** Any method of the table; what it takes is checked by its own `input`. */
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyMethod = Method<any, unknown>;
