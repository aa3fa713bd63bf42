import { eventDatasets, eventKind, fetchEvents, fetchSource, storedPages } from "../connect/index.ts";
import type { Day } from "../calendar/index.ts";
import { type Framework, HelderError } from "../framework/index.ts";
import { eventRows, type Journal } from "../journal/index.ts";
import { openOutbound } from "../outbound/index.ts";
import type { LoadFailure } from "./engine.ts";

export interface SourcesOptions {
  readonly directory: string;
  readonly framework: Framework;
  /** null: all */
  readonly datasets: readonly string[] | null;
  /** false: only what was never fetched, and the events that came in, which costs no network */
  readonly refresh: boolean;
  readonly today: Day;
  readonly journal: () => Journal;
  readonly progress?: (line: string) => void;
}

/** Fetches what datasets with a connector ask for. What fails is told and stops no other; what was fetched before stays. */
export async function fetchSources(options: SourcesOptions): Promise<readonly LoadFailure[]> {
  const { directory, framework, datasets, refresh, today, progress } = options;
  const asked = framework.datasets.filter(({ id, connector }) => connector !== undefined && (datasets === null || datasets.includes(id)));
  if (asked.length === 0) return [];
  const outbound = openOutbound({ allow: framework.settings.network?.allow ?? [], environment: process.env });
  const failures: LoadFailure[] = [];
  try {
    for (const dataset of asked) {
      const one = { directory, dataset, outbound, today };
      try {
        if (dataset.connector!.type === "events") await fetchEvents((batch) => eventRows(options.journal(), batch), one);
        else if (refresh || (await storedPages(directory, dataset.id)) === null) {
          progress?.(`${dataset.id} ← ${dataset.connector!.type}`);
          await fetchSource(one);
        }
      } catch (error) {
        if (!(error instanceof HelderError)) throw error;
        failures.push({ id: dataset.id, error });
      }
    }
  } finally {
    await outbound.close();
  }
  return failures;
}

/** Events are sent again when an answer is lost, and count once all the same. */
export function withEventKeys(framework: Framework): Framework {
  const datasets = framework.datasets.map((dataset) =>
    dataset.connector?.type === "events" && dataset.key === undefined
      ? { ...dataset, key: [...eventDatasets[eventKind(dataset.connector)].key] }
      : dataset,
  );
  return { ...framework, datasets };
}
