import { distance, type Framework, leastApart, seenColours, type Sight, sights as sightsOf } from "../../framework/index.ts";
import type { Rule } from "../rule.ts";

type Seen = ReturnType<typeof seenColours>;

const sights: Readonly<Record<Sight, { readonly nl: string; readonly en: string }>> = {
  normal: { nl: "", en: "" },
  deuteranopia: { nl: " voor wie geen groen ziet", en: " to people who do not see green" },
  protanopia: { nl: " voor wie geen rood ziet", en: " to people who do not see red" },
};

export const themeColoursTooClose: Rule = {
  code: "theme-colours-too-close",
  severity: "warning",
  why: {
    nl: "Kleuren die op elkaar lijken laten mensen het verkeerde thema lezen.",
    en: "Colours that look alike make people read the wrong theme.",
  },
  sentences: {
    nl: ({ name, other, sight }) =>
      `De kleuren van “${name}” en “${other}” lijken te veel op elkaar${sights[sight as Sight].nl}. Kies voor een van de twee een kleur die lichter, donkerder of anders van tint is.`,
    en: ({ name, other, sight }) =>
      `The colours of “${name}” and “${other}” look too much alike${sights[sight as Sight].en}. Choose for one of them a colour that is lighter, darker or of another hue.`,
  },
  *find({ framework, sources }) {
    const seen: { readonly name: string; readonly as: Seen }[] = [];
    for (const { id, name, colour } of coloured(framework)) {
      const as = seenColours(colour);
      const close = seen
        .flatMap((other) => [...sightsOf].map((sight) => ({ other: other.name, sight, distance: distance(as[sight], other.as[sight]) })))
        .filter((pair) => pair.distance < leastApart);
      // Whom everybody confuses comes before whom only some confuse.
      const worst = close.find(({ sight }) => sight === "normal") ?? close[0];
      if (worst) yield { on: id, at: sources.at("themes", id, ["colour"]), params: { name, other: worst.other, sight: worst.sight } };
      seen.push({ name, as });
    }
  },
  fix({ on, at }, { framework, sources }) {
    const part = sources.part(at);
    const value = recoloured(coloured(framework)).get(on);
    return part && value !== undefined ? [{ file: part.file, path: part.path, value }] : [];
  },
};

/** The themes that have a colour, by id, so that the order in the files says nothing. */
function coloured({ themes }: Framework): readonly Coloured[] {
  return themes
    .flatMap(({ id, name, colour }) => (colour === undefined ? [] : [{ id, name, colour }]))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

interface Coloured {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
}

/** More themes than this nobody tells apart by colour, whichever they get. */
const mostThemes = 20;

/** The themes that need another colour, each with the nearest that is far enough from what every other theme has or gets. */
function recoloured(themes: readonly Coloured[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (themes.length > mostThemes) return found;
  const originals = themes.map(({ colour }) => seenColours(colour));
  const taken: Seen[] = [];
  for (const [index, { id, colour }] of themes.entries()) {
    const as = originals[index]!;
    const others = originals.filter((_, other) => other !== index);
    if (originals.slice(0, index).every((earlier) => isApart(as, earlier))) continue;
    const better = palette()
      .map((candidate) => ({ ...candidate, from: distance(candidate.as.normal, as.normal) }))
      .sort((one, other) => one.from - other.from || (one.colour < other.colour ? -1 : 1))
      .find((candidate) => [...others, ...taken].every((other) => isApart(candidate.as, other)));
    if (!better || better.colour === colour) continue;
    found.set(id, better.colour);
    taken.push(better.as);
  }
  return found;
}

function isApart(one: Seen, other: Seen): boolean {
  return sightsOf.every((sight) => distance(one[sight], other[sight]) >= leastApart);
}

/** Colours of sixteen steps of red, green and blue each. */
function palette(): readonly { readonly colour: string; readonly as: Seen }[] {
  if (colours.length > 0) return colours;
  const steps = Array.from({ length: 16 }, (_, step) => (step * 17).toString(16).padStart(2, "0"));
  for (const red of steps) {
    for (const green of steps)
      for (const blue of steps) colours.push({ colour: `#${red}${green}${blue}`, as: seenColours(`#${red}${green}${blue}`) });
  }
  return colours;
}
const colours: { readonly colour: string; readonly as: Seen }[] = [];
