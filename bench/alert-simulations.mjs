// What reaches people of indicators in which nothing changed; the tests of notify run a part of what `npm run bench -- signals` runs.
import { series } from "./signal-simulations.mjs";

/** @typedef {typeof import("../src/calendar/index.ts")} Calendar */
/** @typedef {Pick<typeof import("../src/notify/index.ts"), "messagesOf" | "delivered" | "nothingTold">} Notify */
/** @typedef {typeof import("../src/judge/index.ts").judge} Judge */
/** @typedef {{calendar: Calendar, notify: Notify, judge: Judge}} Product that of the sources, or of what is built of them */
/** @typedef {import("./signal-simulations.mjs").Generator} Generator */
/** @typedef {import("./signal-simulations.mjs").Kind} Kind */

const months = 90;
const mail = "mail:team@example.com";

/**
 * Messages that one indicator's owner gets in 90 months, all that began and were false: judged at the end of each month as `run` does, told as
 * `alert` does, remembered as it remembers. Half the time up is good, half the time down. With a target, each year has one that is met in some 98 of 100 years.
 * @param {Product} product
 * @param {Generator} random
 * @param {Kind} kind
 * @param {boolean} targeted
 */
export function falseMessages(product, random, kind, targeted) {
  return diary(product, series(kind, random, kind.baseline + months), kind, random.uniform() < 0.5 ? "up" : "down", targeted);
}

/**
 * Share of lasting changes for the worse, `size` spreads large, that are told within `within` months.
 * @param {Product} product
 * @param {Generator} random
 * @param {Kind} kind
 * @param {{count: number, size: number, within: number}} asked
 */
export function toldShifts(product, random, kind, { count, size, within }) {
  let told = 0;
  for (let run = 0; run < count; run++) {
    const at = kind.baseline + 6;
    const up = kind.counts !== undefined || run % 2 === 0;
    const values = series(kind, random, at + within, { at, size: up ? size : -size });
    const found = diary(product, values, kind, up ? "down" : "up", false);
    if (found.some(({ index }) => index >= at)) told++;
  }
  return told / count;
}

/**
 * @param {Product} product
 * @param {readonly number[]} values
 * @param {Kind} kind
 * @param {"up" | "down"} direction that is good
 * @param {boolean} targeted
 */
function diary({ calendar, notify, judge }, values, kind, direction, targeted) {
  const { addDays, periodOf, periodsBetween, shiftPeriod } = calendar;
  const begin = periodOf("2010-01-01", "month", "01-01");
  const end = shiftPeriod(begin, values.length - 1, "01-01") ?? begin;
  const points = periodsBetween(begin.from, end.to, "month", "01-01").map(({ label, from, to }, index) => ({
    period: label,
    from,
    to,
    value: values[index] ?? 0,
    n: 1,
    complete: true,
  }));
  const { level, spread } = yearly(kind);
  const target = direction === "up" ? level - 2 * spread : level + 2 * spread;
  const indicator = { id: "kpi", metric: "kpi" };
  const framework = /** @type {Parameters<Notify["messagesOf"]>[0]} */ (
    /** @type {unknown} */ ({ alerts: [{ on: [], to: [mail] }], kpis: [indicator], cpis: [] })
  );
  const isMet = (/** @type {string} */ day) => {
    // What is told on the first of January is about the year that has just ended.
    const year = addDays(day, -1).slice(0, 4);
    const total = points.reduce((sum, { from, value }) => sum + (from.startsWith(year) ? value : 0), 0);
    return direction === "up" ? total >= target : total <= target;
  };
  let told = notify.nothingTold;
  /** @type {{kind: string, index: number}[]} */
  const found = [];
  for (let newest = kind.baseline; newest < values.length; newest++) {
    const history = points.slice(0, newest + 1);
    const asOf = addDays(history.at(-1)?.to ?? "", 1);
    const year = asOf.slice(0, 4);
    const within = history.filter(({ from }) => from.startsWith(year));
    const { status, chance, signals, reasons } = judge({
      direction,
      target: targeted ? { value: target, from: `${year}-01-01`, to: `${year}-12-31`, measured: "total" } : null,
      baseline: null,
      cadence: "monthly",
      fiscalStart: "01-01",
      nature: { additive: true, accumulates: true, nonNegative: false },
      asOf,
      watermark: addDays(asOf, -1),
      hasRows: true,
      problem: null,
      range: within.reduce((sum, { value }) => sum + value, 0),
      within,
      history,
    });
    const say = (/** @type {readonly object[]} */ of) => of.map((one) => ({ ...one, sentence: "" }));
    const report = /** @type {Parameters<Notify["messagesOf"]>[1]} */ (
      /** @type {unknown} */ ({
        asOf,
        kpis: [{ ...indicator, name: "KPI", status, chance, signals: say(signals), reasons: say(reasons), series: history }],
        cpis: [],
        quality: [],
      })
    );
    const next = notify.messagesOf(framework, report, told, "en");
    told = next.told;
    for (const message of next.messages) {
      told = notify.delivered(told, message, mail);
      // That a target is out of reach is true in a year in which it is missed.
      const isTrue = message.kind === "off-course" && !isMet(message.since);
      if (message.kind !== "recovered" && !isTrue) found.push({ kind: message.kind, index: newest });
    }
  }
  return found;
}

/**
 * The expected sum of twelve months, and how far it strays by chance.
 * @param {Kind} kind
 */
function yearly({ counts = 0, memory = 0 }) {
  if (counts > 0) return { level: 12 * counts, spread: Math.sqrt(12 * counts) };
  // A sum of n terms of an AR(1) of variance 1: n + 2·Σ (n − k)·ρᵏ.
  let variance = 12;
  for (let lag = 1; lag < 12; lag++) variance += 2 * (12 - lag) * memory ** lag;
  return { level: 1200, spread: 10 * Math.sqrt(variance) };
}
