import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Day } from "../../src/calendar/index.ts";
import type { Language } from "../../src/framework/index.ts";
import { parse, type Parsed, quartersBetween, type SourceFile, shiftDates } from "../../src/workspace/index.ts";

export const examples = ["badkamerwinkel", "sportschool", "verzekeraar"] as const;
export const languages = ["nl", "en"] as const;

/** The first day of the quarter that the examples' dates are typed for. */
export const writtenFor = "2026-10-01";

/** An example's YAML as it stands in the repository. */
export function sourcesOf(example: string, language: Language): SourceFile[] {
  const folder = fileURLToPath(new URL(`../../examples/${example}/${language}/`, import.meta.url));
  return readdirSync(folder)
    .toSorted()
    .map((path) => ({ path, text: readFileSync(folder + path, "utf8") }));
}

/** The same as a workspace made on `today` has it. */
export function filesAt(example: string, language: Language, today: Day): SourceFile[] {
  const quarters = quartersBetween(writtenFor, today);
  return sourcesOf(example, language).map(({ path, text }) => ({ path, text: shiftDates(text, quarters) }));
}

type Readable = Parsed & { framework: NonNullable<Parsed["framework"]> };
const parsed = new Map<string, Readable>();

/** That framework, read once. */
export function parsedAt(example: string, language: Language, today: Day): Readable {
  const name = `${example} ${language} ${quartersBetween(writtenFor, today)}`;
  const known = parsed.get(name);
  if (known) return known;
  const { framework, ...rest } = parse(filesAt(example, language, today));
  if (!framework) throw new Error(`${name} cannot be read`);
  const made = { ...rest, framework };
  parsed.set(name, made);
  return made;
}
