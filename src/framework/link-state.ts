import type { Day } from "../calendar/index.ts";
import type { Framework } from "./framework.ts";

/** A link with what experiments have said of it. */
export interface LinkState {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly effect: "helps" | "hurts";
  readonly status: "hypothesis" | "supported" | "refuted" | "inconclusive" | "expired";
  readonly experiments: readonly string[];
  readonly until: Day | null;
}

/** Every link with its status: a hypothesis until an experiment says more. */
export function linkStates({ links }: Framework): LinkState[] {
  return links.map(({ id, from, to, effect }) => ({ id, from, to, effect, status: "hypothesis", experiments: [], until: null }));
}
