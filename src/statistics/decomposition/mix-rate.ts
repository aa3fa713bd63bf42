import { z } from "zod";
import { badInput } from "../refusal.ts";

const pair = z.tuple([z.number().min(0).max(1e100), z.number().min(0).max(1e100)]);
const rate = z.number().min(-1e100).max(1e100).nullable();

/** A part of the whole before and after: its size (a share or a count) and its rate, null where it has no size. */
export const Part = z.strictObject({ name: z.string(), weight: pair, rate: z.tuple([rate, rate]) });
export type Part = z.infer<typeof Part>;

export interface MixRate {
  readonly change: number;
  readonly rate: number;
  readonly mix: number;
  readonly segments: readonly { readonly name: string; readonly contribution: number; readonly rate: number; readonly mix: number }[];
}

/**
 * The change of an overall rate R = Σ wᵢrᵢ split in what the segments' rates did and what the mix of segments did (Kitagawa, JASA 1955):
 *
 * rateᵢ = (wᵢ⁰ + wᵢ¹)/2·(rᵢ¹ − rᵢ⁰); mixᵢ = (wᵢ¹ − wᵢ⁰)·((rᵢ⁰ + rᵢ¹)/2 − (R⁰ + R¹)/2)
 *
 * Weights are made shares. The mix is centred on the mean rate, which changes no sum: a segment below average that grows reads
 * negative. All contributions add up to the change. A segment absent on one side has its other rate. Throws `bad-input` where a side
 * has no size, or a segment with a size no rate.
 */
export function mixRate(parts: readonly Part[]): MixRate {
  const sizes = [0, 1].map((side) => parts.reduce((sum, { weight }) => sum + weight[side]!, 0));
  if (!(sizes[0]! > 0 && sizes[1]! > 0)) {
    throw badInput({ nl: "de gewichten zijn voor of na samen 0", en: "the weights before or after add up to 0" });
  }
  const known = parts.map(({ name, weight, rate: [before, after] }) => {
    const ratesNeeded = (weight[0] > 0 && before === null) || (weight[1] > 0 && after === null);
    if (ratesNeeded) throw badInput({ nl: `${name} heeft een gewicht maar geen rate`, en: `${name} has a weight but no rate` });
    return { name, w0: weight[0] / sizes[0]!, w1: weight[1] / sizes[1]!, r0: before ?? after ?? 0, r1: after ?? before ?? 0 };
  });
  const from = known.reduce((sum, { w0, r0 }) => sum + w0 * r0, 0);
  const to = known.reduce((sum, { w1, r1 }) => sum + w1 * r1, 0);
  const segments = known.map(({ name, w0, w1, r0, r1 }) => {
    const ratePart = ((w0 + w1) / 2) * (r1 - r0);
    const mixPart = (w1 - w0) * ((r0 + r1) / 2 - (from + to) / 2);
    return { name, contribution: ratePart + mixPart, rate: ratePart, mix: mixPart };
  });
  const total = (part: "rate" | "mix"): number => segments.reduce((sum, segment) => sum + segment[part], 0);
  return { change: to - from, rate: total("rate"), mix: total("mix"), segments };
}
