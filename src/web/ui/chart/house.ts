import * as Plot from "@observablehq/plot";
import { dayNumber } from "../../../calendar/index.ts";
import type { Unit } from "../../report.ts";
import type { Say } from "../../say.ts";

/** What each chart of the house shares: 12-px type, hairline grid, direct labels with a halo of paper, colours from the page's tokens. */

export const at = (day: string): Date => new Date(dayNumber(day) * 86_400_000);
export const endOf = (day: string): Date => new Date((dayNumber(day) + 1) * 86_400_000);

export const halo = { stroke: "var(--paper)", strokeWidth: 5, strokeLinejoin: "round" } as const;

/** A tick on the value axis: as short as it stays right, the unit where it is a sign. */
export function tick(say: Say, unit: Unit | null, step: number): (value: number) => string {
  const percent = say.language === "nl" ? "\u00a0%" : "%";
  const scale = unit === "percent" ? 100 : 1;
  // As many decimals as the step itself has: steps of 2.5 written whole would say 23, 25, 28.
  const whole = (decimals: number) => Math.abs(step * scale * 10 ** decimals - Math.round(step * scale * 10 ** decimals)) < 1e-6;
  const decimals = [0, 1, 2, 3, 4, 5].find(whole) ?? 6;
  if (unit === "seconds") return (value) => say.value(value, unit);
  return (value) => say.number(value * scale, decimals) + (unit === "percent" ? percent : "");
}

/** About `count` round values from `low` to `high`, both ends included in the range that they span. */
export function roundTicks(low: number, high: number, count: number): { readonly values: readonly number[]; readonly step: number } {
  const raw = (high - low || Math.abs(high) || 1) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 2.5, 5, 10].find((size) => size * power >= raw * 0.999) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return { values: Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step), step };
}

/** The value axis: words at the left, hairlines across, a darker line at the bottom. */
export function valueAxis(values: readonly number[], format: (value: number) => string): Plot.Markish[] {
  return [
    Plot.gridY(values, { stroke: "var(--line)", strokeOpacity: 1 }),
    Plot.axisY(values, { tickSize: 0, tickPadding: 8, tickFormat: format, label: null, fill: "var(--soft)" }),
    Plot.ruleY([values[0] ?? 0], { stroke: "var(--rule)" }),
  ];
}

/** Diagonal hairlines for what is not ripe yet. */
export function hatch(id: string): Plot.Markish {
  return () => {
    const make = (name: string, attributes: Record<string, string>) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    };
    const defs = make("defs", {});
    const pattern = make("pattern", { id, width: "6", height: "6", patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
    pattern.append(make("path", { d: "M0 0V6", style: "stroke:var(--rule);stroke-width:1" }));
    defs.append(pattern);
    return defs;
  };
}
