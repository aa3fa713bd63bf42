import { addMonths, cadenceGrain, type Day, type Grain } from "../calendar/index.ts";
import { type Cpi, judgedTarget, type Kpi } from "../framework/index.ts";
import { measuredOf, type Nature } from "./nature.ts";

/** One question to a metric: its values over `from`–`to` (both included; null: all there is) at a grain. */
export interface Asked {
  readonly grain: Grain;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** The values that judging an indicator takes. Null where they play no part (no dated target, or one that has not begun). */
export interface Needs {
  /** one value over the target's range so far */
  readonly range: Asked | null;
  /** one value per cadence period of that range */
  readonly within: Asked | null;
  /** one value per day of that range; only for what adds up, for the figure */
  readonly progress: Asked | null;
  /** one value per cadence period as far back as there are rows */
  readonly history: Asked;
  /** one value per month, for what is looked at by the quarter; null for what is looked at more often */
  readonly slices: Asked | null;
}

/** Months of a target that runs for longer than is told month by month, and of an indicator without one that runs. */
const [mostSlices, fewSlices] = [12, 6];

/** The months in which a quarterly indicator is told, so that nobody waits for a quarter to end before steering. */
function slicesOf({ cadence }: Pick<Kpi | Cpi, "cadence">, from: Day | null, to: Day): Asked | null {
  if (cadence !== "quarterly") return null;
  const first = addMonths(`${to.slice(0, 7)}-01`, 1 - (from === null ? fewSlices : mostSlices));
  return { grain: "month", from: from !== null && from > first ? from : first, to };
}

export function needs(indicator: Pick<Kpi | Cpi, "target" | "targets" | "cadence">, nature: Nature, asOf: Day): Needs {
  const grain = cadenceGrain(indicator.cadence);
  const history: Asked = { grain, from: null, to: null };
  const target = judgedTarget(indicator);
  if (!target?.from || !target.to || target.from > target.to || target.from > asOf) {
    return { range: null, within: null, progress: null, history, slices: slicesOf(indicator, null, asOf) };
  }
  const span = { from: target.from, to: target.to < asOf ? target.to : asOf };
  const total = measuredOf(target, nature) === "total";
  return {
    range: { grain: "total", ...span },
    within: { grain, ...span },
    progress: total && nature.additive ? { grain: "day", ...span } : null,
    history,
    slices: slicesOf(indicator, span.from, span.to),
  };
}
