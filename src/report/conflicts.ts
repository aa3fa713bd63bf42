import type { Framework, Language } from "../framework/index.ts";
import type { Conflict, Entry, Report } from "./report.ts";

/**
 * Where one improves at the cost of another, both beyond noise and until now: by the lasting change of level that `run` watches for. A KPI
 * that gets better while a CPI of its customers gets worse, where a link that is not refuted, or the interaction or objective that both
 * stand for, ties the two; and a CPI that gets better while a guardrail of its own, or of its links' KPIs, gets worse.
 */
export function conflictsOf(framework: Framework, { kpis, cpis, links }: Pick<Report, "kpis" | "cpis" | "links">): Report["conflicts"] {
  const live = links.filter(({ status }) => status !== "refuted");
  const serves = new Map(framework.interactions.map(({ id, serves: objectives }) => [id, objectives.map(({ objective }) => objective)]));
  const interactionOf = new Map(framework.cpis.map(({ id, interaction }) => [id, interaction]));
  const areTied = (kpi: Entry, cpi: Entry): boolean => {
    if (live.some(({ from, to }) => (from === cpi.id && to === kpi.id) || (from === kpi.id && to === cpi.id))) return true;
    const interaction = interactionOf.get(cpi.id);
    if (interaction === undefined || kpi.measures === null) return false;
    return kpi.measures === interaction || (serves.get(interaction) ?? []).includes(kpi.measures);
  };
  const atCost = kpis
    .filter((kpi) => moved(kpi) === "better")
    .flatMap((kpi) =>
      cpis
        .filter((cpi) => moved(cpi) === "worse" && areTied(kpi, cpi))
        .map((cpi) => ({ kpi: kpi.id, cpi: cpi.id, code: "kpi-over-cpi" as const })),
    );
  const guarded = cpis
    .filter((cpi) => moved(cpi) === "better")
    .flatMap((cpi) => {
      const led = kpis.filter((kpi) => live.some(({ from, to }) => from === cpi.id && to === kpi.id));
      const guards = new Set([cpi, ...led].flatMap(({ guardrails }) => guardrails.map(({ id }) => id)));
      return kpis
        .filter((kpi) => guards.has(kpi.id) && moved(kpi) === "worse")
        .map((kpi) => ({ kpi: kpi.id, cpi: cpi.id, code: "cpi-over-guardrail" as const }));
    });
  return [...atCost, ...guarded];
}

const sentences: Readonly<Record<Language, Readonly<Record<Conflict["code"], (kpi: string, cpi: string) => string>>>> = {
  nl: {
    "kpi-over-cpi": (kpi, cpi) =>
      `“${kpi}” gaat vooruit terwijl de klant het bij “${cpi}” slechter krijgt. Kijk of het een ten koste van het ander gaat.`,
    "cpi-over-guardrail": (kpi, cpi) =>
      `De klant krijgt het beter bij “${cpi}” terwijl “${kpi}” achteruitgaat, dat erop let. Kijk wat de verbetering kost.`,
  },
  en: {
    "kpi-over-cpi": (kpi, cpi) =>
      `“${kpi}” improves while customers fare worse at “${cpi}”. See whether one comes at the cost of the other.`,
    "cpi-over-guardrail": (kpi, cpi) => `Customers fare better at “${cpi}” while “${kpi}”, its guardrail, gets worse. See what it costs.`,
  },
};

export function conflictSentence(conflict: Conflict, { kpis, cpis }: Pick<Report, "kpis" | "cpis">, language: Language): string {
  const name = new Map([...kpis, ...cpis].map((entry) => [entry.id, entry.name]));
  const [kpi, cpi] = [conflict.kpi, conflict.cpi].map((id) => name.get(id) ?? id) as [string, string];
  return sentences[language][conflict.code](kpi, cpi);
}

function moved({ signals }: Entry): "better" | "worse" | null {
  const change = signals.find(({ code }) => code === "level-changed");
  return change === undefined ? null : change.params["favourable"] === true ? "better" : "worse";
}
