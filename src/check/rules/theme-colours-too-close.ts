import { distance, seenColours, type Sight, sights as sightsOf } from "../colour.ts";
import type { Rule } from "../rule.ts";

/** CIEDE2000 units. About 2 is where two patches side by side begin to differ; apart, on lines and small labels, it takes far more. */
const least = 10;

const sights: Readonly<Record<Sight, { readonly nl: string; readonly en: string }>> = {
  normal: { nl: "", en: "" },
  deuteranopia: { nl: " voor wie geen groen ziet", en: " to people who do not see green" },
  protanopia: { nl: " voor wie geen rood ziet", en: " to people who do not see red" },
};

export const themeColoursTooClose: Rule = {
  code: "theme-colours-too-close",
  severity: "warning",
  sentences: {
    nl: ({ name, other, sight }) =>
      `De kleuren van “${name}” en “${other}” lijken te veel op elkaar${sights[sight as Sight].nl}. Kies voor een van de twee een kleur die lichter, donkerder of anders van tint is.`,
    en: ({ name, other, sight }) =>
      `The colours of “${name}” and “${other}” look too much alike${sights[sight as Sight].en}. Choose for one of them a colour that is lighter, darker or of another hue.`,
  },
  *find({ framework, sources }) {
    const seen: { readonly name: string; readonly as: ReturnType<typeof seenColours> }[] = [];
    for (const { id, name, colour } of framework.themes) {
      if (colour === undefined) continue;
      const as = seenColours(colour);
      const close = seen
        .flatMap((other) => [...sightsOf].map((sight) => ({ other: other.name, sight, distance: distance(as[sight], other.as[sight]) })))
        .filter((pair) => pair.distance < least);
      // Whom everybody confuses comes before whom only some confuse.
      const worst = close.find(({ sight }) => sight === "normal") ?? close[0];
      if (worst) yield { on: id, at: sources.at("themes", id, ["colour"]), params: { name, other: worst.other, sight: worst.sight } };
      seen.push({ name, as });
    }
  },
};
