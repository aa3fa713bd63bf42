import { describe, expect, test } from "vitest";
import { chiSquareUpper, normalUpper, normalUpperQuantile, tUpper, tUpperQuantile } from "../../src/statistics/special/tails.ts";
import { present, vectors } from "./shared.ts";

const { cases } = vectors("specfun_cases.json");

/** ≤ 1e-11 relative; what is below the smallest normal number has no such digits. */
function near(found: number, wanted: number, about: string): void {
  expect(Math.abs(found - wanted), `${about}: ${found} for ${wanted}`).toBeLessThanOrEqual(1e-11 * Math.abs(wanted) + 1e-305);
}

describe.skipIf(!present)("special functions, at 40 digits elsewhere", () => {
  test("tails of t", () => {
    for (const [t, df, wanted] of cases.t_cdf) near(tUpper(-t, df), wanted, `t ${t}, df ${df}`);
  });
  test("quantiles of t", () => {
    for (const [p, df, wanted] of cases.t_quantile) near(tUpperQuantile(p, df), -wanted, `p ${p}, df ${df}`);
  });
  test("tails and quantiles of the normal", () => {
    for (const [z, wanted] of cases.norm_cdf) near(normalUpper(-z), wanted, `z ${z}`);
    for (const [p, wanted] of cases.norm_quantile) near(normalUpperQuantile(p), -wanted, `p ${p}`);
  });
  test("tails of χ²", () => {
    for (const [x, df, wanted] of cases.chi2_sf) near(chiSquareUpper(x, df), wanted, `χ² ${x}, df ${df}`);
  });
});
