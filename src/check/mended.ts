import type { Language } from "../framework/index.ts";
import { shown } from "../workspace/index.ts";
import type { Mended, Mending } from "./mend.ts";

/** What was done about a finding, in one sentence. */
export function mendedMessage({ changes }: Mended, language: Language): string {
  const nl = language === "nl";
  return changes
    .map((change) => {
      const name = shown(change.path.findLast((step) => typeof step === "string"));
      if ("key" in change) return nl ? `“${name}” heet nu “${change.key}”.` : `“${name}” is now called “${change.key}”.`;
      const was = change.before === undefined ? null : shown(change.before);
      if (change.value === undefined) return nl ? `Weggehaald uit “${name}”: ${was}.` : `Taken out of “${name}”: ${was}.`;
      const is = shown(change.value);
      if (was === null) return nl ? `“${name}” is nu ${is}.` : `“${name}” is now ${is}.`;
      return nl ? `“${name}” was ${was} en is nu ${is}.` : `“${name}” was ${was} and is now ${is}.`;
    })
    .join(" ");
}

/** What was mended, as `helder check --fix --json` and `POST /api/fix` give it; lines as they were. */
export function mendedJson({ mended }: Mending, language: Language): object[] {
  return mended.map((one) => {
    const { code, on, at } = one.finding;
    return { code, on, file: at?.file ?? null, line: at?.line ?? null, message: mendedMessage(one, language) };
  });
}

/** One line for each: where, which finding, and what was done. */
export function mendedText({ mended }: Mending, language: Language): string {
  const head = language === "nl" ? "hersteld" : "mended";
  return mended
    .map((one) => `${head} ${shown(one.finding.at?.file)}:${one.finding.at?.line} ${one.finding.code}: ${mendedMessage(one, language)}`)
    .join("\n");
}
