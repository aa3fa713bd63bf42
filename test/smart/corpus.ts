import { readFileSync } from "node:fs";
import { parsePeriod } from "../../src/calendar/index.ts";

/** A sentence with what a person reads in it. */
export interface Labelled {
  readonly sentence: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly letters: Readonly<Record<"S" | "M" | "A" | "R" | "T", boolean | null>>;
}

/** The day as of which every sentence of the corpus is read. */
export const asOf = "2026-02-10";

/**
 * The labelled sentences of a file. A line is `letters | value unit | period | sentence`: letters in the order S M A R T (`+` true, `-` false,
 * `0` the sentence does not say); `-` for no value, no unit, no period; a period is a day, a label (`2026-Q2`) or `from..to` with an end left out.
 */
export function corpus(name: string): Labelled[] {
  const text = readFileSync(new URL(`./corpus/${name}`, import.meta.url), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => labelled(line));
}

function labelled(line: string): Labelled {
  const [letters, amount, period, ...sentence] = line.split(" | ");
  if (!letters || !/^[-+0]{5}$/.test(letters) || !amount || !period || sentence.length === 0) throw new Error(`unreadable line: ${line}`);
  const [value, unit] = amount.split(" ");
  const ok = (index: number) => ({ "+": true, "-": false, "0": null })[letters[index] as "+" | "-" | "0"];
  return {
    sentence: sentence.join(" | "),
    value: value === "-" ? null : Number(value),
    unit: unit === undefined || unit === "-" ? null : unit,
    ...days(period),
    letters: { S: ok(0), M: ok(1), A: ok(2), R: ok(3), T: ok(4) },
  };
}

function days(text: string): { from: string | null; to: string | null } {
  if (text === "-") return { from: null, to: null };
  if (text.includes("..")) {
    const [from, to] = text.split("..");
    return { from: from || null, to: to || null };
  }
  const period = parsePeriod(text, "01-01");
  if (!period) throw new Error(`unreadable period: ${text}`);
  return { from: period.from, to: period.to };
}
