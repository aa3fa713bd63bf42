import type { Rule } from "../rule.ts";

export const qualityWithoutGround: Rule = {
  code: "quality-without-ground",
  severity: "error",
  why: {
    nl: "Een eis waar niets op te toetsen valt, waakt nergens over.",
    en: "A demand that nothing can be held against watches over nothing.",
  },
  sentences: {
    nl: ({ demand, needs }) =>
      demand === "unique"
        ? `“quality.unique” telt sleutels, en deze dataset heeft geen “${needs}”. Noem de kolom die een rij aanwijst, of haal de eis weg.`
        : `“quality.fresh” kijkt naar de nieuwste rij, en deze dataset heeft geen “${needs}”. Noem de kolom met de tijd, of haal de eis weg.`,
    en: ({ demand, needs }) =>
      demand === "unique"
        ? `“quality.unique” counts keys, and this dataset has no “${needs}”. Name the column that identifies a row, or take the demand away.`
        : `“quality.fresh” looks at the newest row, and this dataset has no “${needs}”. Name the column with the time, or take the demand away.`,
  },
  *find({ framework: { datasets }, sources }) {
    for (const { id, quality, key, time, connector } of datasets) {
      const missing = [
        ...(quality?.fresh !== undefined && time === undefined ? ([["fresh", "time"]] as const) : []),
        // Events have a key of their own.
        ...(quality?.unique === true && key === undefined && connector?.type !== "events" ? ([["unique", "key"]] as const) : []),
      ];
      for (const [demand, needs] of missing)
        yield { on: id, at: sources.at("datasets", id, ["quality", demand]), params: { demand, needs } };
    }
  },
};
