/** A stretch of local time, `from` included and `to` not, as `2026-03-29 02:00:00`. */
export interface LocalSpan {
  readonly from: string;
  readonly to: string;
  /** seconds by which the clock moves there */
  readonly seconds: number;
}

export interface Transitions {
  /** local times that a clock skips */
  readonly gaps: readonly LocalSpan[];
  /** local times that a clock shows twice */
  readonly folds: readonly LocalSpan[];
}

const week = 7 * 86_400_000;
const known = new Map<string, Transitions>();

/** When the clocks of a zone (IANA name) are moved, from 1970 to 2050. */
export function transitionsOf(zone: string): Transitions {
  const earlier = known.get(zone);
  if (earlier) return earlier;
  const offset = offsetIn(zone);
  const gaps: LocalSpan[] = [];
  const folds: LocalSpan[] = [];
  const end = Date.UTC(2051, 0, 1);
  let before = offset(0);
  for (let instant = week; instant < end; instant += week) {
    const after = offset(instant);
    if (after === before) continue;
    let [low, high] = [instant - week, instant];
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    const reached = offset(high);
    const span = {
      from: local(high + Math.min(before, reached)),
      to: local(high + Math.max(before, reached)),
      seconds: Math.abs(reached - before) / 1000,
    };
    (reached > before ? gaps : folds).push(span);
    before = after;
  }
  const transitions = { gaps, folds };
  known.set(zone, transitions);
  return transitions;
}

/** Milliseconds that local time is ahead of UTC at an instant. */
function offsetIn(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  return (instant) => {
    const match = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(format.format(instant));
    if (!match?.[1]) return 0;
    const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
    return (match[1] === "-" ? -seconds : seconds) * 1000;
  };
}

function local(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace("T", " ");
}
