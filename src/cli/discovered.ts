import type { Discovery } from "../engine/index.ts";
import type { Language } from "../framework/index.ts";
import { formats } from "../locale/index.ts";

const words = {
  nl: {
    opportunities: "Kansen",
    none: "Deze gegevens laten nog geen kans zien die te meten is.",
    worth: "waard",
    between: "tussen",
    and: "en",
    since: "Sinds",
    first: "Dit is de eerste keer: er is nog niets om mee te vergelijken.",
    changed: "feiten veranderden",
    new: "Nieuwe kans",
    gone: "Kans voorbij",
    written: "Geschreven in",
    undo: "Terugdraaien kan met: helder discover --undo",
    nothing: "Er is niets geschreven: er is geen ruimte voor een KPI erbij, of de KPI's staan er al.",
  },
  en: {
    opportunities: "Opportunities",
    none: "These data do not show an opportunity yet that can be measured.",
    worth: "worth",
    between: "between",
    and: "and",
    since: "Since",
    first: "This is the first time: there is nothing to compare with yet.",
    changed: "facts changed",
    new: "New opportunity",
    gone: "Opportunity gone",
    written: "Written to",
    undo: "Take it back with: helder discover --undo",
    nothing: "Nothing was written: there is no room for another KPI, or the KPIs are there already.",
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;

/** Facts and opportunities for a person, and what was written of them. */
export function discoveryText(
  { facts, opportunities, since, written }: Discovery,
  language: Language,
  currency: string,
  isCompared: boolean,
): string {
  const word = words[language];
  const shape = formats(language, currency);
  const money = (value: number) => shape.value(value, "currency", { round: true });
  const chances = opportunities.flatMap(({ id, kpi, smart, worth }) => [
    `  ${kpi} (${id})${worth === null ? "" : `, ${word.worth} ${money(worth.value)} (${word.between} ${money(worth.interval[0])} ${word.and} ${money(worth.interval[1])})`}`,
    ...Object.entries(smart).map(([letter, text]) => `    ${letter}  ${text}`),
  ]);
  const changes = !isCompared
    ? []
    : since === null
      ? ["", word.first]
      : [
          "",
          `${word.since} ${shape.fullDay(since.asOf)}: ${shape.number(since.facts.length)} ${word.changed}.`,
          ...since.opportunities.new.map((id) => `  ${word.new}: ${id}`),
          ...since.opportunities.gone.map((id) => `  ${word.gone}: ${id}`),
          ...since.actions.map(({ sentence }) => `  ${sentence}`),
        ];
  const ending =
    written === undefined
      ? []
      : written.files.length === 0
        ? ["", word.nothing]
        : ["", `${word.written} ${written.directory}:`, ...written.files.map((file) => `  ${file}`), word.undo];
  return [
    ...facts.map(({ sentence }) => sentence),
    "",
    `${word.opportunities}:`,
    ...(chances.length === 0 ? [`  ${word.none}`] : chances),
    ...changes,
    ...ending,
  ].join("\n");
}
