import type { Unit } from "../../locale/index.ts";
import type { StoryCell, Telling } from "./step.ts";

export function words(text: string): StoryCell {
  return { text, value: text, unit: null };
}

export function amount(value: number | null, unit: Unit, { format }: Telling): StoryCell {
  return { text: unit === "ratio" ? format.number(value, 2) : format.value(value, unit, { round: true }), value, unit };
}

/** A part of a whole; of nothing there is none. */
export function shareOf(part: number | null, whole: number): number | null {
  return part === null || whole <= 0 ? null : part / whole;
}
