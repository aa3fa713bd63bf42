import type { Framework, Kpi } from "../../framework/index.ts";
import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";
import { volumeCounter } from "../volume.ts";

/** Why a KPI may be missed, the strongest reason first; one reason weighs more than all that come after it together. */
const reasons = ["no-action", "no-owner", "volume", "no-target", "same-gauge"] as const;
type Reason = (typeof reasons)[number];

export const overBudget: Rule = {
  code: "over-budget",
  severity: "error",
  sentences: {
    nl: ({ count, budget, evict, because }) =>
      `Er zijn ${count} KPI's en het budget is ${budget}. Haal er ${Number(count) - Number(budget)} weg${first("nl", evict, because)}, of verhoog “kpiBudget” in helder.yaml en schrijf erbij waarom.`,
    en: ({ count, budget, evict, because }) =>
      `There are ${count} KPIs and the budget is ${budget}. Remove ${Number(count) - Number(budget)}${first("en", evict, because)}, or raise “kpiBudget” in helder.yaml and write down why.`,
  },
  *find({ framework, sources }) {
    const { settings, kpis } = framework;
    const [count, budget] = [kpis.length, settings.kpiBudget];
    if (count <= budget) return;
    const leaving = ranked(framework).slice(0, count - budget);
    const evict = leaving.map(({ kpi }) => kpi.id);
    const because = leaving.map((one) => one.reasons.join(" "));
    yield { on: settings.name, at: sources.at("kpis", evict[0]!), params: { count, budget, evict, because } };
  },
};

/** Those that are missed least first; the super-KPI last. Between equals the later id goes, so that the order in the files says nothing. */
function ranked(framework: Framework): { kpi: Kpi; reasons: Reason[] }[] {
  const metrics = new Map(indicatorsOf(framework).map(({ entry, metric }) => [entry, metric]));
  const gauged = new Set<string>();
  const byId = [...framework.kpis].sort((one, other) => (one.id < other.id ? -1 : 1));
  const isSuper = ({ id }: Kpi) => id === framework.settings.superKpi;
  return [...byId.filter(isSuper), ...byId.filter((kpi) => !isSuper(kpi))]
    .map((kpi) => {
      const holds: Record<Reason, boolean> = {
        "no-action": kpi.actions.length === 0,
        "no-owner": kpi.owner === undefined,
        volume: volumeCounter(kpi, metrics.get(kpi) ?? null) !== null,
        "no-target": !kpi.target && !kpi.targets,
        "same-gauge": kpi.measures !== undefined && gauged.has(kpi.measures),
      };
      if (kpi.measures !== undefined) gauged.add(kpi.measures);
      const weight = isSuper(kpi) ? -1 : reasons.reduce((sum, reason) => 2 * sum + (holds[reason] ? 1 : 0), 0);
      return { kpi, weight, reasons: reasons.filter((reason) => holds[reason]) };
    })
    .sort((one, other) => other.weight - one.weight || (one.kpi.id < other.kpi.id ? 1 : -1));
}

const words: Record<"nl" | "en", Readonly<Record<string, string>>> = {
  nl: {
    "no-action": "geen actie",
    "no-owner": "geen eigenaar",
    volume: "telt volume",
    "no-target": "geen doel",
    "same-gauge": "een andere KPI meet hetzelfde",
  },
  en: {
    "no-action": "no action",
    "no-owner": "no owner",
    volume: "counts volume",
    "no-target": "no target",
    "same-gauge": "another KPI gauges the same",
  },
};
/** More names than this nobody reads in a sentence; `params` has them all. */
const most = 3;

function first(language: "nl" | "en", evict: unknown, because: unknown): string {
  const why = because as readonly string[];
  const told = (evict as readonly string[]).slice(0, most).map((id, index) => {
    const said = why[index]!.split(" ")
      .filter((reason) => reason !== "")
      .map((reason) => words[language][reason]);
    return said.length > 0 ? `“${id}” (${said.join(", ")})` : `“${id}”`;
  });
  return `${language === "nl" ? ", te beginnen met" : ", starting with"} ${told.join(", ")}`;
}
