import { type CatalogueKpi, kpiNamed } from "../catalogue/index.ts";
import { type Cpi, type Framework, isTyped, type Kpi, type Metric } from "../framework/index.ts";

/** What counters of volume are called; the id is that of the catalogue's KPI. */
const words: readonly (readonly [RegExp, string])[] = [
  [/terugkerende ?bezoeker|returning ?(?:visitor|user)/, "returning-visitors"],
  [/nieuwe? ?bezoeker|new ?visitor/, "new-visitors"],
  [
    /bezoeker|visitor|bezoeken\b|\bvisits?\b|\bsessions?\b|sessies?\b|(?:web|site) ?(?:verkeer|traffic)|footfall|\bkliks\b|\bclicks\b/,
    "visitors",
  ],
  [/vertoning|impression|impressie|video ?views|weergaven van|verzonden e? ?mails|mails sent/, "impressions"],
  [/\bbereik\b|\breach\b/, "reach"],
  [/page ?views?|pagina ?weergave|paginabezoek|\bviews\b/, "page-views"],
  [/download|\bapp ?install/, "downloads"],
  [/volgers\b|followers?\b|\bfans\b/, "followers"],
  [/\blikes?\b|vind ik leuks|reacties onder|^shares\b/, "likes"],
  [
    /geregistreerde? (?:gebruiker|klant)|registered (?:user|customer|account)|\bregistraties\b|\bregistrations\b|aangemaakte accounts|accounts (?:aangemaakt|created)|\bsign ?ups\b/,
    "registered-users",
  ],
  [/nieuwsbrief ?(?:abonnee|lezer|inschrijving)|inschrijvingen .*nieuwsbrief|newsletter ?subscriber/, "newsletter-subscribers"],
];

/** What a name says of how deep people went, or how well: then it counts more than volume. */
const deeper = new RegExp(
  [
    /\border|bestel|koop|koch|purchase|sold|\bsales?\b|revenue|omzet|betalend|paying|convers|\bleads?\b|aanvra|request|quote|offerte|retenti/,
    /\bactie(?:f|ve)\b|\bactive\b|\btime\b|tijd\b|duur\b|length|duration|waarde|value|score|tevreden|satisf|snelheid|speed|kosten|\bcost/,
    // Per month is as much volume as ever.
    /\bper\b(?! (?:dag|week|maand|kwartaal|jaar|day|month|quarter|year))|aandeel|\bshare of|percentage|\brate\b|ratio|bounce/,
  ]
    .map(({ source }) => source)
    .join("|"),
);

const counters = new Set<string>(["count", "count-distinct", "sum", "observed", "rolling", "running"]);

/**
 * The volume counter of the catalogue that an indicator is, null where it is none. A metric that uses the catalogue says so itself; of
 * others the type must be one that counts, and a name or id must be that of a counter and of nothing deeper.
 */
export function volumeCounter(indicator: Pick<Kpi | Cpi, "id" | "name">, metric: Metric | null): CatalogueKpi | null {
  if (metric?.use !== undefined) {
    const kpi = kpiNamed(metric.use);
    return kpi?.volume ? kpi : null;
  }
  if (metric && !(isTyped(metric) && counters.has(metric.type))) return null;
  if (metric?.unit !== undefined && metric.unit !== "count") return null;
  for (const name of [metric?.name, metric?.id, indicator.name, indicator.id, ...counted(metric)]) {
    if (name === undefined) continue;
    const told = name.toLowerCase().replace(/[-_]+/g, " ");
    if (deeper.test(told)) return null;
    const found = words.find(([word]) => word.test(told));
    if (found) return kpiNamed(found[1]);
  }
  return null;
}

/** What a metric counts by its expressions: a column, or the one event that it filters on. */
function counted(metric: Metric | null): (string | undefined)[] {
  const { of, where } = (metric ?? {}) as { readonly of?: unknown; readonly where?: unknown };
  const event = typeof where === "string" ? /^\s*"?\w*(?:event|type)\w*"?\s*=\s*'([^']+)'\s*$/i.exec(where)?.[1] : undefined;
  return [typeof of === "string" && /^\w+$/.test(of) ? of : undefined, event];
}

/** Whether something above waits for this KPI: the goal or objective that it gauges, one that its interaction serves, or what it is linked to. */
export function dependencies(framework: Framework): (kpi: Kpi) => boolean {
  const above = new Set([...framework.goals, ...framework.objectives].map(({ id }) => id));
  for (const { id, serves } of framework.interactions) if (serves.length > 0) above.add(id);
  const linked = new Set(framework.links.filter(({ from, to }) => from !== to).map(({ from }) => from));
  return ({ id, measures }) => (measures !== undefined && above.has(measures)) || linked.has(id);
}
