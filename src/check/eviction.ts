import type { Framework, Kpi, Language } from "../framework/index.ts";
import { indicatorsOf } from "./indicator.ts";
import { volumeCounter } from "./volume.ts";

/** Why a KPI may be missed, the strongest reason first; one reason weighs more than all that come after it together. */
const reasons = ["no-action", "no-owner", "volume", "no-target", "same-gauge"] as const;
export type EvictionReason = (typeof reasons)[number];

export interface Eviction {
  readonly kpi: string;
  readonly reasons: readonly EvictionReason[];
}

/** Those that are missed least first; the super-KPI last. Between equals the later id goes, so that the order in the files says nothing. */
export function evictions(framework: Framework): readonly Eviction[] {
  const metrics = new Map(indicatorsOf(framework).map(({ entry, metric }) => [entry, metric]));
  const gauged = new Set<string>();
  const byId = [...framework.kpis].sort((one, other) => (one.id < other.id ? -1 : 1));
  const isSuper = ({ id }: Kpi) => id === framework.settings.superKpi;
  return [...byId.filter(isSuper), ...byId.filter((kpi) => !isSuper(kpi))]
    .map((kpi) => {
      const holds: Record<EvictionReason, boolean> = {
        "no-action": kpi.actions.length === 0,
        "no-owner": kpi.owner === undefined,
        volume: volumeCounter(kpi, metrics.get(kpi) ?? null) !== null,
        "no-target": !kpi.target && !kpi.targets,
        "same-gauge": kpi.measures !== undefined && gauged.has(kpi.measures),
      };
      if (kpi.measures !== undefined) gauged.add(kpi.measures);
      const weight = isSuper(kpi) ? -1 : reasons.reduce((sum, reason) => 2 * sum + (holds[reason] ? 1 : 0), 0);
      return { kpi: kpi.id, weight, reasons: reasons.filter((reason) => holds[reason]) };
    })
    .sort((one, other) => other.weight - one.weight || (one.kpi < other.kpi ? 1 : -1))
    .map(({ kpi, reasons: held }) => ({ kpi, reasons: held }));
}

interface Told {
  /** in a list between brackets */
  readonly short: string;
  readonly sentence: string;
}

const words: Readonly<Record<Language, Readonly<Record<EvictionReason, Told>>>> = {
  nl: {
    "no-action": { short: "geen actie", sentence: "Er hangt geen actie aan: niemand doet iets anders door wat hij zegt." },
    "no-owner": { short: "geen eigenaar", sentence: "Niemand is er eigenaar van." },
    volume: { short: "telt volume", sentence: "Hij telt alleen volume, en dat zegt niet of klanten geholpen zijn." },
    "no-target": { short: "geen doel", sentence: "Er is geen doel: je weet nooit of het goed genoeg is." },
    "same-gauge": { short: "een andere KPI meet hetzelfde", sentence: "Een andere KPI meet hetzelfde doel of contact." },
  },
  en: {
    "no-action": { short: "no action", sentence: "No action hangs on it: nobody does anything else because of what it says." },
    "no-owner": { short: "no owner", sentence: "Nobody owns it." },
    volume: { short: "counts volume", sentence: "It only counts volume, which does not say whether customers were helped." },
    "no-target": { short: "no target", sentence: "It has no target: you never know whether it is good enough." },
    "same-gauge": { short: "another KPI gauges the same", sentence: "Another KPI gauges the same goal, objective or contact." },
  },
};

/** A reason's words: `short` in a list, `sentence` on its own. */
export function evictionWords(reason: string, language: Language): Told {
  return words[language][reason as EvictionReason];
}
