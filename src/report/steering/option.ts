import type { Action, Framework, LinkState, Steering } from "../../framework/index.ts";
import type { Entry } from "../report.ts";
import { lessonsFor, optionText } from "./lesson.ts";

/** Where an option comes from: what the cycle lists itself, then in the order of how much is known of its effect. */
export const optionSources = ["listed", "learning", "proven-link", "action", "enabler", "unproven-link"] as const;

export interface Option {
  readonly source: (typeof optionSources)[number];
  /** id of the cycle, link or enabler; of an action the indicator's own */
  readonly from: string;
  /** what to do, as people wrote it; of a link the name of the indicator to improve */
  readonly what: string;
  readonly do: Action["do"] | null;
  readonly who: string | null;
}

/**
 * What can be done about an indicator off course: what worked here before, what a test has shown to move it, what was agreed to do, what
 * would help its objective, and what is believed to move it. What was tried and stopped is not offered again.
 */
export function optionsFor(
  framework: Framework,
  links: readonly LinkState[],
  entries: readonly Entry[],
  entry: Entry,
  listed: Steering | null,
): readonly Option[] {
  const lessons = lessonsFor(framework, entry.id);
  const stopped = new Set(lessons.flatMap(({ decided, chosen }) => (decided === "stop" && chosen !== null ? [chosen] : [])));
  const leading = links.filter((link) => link.to === entry.id && link.effect === "helps");
  const improved = (status: readonly LinkState["status"][], source: Option["source"]): Option[] =>
    leading
      .filter((link) => status.includes(link.status))
      .flatMap((link) => {
        const cause = entries.find(({ id }) => id === link.from);
        return cause ? [{ source, from: link.id, what: cause.name, do: null, who: cause.owner }] : [];
      });
  const all: Option[] = [
    ...(listed?.options ?? []).map((option): Option => ({
      source: "listed",
      from: listed!.id,
      what: optionText(option),
      do: null,
      who: null,
    })),
    ...lessons.flatMap(({ cycle, kpi, decided, chosen }): Option[] =>
      kpi === entry.id && chosen !== null && (decided === "start" || decided === "continue")
        ? [{ source: "learning", from: cycle, what: chosen, do: "continue", who: null }]
        : [],
    ),
    ...improved(["supported"], "proven-link"),
    ...entry.actions
      .filter(({ when }) => when === undefined || when === entry.status)
      .map((action): Option => ({ source: "action", from: entry.id, what: action.what, do: action.do, who: action.who ?? null })),
    ...framework.enablers
      .filter(({ advances, needs }) => (entry.measures !== null && advances.includes(entry.measures)) || needs.includes(entry.id))
      .map((enabler): Option => ({ source: "enabler", from: enabler.id, what: enabler.name, do: "start", who: null })),
    ...improved(["hypothesis", "inconclusive", "expired"], "unproven-link"),
  ];
  return all.filter(({ what }, index) => !stopped.has(what) && all.findIndex((other) => other.what === what) === index);
}
