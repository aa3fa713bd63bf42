import type { FindingKind } from "../../framework/index.ts";

/** An error where the framework cannot do without the other entity, info where a name will do (owner, theme). */
export const unknownReference: FindingKind = {
  code: "unknown-reference",
  severity: "error",
  why: { nl: "Wat naar niets verwijst, hangt los en telt nergens in mee.", en: "What refers to nothing hangs loose and counts nowhere." },
  sentences: {
    nl: ({ reference, sections, suggestion }) =>
      ofCatalogue(sections)
        ? `“${reference}” staat niet in de catalogus. ${suggestion ? `Bedoel je “${suggestion}”?` : "Zoek de KPI met “helder catalogue”, of geef de metriek een “type”."}`
        : suggestion
          ? `“${reference}” bestaat niet in ${list(sections, "of")}. Bedoel je “${suggestion}”?`
          : `“${reference}” bestaat niet in ${list(sections, "of")}. Voeg het daar toe of verbeter de naam.`,
    en: ({ reference, sections, suggestion }) =>
      ofCatalogue(sections)
        ? `“${reference}” is not in the catalogue. ${suggestion ? `Did you mean “${suggestion}”?` : "Find the KPI with “helder catalogue”, or give the metric a “type”."}`
        : suggestion
          ? `“${reference}” does not exist in ${list(sections, "or")}. Did you mean “${suggestion}”?`
          : `“${reference}” does not exist in ${list(sections, "or")}. Add it there or mend the name.`,
  },
};

/** What a metric's `use` names stands in the catalogue, which nobody can add to. */
function ofCatalogue(sections: unknown): boolean {
  return (sections as readonly string[]).includes("catalogue");
}

function list(sections: unknown, or: string): string {
  const names = sections as readonly string[];
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${or} ${names.at(-1)}`;
}
