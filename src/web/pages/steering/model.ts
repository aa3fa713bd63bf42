import type { Cycle, ToldWaiting } from "../../../report/index.ts";
import type { Steering } from "../../steering.ts";

/** What the sheet shows: a cycle, or a new one of an indicator. */
export type Opened = { readonly cycle: Cycle } | { readonly kpi: string };

/** A card on the board: a cycle with what waits in it. */
export interface Card {
  readonly cycle: Cycle;
  readonly waiting: ToldWaiting | null;
}

/** The value in the filter of what is nobody's. */
export const nobody = "\u0000nobody";

export function cardsOf({ cycles, waiting }: Steering, who: string | null): Readonly<Record<Cycle["state"], readonly Card[]>> {
  const own = cycles.filter((cycle) => isOf(cycle.who, who) && (cycle.closed === null || cycle.waiting !== null));
  const at = (state: Cycle["state"]): readonly Card[] =>
    own
      .filter((cycle) => cycle.state === state)
      .map((cycle) => ({ cycle, waiting: waiting.find((one) => one.id === cycle.waiting) ?? null }));
  return { cause: at("cause"), options: at("options"), test: at("test"), decision: at("decision"), learned: at("learned") };
}

/** Indicators off course that have no cycle. */
export function adrift({ waiting }: Steering, who: string | null): readonly ToldWaiting[] {
  return waiting.filter((one) => one.kind === "open" && isOf(one.who, who));
}

/** What waits that no card shows. */
export function elsewhere({ waiting }: Steering, who: string | null): readonly ToldWaiting[] {
  return waiting.filter((one) => one.cycle === null && one.kind !== "open" && isOf(one.who, who));
}

export function isOf(own: string | null, who: string | null): boolean {
  return who === null || own === (who === nobody ? null : who);
}

/** Whose something is, by id, with their names; nobody last. */
export function peopleOf({ waiting, cycles }: Steering): readonly (readonly [string | null, string | null])[] {
  const known = new Map([...waiting, ...cycles].map(({ who, whoName }) => [who, whoName]));
  return [...known].toSorted(([, a], [, b]) => (a === null ? 1 : b === null ? -1 : a.localeCompare(b)));
}
