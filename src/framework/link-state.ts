import { addDays, type Day, type Duration, shiftDay } from "../calendar/index.ts";
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

/** What a finished experiment says of one link. */
export interface LinkVerdict {
  readonly experiment: string;
  readonly link: string;
  readonly verdict: "supported" | "refuted" | "inconclusive";
  /** the day on which it ended; null: not known, so that it never expires */
  readonly on: Day | null;
  /** the first day on which the cause is no longer measured as it was then; null: it still is */
  readonly redefined: Day | null;
}

/** Customers, prices and competitors change: after this long a verdict must be found anew. */
const verdictLasts: Duration = { count: 12, unit: "month" };

/** Frameworks are frozen values: what is known of the links of one is kept with it, as its graph is. */
const known = new WeakMap<Framework, readonly LinkState[]>();

/** Every link with its status: a hypothesis, in a framework of which no experiments are known (`withVerdicts`). */
export function linkStates(framework: Framework): readonly LinkState[] {
  return known.get(framework) ?? statesOf(framework, [], null);
}

/** The same framework, its links as experiments have shown them on a day. */
export function withVerdicts(framework: Framework, verdicts: readonly LinkVerdict[], today: Day): Framework {
  const shown = { ...framework };
  known.set(shown, statesOf(framework, verdicts, today));
  return shown;
}

/**
 * The newest experiment that supports or refutes a link and has not expired decides; one that was inconclusive takes nothing back.
 * `experiments` are those that say so, oldest first.
 */
function statesOf({ links }: Framework, verdicts: readonly LinkVerdict[], today: Day | null): LinkState[] {
  return links.map(({ id, from, to, effect }) => ({
    id,
    from,
    to,
    effect,
    ...stateOf(
      verdicts.filter(({ link }) => link === id),
      today,
    ),
  }));
}

function stateOf(verdicts: readonly LinkVerdict[], today: Day | null): Pick<LinkState, "status" | "experiments" | "until"> {
  const ended = verdicts.toSorted((a, b) => compareEnds(a.on, b.on));
  const valid = ended.filter((one) => today === null || (untilOf(one) ?? today) >= today);
  const decisive = ended.filter(({ verdict }) => verdict !== "inconclusive");
  const newest = decisive.findLast((one) => valid.includes(one));
  const told = (status: LinkState["status"], of: readonly LinkVerdict[]): Pick<LinkState, "status" | "experiments" | "until"> => ({
    status,
    experiments: of.map(({ experiment }) => experiment),
    until: of.length === 0 ? null : untilOf(of.at(-1)!),
  });
  if (newest)
    return told(
      newest.verdict,
      valid.filter(({ verdict }) => verdict === newest.verdict),
    );
  if (decisive.length > 0) return told("expired", decisive);
  if (valid.length > 0) return told("inconclusive", valid);
  return told(ended.length > 0 ? "expired" : "hypothesis", ended);
}

/** The last day on which a verdict counts; null: it never ends. */
export function untilOf({ on, redefined }: Pick<LinkVerdict, "on" | "redefined">): Day | null {
  const ends = [on === null ? null : shiftDay(on, verdictLasts), redefined === null ? null : addDays(redefined, -1)];
  return ends.filter((day) => day !== null).toSorted()[0] ?? null;
}

function compareEnds(a: Day | null, b: Day | null): number {
  if (a === b) return 0;
  return a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
}
