import type { Framework, Language } from "../framework/index.ts";
import { formats } from "../locale/index.ts";
import { inert } from "./inert.ts";
import type { AttainedLine, Attainment, Entry, Report } from "./report.ts";
import { unknownStakeholder } from "./stakeholder.ts";

/** Why a line of a scorecard does not count, or not yet. */
const reasons = {
  "not-accountable": {
    nl: "telt nog niet mee: geen experiment laat zien dat het team dit beweegt",
    en: "not yet accountable: no experiment shows that the team moves it",
  },
  "no-target": { nl: "telt niet mee: geen doel met een startwaarde ervoor", en: "does not count: no target with a baseline before it" },
  "no-value": { nl: "telt nog niet mee: er is nog geen waarde", en: "does not count yet: there is no value" },
} as const satisfies Readonly<Record<NonNullable<AttainedLine["reason"]>, Readonly<Record<Language, string>>>>;

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
      const measured = lines.map((line) => ({ ...line, ...measuredAt(line.id, entries.get(`${line.kind}/${line.id}`), asOf) }));
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

function measuredAt(id: string, entry: Entry | undefined, asOf: string): Measured {
  const nothing = { name: entry?.name ?? id, value: null, by: null, baseline: null, target: null, attainment: null };
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
    floor: (floor: string) => `onder ${floor} telt 0`,
    cap: (cap: string) => `boven ${cap} telt ${cap}`,
    way: (from: string, to: string, value: string) => `van ${from} naar ${to}, nu ${value}`,
    foreseen: (from: string, to: string, value: string) => `van ${from} naar ${to}, verwacht ${value}`,
  },
  en: {
    none: "No team has a scorecard. Put one in the workspace under teams.",
    nothing: "nothing yet to hold the team to",
    attained: (share: string) => `${share} of the way to the targets`,
    of: (share: string) => `counts: ${share} of the weights`,
    floor: (floor: string) => `below ${floor} counts 0`,
    cap: (cap: string) => `above ${cap} counts ${cap}`,
    way: (from: string, to: string, value: string) => `from ${from} to ${to}, now ${value}`,
    foreseen: (from: string, to: string, value: string) => `from ${from} to ${to}, expected ${value}`,
  },
} as const;

/** A line with what there is to say of it in words. */
export interface ToldLine extends Omit<AttainedLine, "reason"> {
  /** `from 10 to 20, now 18`; null where it has no value to say it of */
  readonly way: string | null;
  readonly reason: { readonly code: keyof typeof reasons; readonly sentence: string } | null;
}

/** A team's scorecard in one language. */
export interface ToldAttainment extends Omit<Attainment, "lines"> {
  /** `88.6% of the way to the targets` */
  readonly sentence: string;
  /** how it is counted: `counts: 70.0% of the weights; above 150.0% counts 150.0%` */
  readonly rule: string;
  readonly lines: readonly ToldLine[];
}

export const attainedTitle: Readonly<Record<Language, string>> = {
  nl: "Teams op weg naar hun doelen",
  en: "Teams on the way to their targets",
};

/** Heads of a scorecard's columns in a document. */
export const attainedColumns: Readonly<Record<Language, Readonly<Record<"team" | "indicator" | "weight" | "counted" | "how", string>>>> = {
  nl: { team: "Team", indicator: "KPI of CPI", weight: "Gewicht", counted: "Telt voor", how: "Hoe het telt" },
  en: { team: "Team", indicator: "KPI or CPI", weight: "Weight", counted: "Counts for", how: "How it counts" },
};

/** Scorecards with their sentences, as `--json`, the app and the report have them. */
export function tellAttainments(
  teams: readonly Attainment[],
  { kpis, cpis, workspace }: Pick<Report, "kpis" | "cpis" | "workspace">,
  language: Language,
): readonly ToldAttainment[] {
  const say = words[language];
  const format = formats(language, workspace.currency);
  const percent = (value: number): string => format.value(value, "percent");
  const units = new Map([...kpis, ...cpis].map((entry) => [`${entry.kind}/${entry.id}`, entry.unit]));
  const wayOf = (line: AttainedLine): string | null => {
    if (line.value === null) return null;
    const number = (value: number): string => format.value(value, units.get(`${line.kind}/${line.id}`) ?? null);
    return say[line.by === "forecast" ? "foreseen" : "way"](number(line.baseline!), number(line.target!), number(line.value));
  };
  return teams.map((team) => ({
    ...team,
    sentence: team.attainment === null ? say.nothing : say.attained(percent(team.attainment)),
    // Nothing below 0 and nothing above 1 is what everybody expects.
    rule: [
      say.of(percent(team.accountable)),
      ...(team.floor === 0 ? [] : [say.floor(percent(team.floor))]),
      ...(team.cap === 1 ? [] : [say.cap(percent(team.cap))]),
    ].join("; "),
    lines: team.lines.map((line) => ({
      ...line,
      way: wayOf(line),
      reason: line.reason === null ? null : { code: line.reason, sentence: reasons[line.reason][language] },
    })),
  }));
}

/** `80.0%; from 10 to 20, now 18`: what counts, how that came to be, and why it does not. */
export function lineText({ counted, way, reason }: ToldLine, language: Language): string {
  const share = counted === null ? null : formats(language).value(counted, "percent");
  return [share, way, reason?.sentence ?? null].filter((part) => part !== null).join("; ");
}

/** Scorecards as text. */
export function scorecardText(
  teams: readonly Attainment[],
  report: Pick<Report, "kpis" | "cpis" | "workspace">,
  language: Language,
): string {
  if (teams.length === 0) return words[language].none;
  const percent = (value: number): string => formats(language).value(value, "percent");
  const lines = tellAttainments(teams, report, language).flatMap(({ name, sentence, rule, lines: parts }) => [
    "",
    `${name}: ${sentence} (${rule})`,
    ...parts.map((part) => `  ${percent(part.weight)}  ${part.name}: ${lineText(part, language)}`),
  ]);
  return lines.slice(1).map(inert).join("\n");
}
