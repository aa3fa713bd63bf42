import { type Day, shiftDay } from "../../calendar/index.ts";
import type { Framework, Language, Steering } from "../../framework/index.ts";
import { effectText, optionText } from "./lesson.ts";

/** A steering cycle that was closed in the month before: what was done about it, what that did and what it taught. */
export interface Steered {
  readonly id: string;
  readonly kpi: string;
  readonly closed: Day;
  readonly decided: Steering["decided"] | null;
  readonly chosen: string | null;
  readonly effect: string | null;
  readonly learning: string | null;
}

/** Those of the month up to `asOf`, the newest first. */
export function steeredBefore({ steering }: Pick<Framework, "steering">, asOf: Day): readonly Steered[] {
  const after = shiftDay(asOf, { count: 1, unit: "month" }, -1);
  return steering
    .flatMap(({ id, kpi, closed, decided, chosen, effect, learning }): Steered[] =>
      closed === undefined || closed > asOf || closed <= after
        ? []
        : [
            {
              id,
              kpi,
              closed,
              decided: decided ?? null,
              chosen: chosen === undefined ? null : optionText(chosen),
              effect: effectText(effect),
              learning: learning ?? null,
            },
          ],
    )
    .toSorted((a, b) => b.closed.localeCompare(a.closed) || a.id.localeCompare(b.id));
}

export const steeredTitle: Readonly<Record<Language, string>> = { nl: "Bijgestuurd in deze maand", en: "Steered this month" };

const words = {
  nl: { start: "beginnen", stop: "stoppen", continue: "doorgaan", decided: "Besloten", effect: "Effect", learned: "Geleerd" },
  en: { start: "start", stop: "stop", continue: "continue", decided: "Decided", effect: "Effect", learned: "Learned" },
} as const;

/** `Decided: start (Remind people). Effect: … Learned: …` */
export function steeredSentence({ decided, chosen, effect, learning }: Steered, language: Language): string {
  const say = words[language];
  const verdict = decided ? say[decided] : null;
  const done = verdict === null ? chosen : chosen === null ? verdict : `${verdict} (${unstopped(chosen)})`;
  const parts = [
    [say.decided, done],
    [say.effect, effect],
    [say.learned, learning],
  ] as const;
  return parts.flatMap(([name, text]) => (text === null ? [] : [`${name}: ${unstopped(text)}.`])).join(" ");
}

function unstopped(text: string): string {
  return text.replace(/[.\s]+$/, "");
}
