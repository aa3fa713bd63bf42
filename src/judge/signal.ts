import type { Cadence } from "../calendar/index.ts";
import type { Point } from "../metric/index.ts";
import { ask, signals } from "../statistics/index.ts";
import type { Reason } from "./judgement.ts";
import { because } from "./reason.ts";
import { levelChanged } from "./reasons/level-changed.ts";

interface Watch {
  /** periods in a season */
  readonly season: number;
  /** the newest periods, which are watched */
  readonly watched: number;
  /** the most periods before those that say what is usual: whole seasons, and not so long ago that nobody remembers */
  readonly usual: number;
}

const watches: Readonly<Record<Cadence, Watch>> = {
  daily: { season: 7, watched: 28, usual: 84 },
  weekly: { season: 52, watched: 13, usual: 104 },
  monthly: { season: 12, watched: 12, usual: 60 },
  quarterly: { season: 4, watched: 8, usual: 20 },
};

/** With fewer usual periods an alarm would more often be wrong than somebody will bear. */
const fewestUsual = 12;

/**
 * What has lastingly changed in an indicator: at most one reason, the newest change that lasts through its newest period. `complete` are
 * its complete cadence periods, oldest first, without gaps between them.
 */
export function signalsOf(complete: readonly Point[], cadence: Cadence, better: "up" | "down"): Reason[] {
  const { season, watched, usual } = watches[cadence];
  const first = complete.findIndex((point) => point.value !== null);
  const history = first < 0 ? [] : complete.slice(first).slice(-(usual + watched));
  const baseline = history.length - watched;
  if (history.slice(0, Math.max(0, baseline)).filter((point) => point.value !== null).length < fewestUsual) return [];
  const { alarms, rule } = ask(signals, { y: history.map((point) => point.value), baseline, season, trend: true });
  const lasting = alarms.findLast((alarm) => alarm.to === null);
  if (lasting === undefined) return [];
  const { direction, from, foundAt, size } = lasting;
  return [
    because(levelChanged, {
      direction,
      favourable: direction === better,
      from: history[from]!.period,
      found: history[foundAt]!.period,
      orEarlier: from === baseline,
      size,
      deviations: Math.abs(size) / rule!.spread,
    }),
  ];
}
