import type { Framework, Language, ScorecardLine } from "../framework/index.ts";
import { formats } from "../locale/index.ts";
import { inert } from "./inert.ts";
import type { Entry, Report } from "./report.ts";
import { unknownStakeholder } from "./stakeholder.ts";

/** Why a line of a scorecard does not count, or not yet. */
const reasons = {
  "not-accountable": {
    nl: "telt nog niet mee: geen experiment laat zien dat het team dit beweegt",
    en: "not yet accountable: no experiment shows that the team moves it",
  },
  "no-target": { nl: "telt niet mee: geen doel met een startwaarde ervoor", en: "does not count: no target with a baseline before it" },
  "no-value": { nl: "telt nog niet mee: er is nog geen waarde", en: "does not count yet: there is no value" },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export interface AttainedLine extends ScorecardLine {
  readonly name: string;
  /** what it stands at, or will stand at by the forecast where the target counts up to a day that is to come */
  readonly value: number | null;
  readonly by: "value" | "forecast" | null;
  readonly baseline: number | null;
  readonly target: number | null;
  /** share of the way from baseline to target: 0 stands still, 1 is there; null where that cannot be said */
  readonly attainment: number | null;
  /** the same by the team's floor and cap; null where it does not count */
  readonly counted: number | null;
  /** why it does not count; null where it does */
  readonly reason: keyof typeof reasons | null;
  /** its part of what counts; the parts of the lines that count add up to 1 */
  readonly share: number;
}

/** What a team has attained of what it may be held to. */
export interface Attainment {
  readonly team: string;
  readonly name: string;
  /** attainment below `floor` counts as 0, above `cap` as `cap` */
  readonly floor: number;
  readonly cap: number;
  readonly lines: readonly AttainedLine[];
  /** sum of share × counted; null where nothing counts */
  readonly attainment: number | null;
  /** part of the weights that counts */
  readonly accountable: number;
}

/** Throws `unknown-stakeholder`, with what was probably meant. */
export function teamNamed({ teams }: Framework, id: string): Framework["teams"][number] {
  const found = teams.find((team) => team.id === id);
  if (found) return found;
  throw unknownStakeholder(
    id,
    teams.map((team) => team.id),
  );
}

/** Every team that has a scorecard. Only lines count that the team can be shown to move, and that can be measured against a target and a baseline. */
export function attainments(
  framework: Framework,
  { asOf, scorecards, kpis, cpis }: Pick<Report, "asOf" | "scorecards" | "kpis" | "cpis">,
): Attainment[] {
  const entries = new Map([...kpis, ...cpis].map((entry) => [`${entry.kind}/${entry.id}`, entry]));
  return scorecards
    .filter(({ lines }) => lines.length > 0)
    .map(({ team, name, lines }) => {
      const { floor = 0, cap = 1 } = framework.teams.find(({ id }) => id === team)?.incentive ?? {};
      const measured = lines.map((line) => ({ ...line, ...measuredAt(entries.get(`${line.kind}/${line.id}`), asOf) }));
      const judged = measured.map((line) => {
        const reason: AttainedLine["reason"] = line.accountable ? line.missing : "not-accountable";
        const counted =
          reason !== null || line.attainment === null ? null : line.attainment < floor ? 0 : Math.min(cap, Math.max(0, line.attainment));
        return { ...line, reason, counted };
      });
      const weight = judged.reduce((sum, line) => sum + (line.counted === null ? 0 : line.weight), 0);
      const all = lines.reduce((sum, line) => sum + line.weight, 0);
      const shared = judged.map(({ missing: _missing, ...line }): AttainedLine => ({
        ...line,
        share: line.counted === null || weight === 0 ? 0 : line.weight / weight,
      }));
      return {
        team,
        name,
        floor,
        cap,
        lines: shared,
        attainment: weight === 0 ? null : shared.reduce((sum, { share, counted }) => sum + share * (counted ?? 0), 0),
        accountable: all === 0 ? 0 : weight / all,
      };
    });
}

type Measured = Pick<AttainedLine, "name" | "value" | "by" | "baseline" | "target" | "attainment"> & {
  readonly missing: "no-target" | "no-value" | null;
};

function measuredAt(entry: Entry | undefined, asOf: string): Measured {
  const nothing = { name: entry?.name ?? "", value: null, by: null, baseline: null, target: null, attainment: null };
  const [from, to] = [entry?.baseline?.value, entry?.target?.value];
  if (entry === undefined || from === undefined || to === undefined || from === to) return { ...nothing, missing: "no-target" };
  // Half a quarter's sales are no half of the way: of a total that is still growing only the forecast can be held against the whole.
  const growing = entry.target!.measured === "total" && entry.target!.to !== null && entry.target!.to >= asOf;
  const foreseen = entry.forecast?.value ?? (entry.status === "achieved" ? entry.value : null);
  const value = growing ? foreseen : entry.value;
  if (value === null) return { ...nothing, baseline: from, target: to, missing: "no-value" };
  return {
    ...nothing,
    value,
    by: growing ? "forecast" : "value",
    baseline: from,
    target: to,
    attainment: (value - from) / (to - from),
    missing: null,
  };
}

const words = {
  nl: {
    none: "Geen enkel team heeft een scorekaart. Zet er een in de werkmap bij teams.",
    nothing: "nog niets om het team op te beoordelen",
    attained: (share: string) => `${share} van de weg naar de doelen`,
    of: (share: string) => `telt mee: ${share} van de gewichten`,
    bounds: (floor: string, cap: string) => `onder ${floor} telt 0, boven ${cap} telt ${cap}`,
    way: (from: string, to: string, value: string) => `van ${from} naar ${to}, nu ${value}`,
    foreseen: (from: string, to: string, value: string) => `van ${from} naar ${to}, verwacht ${value}`,
  },
  en: {
    none: "No team has a scorecard. Put one in the workspace under teams.",
    nothing: "nothing yet to hold the team to",
    attained: (share: string) => `${share} of the way to the targets`,
    of: (share: string) => `counts: ${share} of the weights`,
    bounds: (floor: string, cap: string) => `below ${floor} counts 0, above ${cap} counts ${cap}`,
    way: (from: string, to: string, value: string) => `from ${from} to ${to}, now ${value}`,
    foreseen: (from: string, to: string, value: string) => `from ${from} to ${to}, expected ${value}`,
  },
} as const;

/** Scorecards as text. */
export function scorecardText(teams: readonly Attainment[], { kpis, cpis }: Pick<Report, "kpis" | "cpis">, language: Language): string {
  const say = words[language];
  const format = formats(language);
  const percent = (value: number): string => format.value(value, "percent");
  if (teams.length === 0) return say.none;
  const units = new Map([...kpis, ...cpis].map((entry) => [`${entry.kind}/${entry.id}`, entry.unit]));
  const lines = teams.flatMap(({ name, lines: parts, attainment, accountable, floor, cap }) => [
    "",
    `${name}: ${attainment === null ? say.nothing : say.attained(percent(attainment))} (${say.of(percent(accountable))}; ${say.bounds(percent(floor), percent(cap))})`,
    ...parts.map((part) => {
      const number = (value: number): string => format.value(value, units.get(`${part.kind}/${part.id}`) ?? null);
      const told = part.by === "forecast" ? say.foreseen : say.way;
      const way = part.value === null ? [] : [told(number(part.baseline!), number(part.target!), number(part.value))];
      const counted = part.counted === null ? [] : [percent(part.counted)];
      return `  ${percent(part.weight)}  ${part.name}: ${[...counted, ...way, ...(part.reason === null ? [] : [reasons[part.reason][language]])].join("; ")}`;
    }),
  ]);
  return lines.slice(1).map(inert).join("\n");
}

/** The same with sentences, as `--json` prints it. */
export function tellAttainments(teams: readonly Attainment[], language: Language): readonly object[] {
  return teams.map((team) => ({
    ...team,
    lines: team.lines.map((line) => ({
      ...line,
      reason: line.reason === null ? null : { code: line.reason, sentence: reasons[line.reason][language] },
    })),
  }));
}
