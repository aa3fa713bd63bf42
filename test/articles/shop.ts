import { describe, expect, test } from "vitest";
import { check, message } from "../../src/check/index.ts";
import { parse } from "../../src/workspace/index.ts";

const quarter = "from: 2026-10-01, to: 2026-12-31";
const agreed = "agreedBy: [directie], agreedOn: 2026-09-15";
const because = "because: Het team kreeg er een dag in de week voor vrij.";
const watched = "evidence: [{method: contextual-inquiry, on: 2026-05-12, customers: 9, situation: Thuis met de aannemer erbij}]";
const designed = `unit: customer, control: zonder, window: 30 days, guardrails: [nps], minimumEffect: 0.1, from: 2026-10-01, design: sequential`;
const acts = (who: string, what: string) => `actions: [{when: behind, do: start, what: ${what}, who: ${who}}]`;

/** A bathroom shop's framework that sins against nothing. Every line begins with the section that it belongs to. */
const sound = `settings superKpi: terugkomers
settings phases: [see, think, do, care]
datasets - {id: bezoek, file: bezoek.csv, time: dag}
datasets - {id: verkoop, file: verkoop.csv, time: dag, customer: klant}
segments - {id: verbouwers, name: Verbouwers, dataset: verkoop, where: stukken > 3}
themes - {id: bereik, name: Bereik, colour: "#0072b2"}
themes - {id: blijven, name: Blijven, colour: "#b07a00"}
stakeholders - {id: directie, name: Directie}
goals - {id: vertrouwd, name: Het merk dat verbouwers elkaar aanraden, promise: Je badkamer is klaar als jij hem af vindt., for: verbouwers, theme: bereik, stakeholders: [directie]}
objectives - {id: bekend, name: Verbouwers kennen ons voor ze beginnen, supports: vertrouwd, theme: bereik, stakeholders: [directie], for: verbouwers}
objectives - {id: kopen, name: Meer verbouwers kiezen hun badkamer bij ons, supports: vertrouwd, stakeholders: [directie], for: verbouwers}
objectives - {id: behouden, name: Klanten komen terug voor de volgende verbouwing, supports: vertrouwd, theme: blijven, stakeholders: [directie], for: verbouwers}
interactions - {id: advertentie, name: Advertentie zien, phase: see, serves: bekend, for: verbouwers, wants: Iets herkennen, does: Klikt of scrolt door}
interactions - {id: gids, name: Gids lezen, phase: think, serves: bekend, for: verbouwers, wants: Zeker weten dat het past, does: Leest en meet op}
interactions - {id: offerte, name: Offerte aanvragen, phase: do, serves: kopen, for: verbouwers, wants: Weten wat het kost, does: Vult de maten in}
interactions - {id: afmaken, name: Badkamer afmaken, phase: care, serves: behouden, for: verbouwers, wants: Dat alles heel is, does: Koopt wat nog ontbreekt}
metrics - {id: doorklik, name: Doorklik op de advertentie, type: share, dataset: bezoek, of: geklikt}
metrics - {id: gelezen, name: Gids uitgelezen, type: share, dataset: bezoek, of: uitgelezen}
metrics - {id: verkocht, name: Verkochte badkamers, type: count, dataset: verkoop}
metrics - {id: terug, name: Klanten die terugkwamen, type: share, dataset: verkoop, of: keren > 1}
metrics - {id: laadtijd, name: Laadtijd, type: average, dataset: bezoek, of: seconden}
metrics - {id: paste, name: Paste in een keer, type: share, dataset: verkoop, of: paste}
metrics - {id: wachttijd, name: Wachttijd op de offerte, type: average, dataset: verkoop, of: uren}
metrics - {id: heel, name: Heel aangekomen, type: share, dataset: verkoop, of: heel}
metrics - {id: nps, name: NPS, type: observed}
kpis - {id: doorklik, name: Doorklikpercentage, measures: advertentie, metric: doorklik, timing: leading, target: {value: 4 %, ${quarter}}, baseline: {value: "3,5 %"}, owner: marketing, ${agreed}, ${because}, ${acts("marketing", "Een andere foto")}, guardrail: nps}
kpis - {id: gidslezers, name: Uitgelezen gidsen, measures: gids, metric: gelezen, target: {value: 30 %, ${quarter}}, baseline: {value: 27 %}, owner: marketing, ${agreed}, ${because}, ${acts("marketing", "Kortere hoofdstukken")}}
kpis - {id: verkocht, name: Verkochte badkamers, measures: kopen, metric: verkocht, target: {value: 250, ${quarter}}, baseline: {value: 225}, owner: winkel, ${agreed}, ${because}, ${acts("winkel", "Bel openstaande offertes na")}, guardrail: nps}
kpis - {id: terugkomers, name: Klanten die binnen een jaar terugkomen, measures: behouden, metric: terug, timing: lagging, target: {value: 30 %, ${quarter}}, baseline: {value: 27 %}, owner: winkel, ${agreed}, ${because}, ${acts("winkel", "Bel na zes weken")}, guardrail: nps}
cpis - {id: snelle-pagina, name: Meteen in beeld, outcome: Ik zie meteen waar ik ben., increment: time, interaction: advertentie, metric: laadtijd, direction: down, target: {value: 2, ${quarter}}, baseline: {value: 3}, owner: marketing, ${agreed}, ${because}, ${watched}, ${acts("marketing", "Kleinere foto’s")}}
cpis - {id: past, name: Het past, outcome: Wat ik kies past in een keer., increment: certainty, interaction: gids, metric: paste, direction: up, target: {value: 96 %, ${quarter}}, baseline: {value: 95 %}, owner: marketing, ${agreed}, ${because}, ${watched}, ${acts("marketing", "Opmeten bij de klant thuis")}}
cpis - {id: snelle-offerte, name: Snelle offerte, outcome: Ik weet vandaag wat het kost., increment: time, interaction: offerte, metric: wachttijd, direction: down, target: {value: 20, ${quarter}}, baseline: {value: 26}, owner: winkel, ${agreed}, ${because}, ${watched}, ${acts("winkel", "Een tweede rekenaar op maandag")}}
cpis - {id: niets-stuk, name: Niets stuk, outcome: Alles komt heel aan., increment: quality, interaction: afmaken, metric: heel, direction: up, target: {value: 99 %, ${quarter}}, baseline: {value: 98 %}, owner: winkel, ${agreed}, ${because}, ${watched}, ${acts("winkel", "Hoeken in schuim")}}
enablers - {id: prijs-vooraf, name: Prijs vooraf, needs: snelle-offerte, advances: kopen}
links - {id: pagina-klik, from: snelle-pagina, to: doorklik, because: Wie wacht is weg.}
links - {id: klik-verkoop, from: doorklik, to: verkocht, because: Wie ons kent vraagt eerder een offerte aan.}
links - {id: past-terug, from: past, to: terugkomers, because: Wie niet hoeft te ruilen komt graag terug.}
links - {id: offerte-verkoop, from: snelle-offerte, to: verkocht, because: Wie weet wat het kost hoeft niet verder te zoeken.}
links - {id: heel-terug, from: niets-stuk, to: terugkomers, because: Wie niets hoeft te ruilen houdt een goed gevoel.}
links - {id: verkoop-terug, from: verkocht, to: terugkomers, because: Wie een badkamer kocht heeft een reden om terug te komen.}
experiments - {id: klein, name: Kleinere foto’s, tests: pagina-klik, metrics: [doorklik], ${designed}}
experiments - {id: thuis, name: Thuis opmeten, tests: past-terug, metrics: [terug], ${designed}}
experiments - {id: prijs, name: Prijs vooraf, tests: offerte-verkoop, metrics: [verkocht], ${designed}}
experiments - {id: schuim, name: Hoeken in schuim, tests: heel-terug, metrics: [terug], ${designed}}
teams - {id: marketing, name: Marketing, scorecard: [{kpi: doorklik, weight: 0.5}, {cpi: past, weight: 0.5}]}
teams - {id: winkel, name: Winkel, scorecard: [{kpi: verkocht, weight: 0.5}, {cpi: snelle-offerte, weight: 0.5}]}
`;

/** A line to add, or what stands in the sound framework with what stands there instead. */
export type Change = string | readonly [was: string | RegExp, is: string];

export interface Sin {
  /** the line of the mission and the advice in a few words */
  readonly advice: string;
  readonly sins: readonly Change[];
  /** `code on` of each finding that the sin brings, and nothing else does */
  readonly found: readonly string[];
  /** where the mended framework is not the sound one that the sin was made in */
  readonly mended?: readonly Change[];
}

/** Runs each advice: the framework that sins has these findings more than the mended one, which has no error and no warning. */
export function scenarios(article: string, sins: readonly Sin[]): void {
  describe(article, () => {
    test.each(sins.map((sin) => [sin.advice, sin] as const))("%s", (_, { sins: changes, found, mended = [] }) => {
      const [sinful, mendedOne] = [findings(changed(changes)), findings(changed(mended))];
      expect(mendedOne.filter(({ severity }) => severity !== "info").map(named)).toEqual([]);
      const known = new Set(mendedOne.map(named));
      const brought = sinful.filter((finding) => !known.has(named(finding)));
      expect(brought.map(named).toSorted()).toEqual([...found].toSorted());
      for (const finding of brought) {
        const [nl, en] = [message(finding, "nl"), message(finding, "en")];
        expect(nl).toMatch(toDo.nl);
        expect(en).toMatch(toDo.en);
      }
    });
  });
}

/** Each sentence asks the reader to do something. */
const toDo = {
  nl: /(?:^|[.;:,?] |\bof )(?:(?:dan|eerst) )?(?:bespreek|bewaar|draai|ga|geef|haal|houd|kies|kijk|laat|leg|los|maak|meet|noem|pas|reken|schrijf|spreek|verander|verbeter|verplaats|vervang|voeg|vul|zeg|zet)\b/iu,
  en: /(?:^|[.;:,?] |\bor |\band )(?:(?:first|then) )?(?:add|agree|change|choose|correct|discuss|divide|explain|fill|gauge|give|go|join|keep|let|make|mend|move|name|put|raise|record|remove|replace|say|see|set|settle|show|swap|take|use|write)\b/iu,
} as const;

function named({ code, on }: { readonly code: string; readonly on: string }): string {
  return `${code} ${on}`;
}

function changed(changes: readonly Change[]): string {
  return changes.reduce<string>((text, change) => {
    if (typeof change === "string") return `${text}${change}\n`;
    const [was, is] = change;
    const now = text.replace(was, is);
    if (now === text) throw new Error(`the framework does not hold ${String(was)}`);
    return now;
  }, sound);
}

function findings(text: string) {
  const files = new Map<string, string>([["helder.yaml", "helder: 1\nname: Badkamerwinkel\nlanguage: nl\n"]]);
  for (const line of text.split("\n").filter((one) => one !== "")) {
    const [, section = "", rest = ""] = /^(\w+) (.*)$/.exec(line)!;
    const path = section === "settings" ? "helder.yaml" : `${section}.yaml`;
    files.set(path, `${files.get(path) ?? `${section}:\n`}${section === "settings" ? rest : `  ${rest}`}\n`);
  }
  const { framework, findings: structural, sources } = parse([...files].map(([path, content]) => ({ path, text: content })));
  return check({ framework: framework!, findings: structural, sources, today: "2026-11-22" }).findings;
}
