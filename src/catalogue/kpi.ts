import type { z } from "zod";
import type { Direction, increments, Language, metricTypes, MetricType, Unit } from "../framework/index.ts";

type Told = Readonly<Record<Language, string>>;

/** The parameters of a metric type as they are typed in YAML. */
type Typed<T extends MetricType> = Omit<z.input<(typeof metricTypes)[T]>, "id" | "type" | "name" | "unit" | "direction" | "description">;

/**
 * How a KPI is computed. `fixed` makes it this KPI and cannot be typed, `usual` stands in for what is not typed, `asks` must be typed.
 * The type's other parameters may be.
 */
export type Template = {
  readonly [T in MetricType]: {
    readonly type: T;
    readonly fixed?: Partial<Typed<T>>;
    readonly usual?: Partial<Typed<T>>;
    readonly asks: readonly Extract<keyof Typed<T>, string>[];
  };
}[MetricType];

export const cataloguePhases = ["see", "think", "do", "care"] as const;

/** A KPI of the trade: what it is, what it is good for, how it misleads, and how Helder computes it. */
export interface CatalogueKpi {
  readonly id: string;
  readonly name: Told;
  /** other names, abbreviations included; no two KPIs share one */
  readonly aliases: Readonly<Record<Language, readonly string[]>>;
  readonly definition: Told;
  /** in words and arithmetic, for people; the template is for machines */
  readonly formula: string;
  readonly unit: Unit;
  readonly direction: Direction;
  /** what customers do, or what they want and feel */
  readonly side: "behaviour" | "experience";
  readonly timing: "leading" | "lagging";
  readonly phase: (typeof cataloguePhases)[number];
  /** whether it counts volume: it grows with effort and money, and tells nobody what to do */
  readonly volume: boolean;
  /** of a volume counter the id of the KPI beside it that does lead to action; of others null */
  readonly neighbour: string | null;
  /** how it gets better while nothing does */
  readonly gamedBy: Told;
  /** ids of the KPIs that show so */
  readonly guardrail: readonly string[];
  /** the data it is computed from */
  readonly needs: Readonly<Record<Language, readonly string[]>>;
  /** what customers value in it, where it can be a CPI; null: only the company cares for it, it is never a CPI */
  readonly increment: (typeof increments)[number] | null;
  readonly template: Template;
}
