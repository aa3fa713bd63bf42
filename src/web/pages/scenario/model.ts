import type { Driver } from "../../../report/index.ts";
import type { Unit } from "../../report.ts";
import type { GrowthAsked, TreeAsked } from "../../scenario.ts";

/** How a metric is changed: in proportion, by an amount, or to a value. */
export type How = "share" | "add" | "set";
export const hows: readonly How[] = ["share", "add", "set"];

/** One metric that is changed, by a number as people type it: 10 for 10 %. */
export interface Turn {
  readonly metric: string;
  readonly how: How;
  readonly number: number;
}

/** What a slider goes through, and what may be typed beside it. */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly least: number;
  readonly most: number;
}

/** A number typed as 12 that is 0.12: people say percentages, files hold fractions. */
export function scaleOf(how: How, unit: Unit | null): number {
  return how !== "share" && unit === "percent" ? 100 : 1;
}

/** How a change in the YAML is shown: `+10%`, `-3`, or `12`, which takes the metric's place. */
export function turnOf(metric: string, change: string | number, unit: Unit | null): Turn {
  if (typeof change === "number") return { metric, how: "set", number: exact(change * scaleOf("set", unit)) };
  const typed = change.replaceAll(/\s/g, "").replace(",", ".");
  const number = Number(typed.replace("%", ""));
  if (typed.endsWith("%")) return { metric, how: "share", number };
  const how = /^[+-]/.test(typed) ? "add" : "set";
  return { metric, how, number: exact(number * scaleOf(how, unit)) };
}

/** The same as it stands in YAML. */
function changeOf({ how, number }: Turn, unit: Unit | null): string | number {
  if (how === "set") return exact(number / scaleOf(how, unit));
  const signed = `${number < 0 ? "-" : "+"}${plain(Math.abs(number) / scaleOf(how, unit))}`;
  return how === "share" ? `${signed}%` : signed;
}

/** `kept`: what is typed the same in the scenario that was opened stays as it was typed there. */
export function treeOf(turns: readonly Turn[], drivers: readonly Driver[], kept: TreeAsked["change"]): TreeAsked {
  const changes = turns.map((turn) => {
    const unit = unitOf(drivers, turn.metric);
    const before = kept[turn.metric];
    const same = before !== undefined && sameTurn(turnOf(turn.metric, before, unit), turn);
    return [turn.metric, same ? before : changeOf(turn, unit)] as const;
  });
  return { kind: "tree", change: Object.fromEntries(changes) };
}

export function changesNothing({ how, number }: Turn): boolean {
  return how !== "set" && number === 0;
}

function sameTurn(one: Turn, other: Turn): boolean {
  return one.how === other.how && one.number === other.number;
}

export function unitOf(drivers: readonly Driver[], metric: string): Unit | null {
  return drivers.find((one) => one.metric === metric)?.unit ?? null;
}

/** The metrics that a new what-if about an indicator begins with: what it is made of in the end, not what lies between. */
export function firstTurns(drivers: readonly Driver[], indicator: string): readonly Turn[] {
  const own = drivers.filter(({ moves }) => moves.includes(indicator));
  const leaves = own.filter(({ leaf }) => leaf);
  return (leaves.length > 0 ? leaves : own).slice(0, mostAtFirst).map(({ metric }) => ({ metric, how: "share", number: 0 }));
}

/** More sliders than this are no beginning but a control room; the others can be added. */
const mostAtFirst = 4;

/** Where a slider stands when nothing is changed. */
export function originOf(how: How, driver: Driver | undefined): number {
  return how === "set" ? exact((driver?.now?.value ?? 0) * scaleOf(how, driver?.unit ?? null)) : 0;
}

export function rangeOf({ how, number }: Turn, driver: Driver | undefined): Range {
  if (how === "share") return around({ low: -50, high: 50, step: 1, least: -100, most: 1000 }, number);
  const now = originOf("set", driver);
  const size = round(Math.abs(now) * (how === "add" ? 0.5 : 2) || 100);
  const low = how === "add" || now < 0 ? -size : 0;
  return around({ low, high: size, step: size / 100, least: -1e12, most: 1e12 }, number);
}

/** What was typed beyond the slider stretches it. */
function around(range: Range, number: number): Range {
  return { ...range, low: Math.min(range.low, number), high: Math.max(range.high, number) };
}

/** The round number at or above it: 1, 2 or 5 with noughts. */
function round(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  return exact(power * ([1, 2, 5, 10].find((one) => one * power >= size * 0.999) ?? 10));
}

export function exact(number: number): number {
  return Number(number.toPrecision(12));
}

function plain(number: number): string {
  return exact(number)
    .toFixed(10)
    .replace(/\.?0+$/, "");
}

/** What growth is made of. */
export type Lever = "inflow" | "conversion" | "viral" | "churn" | "weeks" | "start" | "guestsPerHour" | "peakShare";

interface LeverKind {
  readonly lever: Lever;
  readonly scale: number;
  readonly range: (kept: number) => Range;
}

const share = (high: number, step: number) => (kept: number) => around({ low: 0, high, step, least: 0, most: 100 }, kept);
const amount = (high: number, least: number) => (kept: number) => {
  const top = Math.max(high, round(kept * 2 || high));
  return { low: least, high: top, step: top / 100, least, most: 1e9 };
};

/** In the order of the sum: who comes, who pays, who is brought, who leaves. */
export const levers: readonly LeverKind[] = [
  { lever: "inflow", scale: 1, range: amount(200, 0) },
  { lever: "conversion", scale: 100, range: share(100, 1) },
  { lever: "viral", scale: 1, range: (kept) => around({ low: 0, high: 4, step: 0.05, least: 0, most: 1000 }, kept) },
  { lever: "churn", scale: 100, range: share(10, 0.1) },
  { lever: "start", scale: 1, range: amount(1000, 0) },
  { lever: "weeks", scale: 1, range: (kept) => around({ low: 1, high: 52, step: 1, least: 1, most: 1040 }, kept) },
];
export const roomLevers: readonly LeverKind[] = [
  { lever: "guestsPerHour", scale: 1, range: amount(200, 1) },
  { lever: "peakShare", scale: 100, range: share(20, 0.1) },
];

export const newGrowth: GrowthAsked = {
  kind: "growth",
  weeks: 13,
  inflow: 100,
  conversion: 0.25,
  viral: 0,
  generations: 1,
  churn: 0,
  start: 0,
};

/** As people type it; null where it is not known. */
export function leverNumber(growth: GrowthAsked, { lever, scale }: LeverKind): number | null {
  const value = lever === "guestsPerHour" || lever === "peakShare" ? growth.capacity?.[lever] : growth[lever];
  return value === undefined ? null : exact(value * scale);
}

export function withLever(growth: GrowthAsked, { lever, scale }: LeverKind, number: number): GrowthAsked {
  const value = exact(number / scale);
  if (lever === "weeks") return { ...growth, weeks: Math.round(value) };
  if (lever === "guestsPerHour" || lever === "peakShare") return { ...growth, capacity: { ...growth.capacity, [lever]: value } };
  return { ...growth, [lever]: value };
}
