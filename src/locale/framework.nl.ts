import type { FrameworkWords } from "./framework-words.ts";
import { notations } from "./notation.ts";

const count = (number: number) => notations.nl.numerals[number] ?? String(number);
const list = (names: readonly string[]) => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} en ${names.at(-1)}`);
const first = (text: string) => text.charAt(0).toUpperCase().replace("É", "E") + text.slice(1);

export const frameworkNl: FrameworkWords = {
  title: "Raamwerk",
  forWhom: "Voor wie?",
  everyone: "Voor iedereen",
  grid: "Het raamwerk: lagen van boven naar onder, fasen van links naar rechts",
  layer: "Laag",
  sides: {
    behaviour: { name: "Gedrag", why: "wat de klant doet" },
    experience: { name: "Beleving", why: "wat de klant ervaart" },
  },
  trade: {
    see: {
      who: "iemand die je nog niet kent",
      goal: "Een vertrouwde naam",
      objective: "Bekend bij wie nog niet zoekt",
      interaction: "Rondkijken",
      kpi: "Nieuwe bezoekers",
      cpi: { name: "Meteen kunnen kijken", outcome: "Als ik tik, zie ik het meteen.", increment: "time", direction: "down" },
    },
    think: {
      who: "iemand die vergelijkt",
      goal: "De beste raad",
      objective: "Vertrouwen vóór de koop",
      interaction: "Vergelijken",
      kpi: "Terugkerende bezoekers",
      cpi: { name: "Weten of het past", outcome: "Ik weet zeker dat het bij mij past.", increment: "certainty", direction: "up" },
    },
    do: {
      who: "iemand die wil kopen",
      goal: "Gezonde groei",
      objective: "Meer verkopen",
      interaction: "Bestellen",
      kpi: "Conversie",
      cpi: { name: "Snel weten wat het kost", outcome: "Ik weet meteen wat het mij kost.", increment: "time", direction: "down" },
    },
    care: {
      who: "een klant na de koop",
      goal: "Klanten die terugkomen",
      objective: "Waarde na de koop",
      interaction: "Hulp vragen",
      kpi: "Tweede bestelling binnen 60 dagen",
      cpi: { name: "In één keer geholpen", outcome: "Ik word in één keer geholpen.", increment: "ease", direction: "up" },
    },
  },
  anyPhase: {
    who: "je klant in deze fase",
    goal: "Waarom je er voor je klant bent",
    objective: "Wat je in deze fase wilt bereiken",
    interaction: "Een contact met de klant",
    kpi: "Hoe vaak dat gebeurt",
    cpi: { name: "Wat de klant ermee wint", outcome: "Het kost mij geen moeite.", increment: "ease", direction: "up" },
  },
  gap: {
    title: (layer, side, missing) =>
      layer === "goal"
        ? missing === "nothing"
          ? "Nog geen doel"
          : "Nog geen KPI"
        : layer === "objective"
          ? missing === "nothing"
            ? "Nog geen doelstelling"
            : "Nog geen KPI"
          : missing === "nothing"
            ? "Nog geen contact"
            : side === "experience"
              ? "Nog geen CPI"
              : "Nog geen KPI",
    question: (layer, side, missing, who) =>
      layer === "goal"
        ? missing === "nothing"
          ? `Waarom ben je er voor ${who}?`
          : "Waaraan zie je dat dit doel dichterbij komt?"
        : layer === "objective"
          ? missing === "nothing"
            ? `Wat wil je bereiken bij ${who}?`
            : "Waaraan zie je dat dit lukt?"
          : side === "experience"
            ? `Wat wil ${who}?`
            : `Wat doet ${who}?`,
    example: (example) => `Bijvoorbeeld: ${example}.`,
    link: (layer, side, missing) =>
      side === "experience"
        ? "Maak er een CPI van"
        : missing === "not-gauged"
          ? "Kies een KPI"
          : layer === "interaction"
            ? "Voeg een contact toe"
            : layer === "goal"
              ? "Kies een doel"
              : "Kies een doelstelling",
    place: (of, phase) =>
      [of === null ? null : `voor ${of}`, phase === null ? null : `bij ${phase}`].filter((part) => part !== null).join(", "),
    also: "Niet gemeten:",
    first: (layer, side, phase) =>
      layer === "goal"
        ? `Kies een doel bij ${phase}`
        : layer === "objective"
          ? `Kies een doelstelling bij ${phase}`
          : side === "experience"
            ? `Meet wat klanten bij ${phase} ervaren`
            : `Meet wat klanten bij ${phase} doen`,
  },
  more: (rest) => `Toon nog ${count(rest)}`,
  less: "Toon minder",
  budget: {
    used: (used, budget) => `${used} van ${budget} KPI’s gebruikt.`,
    apart: "CPI’s tellen niet mee.",
    open: "Wie gaat er eerst?",
    choose: "Kies welke KPI weg mag",
    title: "Welke KPI het eerst weg mag",
    full: (used, budget) =>
      used > budget
        ? `Er zijn ${count(used)} KPI’s en er is plaats voor ${count(budget)}. Haal van boven af weg tot het past; als meting mag zo’n getal blijven.`
        : used === budget
          ? "Het budget is vol. Wil je er een bij, dan gaat de bovenste het eerst weg; als meting mag dat getal blijven."
          : "Er is nog plaats. Wordt het vol, dan gaat de bovenste het eerst weg; als meting mag dat getal blijven.",
    noReason: "Geen reden om deze weg te halen.",
    superKpi: "De super-KPI blijft.",
    goes: "boven het budget",
  },
  snippet: {
    where: (file, section) =>
      `Bewaar dit als ${file} naast helder.yaml, en laad deze pagina opnieuw. Heb je al een bestand met ${section}:, dan mag het ook daar onder.`,
    copy: "Kopieer",
    failed: "Kopiëren lukte niet. Selecteer de tekst en kopieer zelf.",
    then: "Verander de namen in jouw woorden. Wat achter een # staat vul je later in.",
    full: (budget) => `Het budget van ${count(budget)} is vol. Een KPI erbij betekent een andere eraf; een CPI telt niet mee.`,
    serve: (objective) => `en zet bij een contact in deze fase: serves: ${objective}`,
    metric: "het id van een meting",
    owner: "wie erover gaat",
  },
  homeless: {
    title: (parts) => (parts === 1 ? "Eén onderdeel heeft nog geen plek" : `${first(count(parts))} onderdelen hebben nog geen plek`),
    why: "Geef een contact een fase (phase), verbind een doelstelling met een contact (serves), of zeg bij een KPI wat hij meet (measures).",
  },
  findings: {
    none: "De controle vond niets",
    noneText: "Het raamwerk klopt met de regels van het vak. Verander je iets, dan kijkt Helder het opnieuw na.",
    counts: (errors, warnings, infos, waived) =>
      [
        `${errors} ${errors === 1 ? "fout" : "fouten"}`,
        `${warnings} ${warnings === 1 ? "advies" : "adviezen"}`,
        `${infos} ter info`,
        ...(waived > 0 ? [`${waived} ${waived === 1 ? "uitzondering" : "uitzonderingen"}`] : []),
      ].join(" · "),
    kind: "Soort",
    what: "Wat",
    where: "Waar",
    why: "Waarom het telt",
    action: "Wat je kunt doen",
    waived: "Uitzondering",
    whole: "Het geheel",
    fix: "Herstel",
    fill: "Vul het vak",
    look: "Bekijk",
    showAll: (count) => `Toon alle ${count}`,
    file: "Waar het staat",
    rule: "Regel",
  },
  fix: {
    title: "Zo herstelt Helder het",
    before: "Nu",
    after: "Straks",
    gone: "(deze regels gaan weg)",
    apply: "Herstel dit",
    busy: "Bezig met herstellen",
    nothing: "Dit kan Helder niet zonder jou herstellen. Lees hierboven wat je kunt doen.",
    failed: "Het lukte niet. Er is niets veranderd.",
    retry: "Probeer opnieuw",
    done: "Hersteld. De pagina is opnieuw nagekeken.",
  },
  score: (value) => `Kwaliteit ${value} van 100`,
  points: (points, code, findings) => `${points} eraf door ${code}${findings === 1 ? "" : ` (${findings} keer)`}`,
  full: "geen punt eraf",
  teams: {
    title: (without, teams, superKpi) =>
      superKpi === null
        ? "Zonder super-KPI is niet te zien waar teams aan bijdragen"
        : without.length === 0
          ? teams === 1
            ? `Het team kan ${superKpi} bewegen`
            : `Elk team kan ${superKpi} bewegen`
          : `${list(without)} ${without.length === 1 ? "kan" : "kunnen"} ${superKpi} nog niet bewegen`,
    team: "Team",
    path: "Pad naar de super-KPI",
    via: { owns: "eigenaar van", acts: "doet mee aan", stake: "heeft belang bij" },
    effect: "schaadt",
    noPath: "nog geen pad",
    weights: "Waarop het team wordt beoordeeld",
    noWeights: "geen scorekaart",
    unmovable: "kan dit niet bewegen",
    hypothesis: "vermoeden",
    sum: (total) => `samen ${total}`,
  },
  empty: {
    title: "Nog geen raamwerk",
    text: "Hier staat straks per fase van de klantreis waarom je er bent, wat je wilt bereiken, en wat klanten doen en ervaren. Begin met één doel, één doelstelling en één contact.",
    how: "Bewaar dit als raamwerk.yaml naast helder.yaml en laad deze pagina opnieuw:",
  },
};
