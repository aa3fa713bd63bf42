import { evictions, evictionWords } from "../eviction.ts";
import type { Rule } from "../rule.ts";

export const overBudget: Rule = {
  code: "over-budget",
  severity: "error",
  why: {
    nl: "Wie op alles stuurt, stuurt op niets: meer KPI’s betekent minder aandacht voor elk.",
    en: "If you steer by everything you steer by nothing: each KPI more takes attention from the rest.",
  },
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
    const leaving = evictions(framework).slice(0, count - budget);
    const evict = leaving.map(({ kpi }) => kpi);
    const because = leaving.map((one) => one.reasons.join(" "));
    yield { on: settings.name, at: sources.at("kpis", evict[0]!), params: { count, budget, evict, because } };
  },
};

/** More names than this nobody reads in a sentence; `params` has them all. */
const most = 3;

function first(language: "nl" | "en", evict: unknown, because: unknown): string {
  const why = because as readonly string[];
  const told = (evict as readonly string[]).slice(0, most).map((id, index) => {
    const said = why[index]!.split(" ")
      .filter((reason) => reason !== "")
      .map((reason) => evictionWords(reason, language).short);
    return said.length > 0 ? `“${id}” (${said.join(", ")})` : `“${id}”`;
  });
  return `${language === "nl" ? ", te beginnen met" : ", starting with"} ${told.join(", ")}`;
}
