import type { SectionName } from "../../framework/index.ts";
import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

/** Shorter names differ by a letter and mean something else: wins, winst. */
const shortest = 8;

export const nearDuplicateName: Rule = {
  code: "near-duplicate-name",
  severity: "info",
  why: {
    nl: "Namen die op elkaar lijken worden verwisseld, en dan praat je over verschillende getallen.",
    en: "Names that look alike get mixed up, and then you talk about different numbers.",
  },
  sentences: {
    nl: ({ name, other }) => `“${name}” en “${other}” heten bijna hetzelfde. Zeg in de naam waarin ze verschillen, of houd er één.`,
    en: ({ name, other }) => `“${name}” and “${other}” have nearly the same name. Say in the name how they differ, or keep one.`,
  },
  *find({ framework, sources }) {
    const indicators = indicatorsOf(framework).map(({ section, entry }) => ({ section, id: entry.id, name: entry.name ?? entry.id }));
    const metrics = framework.metrics.map(({ id, name = id }) => ({ section: "metrics" as const, id, name }));
    for (const named of [indicators, metrics]) {
      for (const [{ section, id, name }, other] of alike(named)) {
        yield { on: id, at: sources.at(section, id, ["name"]), params: { name, other } };
      }
    }
  },
};

interface Named {
  readonly section: SectionName;
  readonly id: string;
  readonly name: string;
}

/**
 * Each entry whose name is, but for one letter, that of an earlier one, with that name. Two words are one letter apart if taking at most
 * one letter out of each leaves the same: so every name is filed under what is left of it, and nothing is compared with everything.
 */
function* alike(entries: readonly Named[]): Iterable<readonly [Named, string]> {
  const byDigits = new Map<string, (readonly [string, Named])[]>();
  for (const entry of [...entries].sort((one, another) => (one.id < another.id ? -1 : 1))) {
    const word = entry.name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    if (word.length < shortest) continue;
    // Digits differ on purpose, so only names with the same digits can be near each other.
    const digits = word.replace(/\D+/g, " ");
    if (!byDigits.has(digits)) byDigits.set(digits, []);
    byDigits.get(digits)!.push([word, entry]);
  }
  for (const group of byDigits.values()) {
    if (group.length === 1) continue;
    const filed = new Map<number, readonly [string, Named]>();
    for (const [word, entry] of group) {
      const keys = keysOf(word);
      const other = keys.map((key) => filed.get(key)).find((one) => one !== undefined && isNear(word, one[0]));
      if (other) yield [entry, other[1].name];
      for (const key of keys) if (!filed.has(key)) filed.set(key, [word, entry]);
    }
  }
}

const base = 16_777_619;

/**
 * A hash of the word and of each word that taking a letter out of it leaves: texts would be ten times slower. Digits and words of one
 * letter stay: “retentie D7” and “retentie D30”, “groep A” and “groep B” differ on purpose.
 */
function keysOf(word: string): number[] {
  const { length } = word;
  const heads = [0];
  const powers = [1];
  for (let at = 0; at < length; at++) {
    heads.push((Math.imul(heads[at]!, base) + word.charCodeAt(at)) | 0);
    powers.push(Math.imul(powers[at]!, base));
  }
  const keys = [heads[length]!];
  for (let at = 0; at < length; at++) {
    if (!isLetter(word, at)) continue;
    const power = powers[length - 1 - at]!;
    const tail = (heads[length]! - Math.imul(heads[at + 1]!, power)) | 0;
    keys.push((Math.imul(heads[at]!, power) + tail) | 0);
  }
  return keys;
}

function isLetter(word: string, at: number): boolean {
  const code = word.charCodeAt(at);
  if (code === 32 || (code >= 48 && code <= 57)) return false;
  const space = (index: number) => index < 0 || index >= word.length || word.charCodeAt(index) === 32;
  return !(space(at - 1) && space(at + 1));
}

/** Equal hashes are no proof. */
function isNear(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let [end, otherEnd] = [one.length, other.length];
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1]) [end, otherEnd] = [end - 1, otherEnd - 1];
  // Taking out different letters swaps two neighbours at most.
  return end - start <= 2 && otherEnd - start <= 2;
}
