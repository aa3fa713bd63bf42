import { isScalar, visit } from "yaml";
import { addMonths, type Day, daysInMonth, isDay } from "../calendar/index.ts";
import { compose } from "./document.ts";

/**
 * Shifts every date that stands as a value of its own in a YAML text by whole quarters, and leaves all else byte for byte: comments,
 * dates inside sentences, keys. The last day of a month stays the last day. A text that cannot be read as YAML comes back unchanged.
 */
export function shiftDates(text: string, quarters: number): string {
  const starts: number[] = [];
  for (const document of compose(text)) {
    if (quarters === 0 || document.errors.length > 0) return text;
    visit(document, {
      Scalar(place, node) {
        if (place === "key" || !isScalar(node) || typeof node.value !== "string" || !isDay(node.value) || !node.range) return;
        const start = text.indexOf(node.value, node.range[0]);
        if (start >= 0 && start < node.range[1]) starts.push(start);
      },
    });
  }
  let shifted = "";
  let done = 0;
  for (const start of starts.sort((one, other) => one - other)) {
    shifted += text.slice(done, start) + shiftDay(text.slice(start, start + 10), quarters);
    done = start + 10;
  }
  return shifted + text.slice(done);
}

function shiftDay(day: Day, quarters: number): Day {
  const moved = addMonths(day, quarters * 3);
  const last = (one: Day) => daysInMonth(Number(one.slice(0, 4)), Number(one.slice(5, 7)));
  return Number(day.slice(8)) === last(day) ? `${moved.slice(0, 8)}${last(moved)}` : moved;
}

/** How many whole quarters lie between the quarter that holds `day` and the one that holds `today`; negative where it is later. */
export function quartersBetween(day: Day, today: Day): number {
  const quarter = (one: Day) => Number(one.slice(0, 4)) * 4 + Math.floor((Number(one.slice(5, 7)) - 1) / 3);
  return quarter(today) - quarter(day);
}
