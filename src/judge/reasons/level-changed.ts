import type { ReasonKind } from "../reason.ts";

type LevelChanged = {
  readonly direction: "up" | "down";
  /** whether that is the way the indicator should go */
  readonly favourable: boolean;
  /** label of the period in which the level most likely changed, and of the one in which that became sure */
  readonly from: string;
  readonly found: string;
  /** whether it may have changed before `from`, which is the first period that was watched */
  readonly orEarlier: boolean;
  /** how far the mean since then lies from what was usual, in the unit of the indicator; negative for down */
  readonly size: number;
  /** the same in standard deviations of what was usual, without its sign */
  readonly deviations: number;
};

export const levelChanged: ReasonKind<LevelChanged> = {
  code: "level-changed",
  sentences: {
    nl: ({ direction, favourable, from, orEarlier, size }, speak) =>
      `Sinds ${speak.period(from)}${orEarlier ? " of eerder" : ""} ligt de waarde gemiddeld ${speak.gap(size)} ${direction === "up" ? "boven" : "onder"} wat gewoon was. ${favourable ? "Zoek uit wat hielp, en houd dat vast." : "Zoek uit wat er toen veranderde, en grijp in."}`,
    en: ({ direction, favourable, from, orEarlier, size }, speak) =>
      `Since ${speak.period(from)}${orEarlier ? " or earlier" : ""} the value has on average been ${speak.gap(size)} ${direction === "up" ? "above" : "below"} what was usual. ${favourable ? "Find out what helped, and keep doing it." : "Find out what changed then, and act on it."}`,
  },
};
