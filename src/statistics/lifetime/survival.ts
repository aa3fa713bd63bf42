import { z } from "zod";
import type { Method } from "../method.ts";
import { badInput } from "../refusal.ts";
import { normalUpperQuantile } from "../special/tails.ts";

const Input = z.strictObject({
  durations: z.array(z.number().min(0).max(1e12)).min(1),
  ended: z.array(z.boolean()),
  customers: z.array(z.int().min(1).max(1e12)).optional(),
  level: z.number().gt(0).lt(1).default(0.95),
});

export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  readonly ended: number;
  /** share that lasts longer than `time` */
  readonly survival: number;
  /** Greenwood's */
  readonly standardError: number;
  /** by the complementary log-log, so that it stays within 0–1; null where survival is 0 or 1 */
  readonly interval: readonly [number, number] | null;
}

export interface SurvivalResult {
  readonly customers: number;
  readonly ended: number;
  readonly steps: readonly SurvivalStep[];
  /** the first time at which half or fewer are left; null where more than half outlast the data */
  readonly median: number | null;
}

/**
 * Kaplan–Meier: which share of the customers lasts how long, where some are still there (`ended` false) and are counted up to their
 * `durations`. S(t) = Π (1 − dᵢ/nᵢ); standard error S √(Σ dᵢ / (nᵢ (nᵢ − dᵢ))). `customers` counts equal lines. Assumes that who is still there
 * is not about to leave sooner than others. Source: Kaplan & Meier (1958), JASA 53; Greenwood (1926); interval: Kalbfleisch & Prentice.
 * Example: durations 1, 2, 2, 3, ended true, true, false, true → 0.75 after 1, 0.5 after 2, 0 after 3.
 */
export const survival: Method<z.infer<typeof Input>, SurvivalResult> = {
  name: "survival",
  told: { nl: "welk deel van de klanten blijft hoe lang (Kaplan–Meier)", en: "which share of customers lasts how long (Kaplan–Meier)" },
  input: Input,
  compute({ durations, ended, customers, level }) {
    if (ended.length !== durations.length || (customers !== undefined && customers.length !== durations.length)) {
      throw badInput({
        nl: "durations, ended en customers zijn niet even lang",
        en: "durations, ended and customers are not of equal length",
      });
    }
    const leaving = new Map<number, { ended: number; gone: number }>();
    for (const [index, time] of durations.entries()) {
      const count = customers?.[index] ?? 1;
      const at = leaving.get(time) ?? { ended: 0, gone: 0 };
      leaving.set(time, { ended: at.ended + (ended[index]! ? count : 0), gone: at.gone + count });
    }
    let atRisk = [...leaving.values()].reduce((sum, { gone }) => sum + gone, 0);
    const all = { customers: atRisk, ended: [...leaving.values()].reduce((sum, one) => sum + one.ended, 0) };
    const z = normalUpperQuantile((1 - level) / 2);
    const steps: SurvivalStep[] = [];
    let [left, spread] = [1, 0];
    for (const [time, { ended: events, gone }] of [...leaving].toSorted(([one], [other]) => one - other)) {
      if (events > 0) {
        left *= (atRisk - events) / atRisk;
        spread += atRisk > events ? events / (atRisk * (atRisk - events)) : 0;
        steps.push({
          time,
          atRisk,
          ended: events,
          survival: left,
          standardError: left * Math.sqrt(spread),
          interval: left > 0 ? logLog(left, spread, z) : null,
        });
      }
      atRisk -= gone;
    }
    return { ...all, steps, median: steps.find((step) => step.survival <= 0.5 + 1e-12)?.time ?? null };
  },
};

function logLog(left: number, spread: number, z: number): readonly [number, number] {
  const wide = (z * Math.sqrt(spread)) / Math.abs(Math.log(left));
  return [left ** Math.exp(wide), left ** Math.exp(-wide)];
}
