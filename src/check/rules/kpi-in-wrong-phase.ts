import { kpiNamed } from "../../catalogue/index.ts";
import type { Language, Metric } from "../../framework/index.ts";
import { indicatorsOf } from "../indicator.ts";
import { list } from "../quoted.ts";
import type { Rule } from "../rule.ts";

const phases = ["see", "think", "do", "care"] as const;
type Phase = (typeof phases)[number];

/** What a KPI tells about customers, and the phases in which they do that. */
interface Kind {
  readonly told: Readonly<Record<Language, string>>;
  readonly phases: readonly Phase[];
  /** of the catalogue */
  readonly ids: readonly string[];
  /** in names that the catalogue does not know */
  readonly words: RegExp;
}

/** What is said first counts: repeat purchases are about staying, orders of new visitors about buying. */
const kinds: readonly Kind[] = [
  {
    told: { nl: "blijven", en: "staying" },
    phases: ["care"],
    ids: [
      "nps",
      "customer-lifetime-value",
      "churn-rate",
      "retention-d7",
      "retention-d30",
      "repeat-rate",
      "reactivation-rate",
      "net-revenue-retention",
      "gross-revenue-retention",
      "purchase-frequency",
      "days-between-orders",
      "top-customer-revenue-share",
    ],
    words:
      /retenti|klantbehoud|churn|opzegging|herhaalaankop|repeat purchase|heractiv|reactivat|\bnps\b|net promoter|lifetime value|klantwaarde|loyal|verlenging|renewal/,
  },
  {
    told: { nl: "klant worden", en: "becoming a customer" },
    phases: ["think", "do"],
    ids: ["lead-rate", "leads", "lead-conversion", "cost-per-lead", "new-customers", "trial-conversion", "quote-requests"],
    words: /nieuwe klanten|new customers|\bleads?\b|offerteaanvra|quote request/,
  },
  {
    told: { nl: "kopen", en: "buying" },
    phases: ["do", "care"],
    ids: ["orders", "revenue", "units-sold", "average-order-value", "average-order-quantity", "margin", "checkout-completion", "mrr"],
    words:
      /verkocht|verkopen|aankope?n?\b|gekocht|omzet|bestelling|bestelwaarde|betaling|\bwinst|\bmarge|profit|margin|sold\b|sales\b|purchase|revenue|\borders?\b|checkout/,
  },
  {
    told: { nl: "gezien worden", en: "being seen" },
    phases: ["see", "think"],
    ids: ["impressions", "reach", "ad-frequency", "followers", "likes", "new-visitors", "brand-awareness"],
    words:
      /^(?!.*(?:klanten|customers)).*(?:vertoning|impressi|\bbereik\b|\breach\b|volgers|followers|\blikes\b|naamsbekendheid|brand awareness|nieuwe bezoekers|new visitors)/,
  },
];

const words: Record<Language, Record<Phase, { readonly where: string; readonly instead: string }>> = {
  nl: {
    see: { where: "waar de klant nog niet zoekt", instead: "of je gezien wordt" },
    think: { where: "waar de klant nog vergelijkt", instead: "of je helpt bij het kiezen" },
    do: { where: "waar de klant nog moet kiezen", instead: "of het kiezen lukt" },
    care: { where: "waar de klant al klant is", instead: "of hij geholpen wordt en blijft" },
  },
  en: {
    see: { where: "where customers are not looking yet", instead: "whether you are seen" },
    think: { where: "where customers are still comparing", instead: "whether you help them choose" },
    do: { where: "where customers have yet to choose", instead: "whether choosing works" },
    care: { where: "where customers are customers already", instead: "whether they are helped and stay" },
  },
};

export const kpiInWrongPhase: Rule = {
  code: "kpi-in-wrong-phase",
  severity: "warning",
  why: {
    nl: "Een KPI uit een andere fase laat je mensen aansporen tot wat ze nog niet, of niet meer, van plan zijn.",
    en: "A KPI of another phase makes you urge people to do what they do not intend yet, or no longer.",
  },
  sentences: {
    nl: ({ name, kind, interaction, phase, right }) =>
      `“${name}” gaat over ${kinds[Number(kind)]!.told.nl}, maar “${interaction}” staat in de fase ${titled(phase)}, ${words.nl[phase as Phase].where}. Verplaats de KPI naar een contact onder ${list((right as readonly string[]).map(titled), "of")}, of meet hier ${words.nl[phase as Phase].instead}.`,
    en: ({ name, kind, interaction, phase, right }) =>
      `“${name}” is about ${kinds[Number(kind)]!.told.en}, but “${interaction}” stands in the phase ${titled(phase)}, ${words.en[phase as Phase].where}. Move the KPI to a contact under ${list((right as readonly string[]).map(titled), "or")}, or gauge here ${words.en[phase as Phase].instead}.`,
  },
  *find({ framework, sources }) {
    const contacts = new Map(framework.interactions.map((interaction) => [interaction.id, interaction]));
    for (const { section, entry, metric } of indicatorsOf(framework)) {
      const contact = section === "kpis" && "measures" in entry ? contacts.get(entry.measures ?? "") : undefined;
      // A journey of other phases is the user's own; the trade says nothing of it.
      const phase = phases.find((one) => one === contact?.phase);
      if (!contact || !phase) continue;
      const { id, name = id } = entry;
      const kind = kinds.findIndex(kindOf(name, metric));
      if (kind < 0 || kinds[kind]!.phases.includes(phase)) continue;
      const params = { name, kind, interaction: contact.name, phase, right: [...kinds[kind]!.phases] };
      yield { on: id, at: sources.at("kpis", id, ["measures"]), params };
    }
  },
};

/** By the catalogue where it knows the metric or the KPI by name, else by the words of their names. */
function kindOf(name: string, metric: Metric | null): (kind: Kind) => boolean {
  const names = [metric?.name, metric?.id, name].filter((one) => one !== undefined);
  const known = metric?.use === undefined ? names.map(kpiNamed).find((kpi) => kpi !== null) : kpiNamed(metric.use);
  if (known) return ({ ids }) => ids.includes(known.id);
  const told = names.map((one) => one.toLowerCase().replace(/[-_]+/g, " ")).join(" · ");
  return ({ words: said }) => said.test(told);
}

function titled(phase: unknown): string {
  const text = String(phase);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
