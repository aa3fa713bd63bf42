import type { Day } from "../calendar/index.ts";
import type { Language } from "../framework/index.ts";
import { agreements } from "./agreement.ts";
import type { Calendar } from "./calendar.ts";
import { direction } from "./direction.ts";
import { en } from "./en.ts";
import { languageOf } from "./language.ts";
import { acceptable } from "./letters/a.ts";
import { measurable } from "./letters/m.ts";
import { realistic } from "./letters/r.ts";
import { specific } from "./letters/s.ts";
import { timeBound } from "./letters/t.ts";
import { lines, sentences } from "./lines.ts";
import { subject, type Subject } from "./subject.ts";
import { nl } from "./nl.ts";
import { recognised } from "./openers.ts";
import type { Judge, Kpi, Letter, Reading, Verdict } from "./reading.ts";
import { reasons } from "./reasons.ts";
import { analyse } from "./sentence.ts";
import { aim, type Aim } from "./aim.ts";
import { tokens } from "./tokens.ts";

export interface SmartOptions {
  /** the day from which a period without a year is counted; an end before it is judged unrealistic. Null = the past is not judged */
  readonly asOf: Day | null;
  /** counts periods without a year where `asOf` is null; without either such a period has an end but no days */
  readonly today?: Day | null;
  /** the language of the reasons; `auto` = the sentence's own */
  readonly language?: Language | "auto";
  /** the sentence's language where its words do not tell */
  readonly otherwise?: Language;
}

/** One sentence, read: shapes and words as `helder smart --json` prints them. */
export interface SmartReading {
  /** as typed, without the white space around it */
  readonly sentence: string;
  readonly kpi: Kpi;
  readonly letters: Readonly<Record<Letter, Verdict>>;
}

const judges: Readonly<Record<Letter, Judge>> = { S: specific, M: measurable, A: acceptable, R: realistic, T: timeBound };
const months = new Map([...en.months, ...nl.months]);

/** Reads a text of KPI sentences, one a line; empty lines are none. */
export function readKpis(text: string, options: SmartOptions): SmartReading[] {
  return lines(text).map((line) => readKpi(line, options));
}

/** Reads a text in which a KPI may be a form of several labelled lines (`KPI: …`, `Periode: …`, `- Meetbaar: …`). */
export function readForms(text: string, options: SmartOptions): SmartReading[] {
  return sentences(text).map((sentence) => readKpi(sentence, options));
}

/** Reads one KPI sentence, line breaks and labelled parts (`Periode: Q2`) included. Never throws on what is typed. */
export function readKpi(typed: string, { asOf, today = null, language = "auto", otherwise = "en" }: SmartOptions): SmartReading {
  const sentence = typed.trim();
  const raw = tokens(sentence);
  const spoken = languageOf(raw, otherwise);
  const own = spoken === "nl" ? nl : en;
  const other = spoken === "nl" ? en : nl;
  const calendar: Calendar = { vocabulary: own, months, today: asOf ?? today };
  const found = analyse(recognised(raw, own), own, other, calendar);
  const agreed = agreements(found);
  const because = reasons(found);
  const goal = aim(found, because, agreed, calendar.today);
  const measured = subject(found, goal, because, agreed);
  const kpi: Kpi = {
    value: goal.target?.value ?? null,
    unit: unitOf(goal, measured),
    metric: measured.phrase,
    direction: direction(found, goal, measured),
    from: goal.period?.from ?? null,
    to: goal.period?.to ?? null,
  };
  const reading: Reading = { kpi, sentence: found, aim: goal, subject: measured, agreements: agreed, reasons: because, asOf };
  const told = language === "auto" ? spoken : language;
  return {
    sentence,
    kpi,
    letters: {
      S: judges.S(reading, told),
      M: judges.M(reading, told),
      A: judges.A(reading, told),
      R: judges.R(reading, told),
      T: judges.T(reading, told),
    },
  };
}

/** A bare number takes its unit from what is measured: a score, a ratio, or the noun that it counts. */
function unitOf({ target }: Aim, { known, counted, marked }: Subject): string | null {
  if (target?.kind === "count") return counted ?? target.unit;
  if (target?.kind !== "bare") return target?.unit ?? null;
  if (marked || known?.measure === "score") return "score";
  return known?.measure === "ratio" ? "ratio" : counted;
}
