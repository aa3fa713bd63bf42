import type { Day } from "../../calendar/index.ts";
import type { Framework, Steering } from "../../framework/index.ts";

/** What a closed cycle taught. */
export interface Lesson {
  readonly cycle: string;
  readonly kpi: string;
  readonly closed: Day | null;
  readonly decided: Steering["decided"] | null;
  /** what was done or dropped */
  readonly chosen: string | null;
  readonly learning: string;
}

/** What was learned on an indicator and on those that a link ties it to, in either direction; the newest first, its own before others'. */
export function lessonsFor({ steering, links }: Pick<Framework, "steering" | "links">, kpi: string): readonly Lesson[] {
  const tied = new Set(links.flatMap(({ from, to }) => (to === kpi ? [from] : from === kpi ? [to] : [])));
  return steering
    .flatMap((cycle) =>
      cycle.learning === undefined || !(cycle.kpi === kpi || tied.has(cycle.kpi))
        ? []
        : [
            {
              cycle: cycle.id,
              kpi: cycle.kpi,
              closed: cycle.closed ?? null,
              decided: cycle.decided ?? null,
              chosen: cycle.chosen === undefined ? null : optionText(cycle.chosen),
              learning: cycle.learning,
            },
          ],
    )
    .toSorted(
      (a, b) =>
        Number(b.kpi === kpi) - Number(a.kpi === kpi) || (b.closed ?? "").localeCompare(a.closed ?? "") || a.cycle.localeCompare(b.cycle),
    );
}

/** What a cycle says that it did; a number is told as it stands. */
export function effectText(effect: Steering["effect"]): string | null {
  if (effect === undefined) return null;
  return typeof effect === "number" ? String(effect) : optionText(effect);
}

/** What an option says, whether it was typed as a sentence or as a map that has one. */
export function optionText(option: Steering["options"][number]): string {
  if (typeof option === "string") return option;
  const told = option["what"] ?? option["name"] ?? option["text"];
  return typeof told === "string" ? told : JSON.stringify(option);
}
