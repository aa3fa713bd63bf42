import { readFileSync } from "node:fs";
import { parsePeriod } from "../../src/calendar/index.ts";

/** A sentence with what a person reads in it. */
export interface Labelled {
  readonly sentence: string;
  /** the day as of which it is read */
  readonly asOf: string;
  /** undefined, here and below = the contract leaves it open */
  readonly value: number | null | undefined;
  readonly unit: string | null | undefined;
  readonly from: string | null | undefined;
  readonly to: string | null | undefined;
  readonly letters: Readonly<Record<"S" | "M" | "A" | "R" | "T", boolean | null | undefined>>;
}

/**
 * The labelled sentences of a file. A line is `letters | value unit | period | sentence`: letters in the order S M A R T (`+` true, `-` false,
 * `0` the sentence does not say); `-` for no value, no unit, no period; a period is a day, a label (`2026-Q2`) or `from..to` with an end left out; `?` wherever
 * the contract leaves it open. The first line names the day as of which the file is read.
 */
export function corpus(name: string): Labelled[] {
  const text = readFileSync(new URL(`./corpus/${name}`, import.meta.url), "utf8");
  const asOf = /As of (\d{4}-\d\d-\d\d)/.exec(text)?.[1];
  if (!asOf) throw new Error(`no as-of day: ${name}`);
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => labelled(line, asOf));
}

function labelled(line: string, asOf: string): Labelled {
  const [letters, amount, period, ...sentence] = line.split(" | ");
  if (!letters || !/^[-+0?]{5}$/.test(letters) || !amount || !period || sentence.length === 0) throw new Error(`unreadable line: ${line}`);
  const [value, unit] = amount.split(" ");
  const ok = (index: number) => ({ "+": true, "-": false, "0": null, "?": undefined })[letters[index] as "+" | "-" | "0" | "?"];
  return {
    sentence: sentence.join(" | "),
    asOf,
    value: value === "?" ? undefined : value === "-" ? null : Number(value),
    unit: unit === "?" ? undefined : unit === undefined || unit === "-" ? null : unit,
    ...days(period),
    letters: { S: ok(0), M: ok(1), A: ok(2), R: ok(3), T: ok(4) },
  };
}

function days(text: string): Pick<Labelled, "from" | "to"> {
  if (text === "-") return { from: null, to: null };
  if (text.includes("..")) {
    const [from, to] = text.split("..");
    const day = (text: string | undefined) => (text === "?" ? undefined : text || null);
    return { from: day(from), to: day(to) };
  }
  const period = parsePeriod(text, "01-01");
  if (!period) throw new Error(`unreadable period: ${text}`);
  return { from: period.from, to: period.to };
}
