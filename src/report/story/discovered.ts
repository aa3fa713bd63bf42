import type { Day } from "../../calendar/index.ts";
import type { Unit } from "../../locale/index.ts";
import type { Pictures } from "./pictures.ts";

/** What `discover --json` tells, as far as its story needs it, and what its pictures are made of. */
export interface Discovered {
  readonly asOf: Day;
  readonly mapping: { readonly files: readonly string[]; readonly excluded: Readonly<Record<string, number>>; readonly duplicates: number };
  readonly steps: {
    readonly profiles: { readonly customers: number; readonly withEmail: number | null; readonly duplicates: number };
    readonly registered: {
      readonly transactions: number;
      readonly registered: number;
      readonly share: number | null;
      readonly revenueShare: number | null;
    };
    readonly active: { readonly customers: number; readonly from: Day; readonly to: Day };
  };
  readonly facts: readonly ToldFact[];
  readonly opportunities: readonly Chance[];
  /** null: there is no earlier run, or it was not asked for */
  readonly since: Since | null;
  readonly pictures: Pictures;
}

export interface ToldFact {
  readonly id: string;
  /** null: the data do not carry it, and the sentence says what is missing */
  readonly value: number | null;
  readonly unit: Unit;
  readonly n: number;
  readonly interval?: readonly [number, number];
  readonly lastYear?: number | null;
  readonly sentence: string;
}

/** What changed since an earlier run. */
export interface Since {
  readonly asOf: Day;
  /** whether active, lapsed and best meant the same then */
  readonly comparable: boolean;
  readonly facts: readonly { readonly id: string; readonly before: number | null; readonly now: number | null }[];
  readonly opportunities: { readonly new: readonly string[]; readonly gone: readonly string[] };
  readonly actions: readonly { readonly id: string; readonly method: "hold-out" | "before-after"; readonly sentence: string }[];
  /** what the KPI of an opportunity is called, by the opportunity's id */
  readonly names: Readonly<Record<string, string>>;
}

/** An opportunity, the most promising first. */
export interface Chance {
  readonly id: string;
  readonly objective: string;
  readonly kpi: string;
  readonly target: { readonly value: number; readonly unit: Unit; readonly from: Day; readonly to: Day };
  readonly baseline: { readonly value: number };
  readonly smart: Readonly<Record<"S" | "M" | "A" | "R" | "T", string>>;
  readonly worth: { readonly value: number; readonly interval: readonly [number, number] } | null;
  readonly size: number;
  readonly attainability: number;
  readonly actions: readonly { readonly do: "start" | "stop" | "continue"; readonly what: string }[];
}
