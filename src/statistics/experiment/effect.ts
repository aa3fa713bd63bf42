import { badInput, unsafe } from "../refusal.ts";
import type { Moments } from "./arm.ts";

/** The size of an effect in the unit of `difference`. */
export interface Effect {
  readonly estimate: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  /** customers in both arms */
  readonly n: number;
}

/**
 * The difference treatment − control of two means, absolute or as a lift on |control mean|; with CUPED where both arms have a covariate.
 *
 * - CUPED (Deng et al. 2013, eq. 4): y − θ·x with θ = cov(y, x)/var(x) over both arms together; variance var(y) + θ²var(x) − 2θcov(y, x).
 * - Standard error, absolute: √(s²t/nt + s²c/nc). Relative, by the delta method with L = (mt − mc)/mc of the means as they are:
 *   √(s²t/nt + s²c/nc + (2L·cov(adjusted, as it is) + L²·var(as it is))/nc)/|mc|; without CUPED √(s²t/nt + s²c/nc·(1 + L)²)/|mc|.
 * - Degrees of freedom: Welch–Satterthwaite on the (adjusted) variances.
 *
 * Throws `approximation-unsafe` for a lift on a control mean within 4 standard errors of zero, `bad-input` where nothing varies.
 */
export function effectOf(control: Moments, treatment: Moments, difference: "absolute" | "relative"): Effect {
  const theta = thetaOf(control, treatment);
  const [c, t] = [adjusted(control, theta), adjusted(treatment, theta)];
  const change = t.mean - c.mean;
  const [cv, tv] = [c.variance / control.n, t.variance / treatment.n];
  if (!(cv + tv > 0)) throw badInput({ nl: "alle klanten hebben dezelfde waarde", en: "all customers have the same value" });
  const share = cv / (cv + tv);
  const degreesOfFreedom = 1 / (share ** 2 / (control.n - 1) + (1 - share) ** 2 / (treatment.n - 1));
  const n = control.n + treatment.n;
  if (difference === "absolute") return { estimate: change, standardError: Math.sqrt(cv + tv), degreesOfFreedom, n };
  const base = Math.abs(control.mean);
  if (base <= 4 * Math.sqrt(control.variance / control.n)) {
    throw unsafe(
      {
        nl: "het gemiddelde van de controlegroep ligt binnen 4 standaardfouten van 0, dus een verschil in procenten heeft geen vaste bodem",
        en: "the control mean lies within 4 standard errors of 0, so a relative difference has no firm base",
      },
      { nl: "het absolute verschil, of Fiellers exacte interval", en: "the absolute difference, or Fieller’s exact interval" },
    );
  }
  const lift = (treatment.mean - control.mean) / control.mean;
  const shared = (control.variance - theta * (control.covariate?.covariance ?? 0)) / control.n;
  const variance = tv + cv + 2 * lift * shared + (lift * lift * control.variance) / control.n;
  const [estimate, standardError] = [change / base, Math.sqrt(Math.max(0, variance)) / base];
  if (!Number.isFinite(estimate) || !Number.isFinite(standardError) || standardError === 0) {
    throw badInput({ nl: "de getallen lopen te ver uiteen om mee te rekenen", en: "the numbers lie too far apart to compute with" });
  }
  return { estimate, standardError, degreesOfFreedom, n };
}

function thetaOf(control: Moments, treatment: Moments): number {
  const [c, t] = [control.covariate, treatment.covariate];
  if (c === null && t === null) return 0;
  if (c === null || t === null) {
    throw badInput({ nl: "één van de groepen mist covariate", en: "one of the groups has no covariate" });
  }
  const [a, b] = [control.n, treatment.n];
  // Both arms as one: within each arm, and between the means of the two.
  const between = (a * b) / (a + b);
  const variance = (a - 1) * c.variance + (b - 1) * t.variance + between * (t.mean - c.mean) ** 2;
  const covariance = (a - 1) * c.covariance + (b - 1) * t.covariance + between * (t.mean - c.mean) * (treatment.mean - control.mean);
  return variance > 0 ? covariance / variance : 0;
}

function adjusted({ mean, variance, covariate }: Moments, theta: number): { mean: number; variance: number } {
  if (covariate === null) return { mean, variance };
  return {
    mean: mean - theta * covariate.mean,
    variance: Math.max(0, variance + theta * theta * covariate.variance - 2 * theta * covariate.covariance),
  };
}
