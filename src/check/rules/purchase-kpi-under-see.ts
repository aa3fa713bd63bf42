import { kpiNamed } from "../../catalogue/index.ts";
import { isTyped, type Metric } from "../../framework/index.ts";
import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

/** The catalogue's KPIs that count buying. */
const purchases = new Set([
  "orders",
  "revenue",
  "units-sold",
  "average-order-value",
  "average-order-quantity",
  "margin",
  "checkout-completion",
  "purchase-frequency",
  "mrr",
]);
const words =
  /verkocht|verkopen|aankope?n?\b|gekocht|omzet|bestelling|bestelwaarde|betaling|sold\b|sales\b|purchase|revenue|\borders?\b|checkout/;

export const purchaseKpiUnderSee: Rule = {
  code: "purchase-kpi-under-see",
  severity: "warning",
  sentences: {
    nl: ({ name, interaction }) =>
      `“${name}” gaat over kopen, maar “${interaction}” staat in de fase See, waar de klant nog niet zoekt. Verplaats de KPI naar een interactie onder Do, of meet hier of je gezien wordt.`,
    en: ({ name, interaction }) =>
      `“${name}” is about buying, but “${interaction}” stands in the phase See, where the customer is not looking yet. Move the KPI to an interaction under Do, or gauge here whether you are seen.`,
  },
  *find({ framework, sources }) {
    const seen = new Map(framework.interactions.filter(({ phase }) => phase === "see").map(({ id, name }) => [id, name]));
    for (const { section, entry, metric } of indicatorsOf(framework)) {
      const interaction = "measures" in entry ? seen.get(entry.measures ?? "") : undefined;
      if (interaction === undefined || section !== "kpis" || !countsBuying(entry.name ?? entry.id, metric)) continue;
      const { id, name = id } = entry;
      yield { on: id, at: sources.at("kpis", id, ["measures"]), params: { name, interaction } };
    }
  },
};

function countsBuying(name: string, metric: Metric | null): boolean {
  const known = metric && isTyped(metric) && metric.use !== undefined ? kpiNamed(metric.use) : null;
  if (known) return purchases.has(known.id);
  return [name, metric?.name, metric?.id].some((told) => told !== undefined && words.test(told.toLowerCase().replace(/[-_]+/g, " ")));
}
