import type { Language, Waiver } from "../framework/index.ts";

/** Who let a finding be, until when and why, in one sentence. */
export function waivedBecause({ because, by, until }: Waiver, language: Language): string {
  const nl = language === "nl";
  const head = nl ? "Uitgesteld" : "Waived";
  const who = by === undefined ? "" : nl ? ` door ${by}` : ` by ${by}`;
  const end = until === undefined ? (nl ? ", zonder einde" : ", without end") : nl ? ` tot en met ${until}` : ` through ${until}`;
  return `${head}${who}${end}: ${because ?? (nl ? "zonder reden" : "no reason given")}`;
}
