import { eventDatasets, fetchEvents, fetchSource, removeRows, storedPages } from "../connect/index.ts";
import type { Day } from "../calendar/index.ts";
import { type Framework, HelderError } from "../framework/index.ts";
import { eventRows, type Journal } from "../journal/index.ts";
import { openOutbound } from "../outbound/index.ts";
import type { LoadFailure } from "./engine.ts";
import { type Erased, erasedHash, plainId } from "./load/index.ts";
import { takeTurns, type Turns } from "./turn.ts";

export interface SourcesOptions {
  readonly directory: string;
  readonly framework: Framework;
  /** null: all */
  readonly datasets: readonly string[] | null;
  /** false: only what was never fetched, and the events that came in, which costs no network */
  readonly refresh: boolean;
  readonly today: Day;
  readonly journal: () => Journal;
  /** who was removed: what is fetched again is kept without them */
  readonly erased: Erased | null;
  readonly progress?: (line: string) => void;
}

/**
 * Fetches what datasets with a connector ask for. What fails is told and stops no other; what was fetched before stays. Who asks has the
 * turn; it is left to others while the network is waited for.
 */
export function sourcesOf(turn: Turns): (options: SourcesOptions) => Promise<readonly LoadFailure[]> {
  const fetching = new Map<string, Turns>();

  return async (options) => {
    const { directory, framework, datasets, refresh, today, journal, progress } = options;
    const asked = framework.datasets.filter(({ id, connector }) => connector !== undefined && (datasets === null || datasets.includes(id)));
    if (asked.length === 0) return [];
    const outbound = openOutbound({ allow: framework.settings.network?.allow ?? [], environment: process.env });
    const failures: LoadFailure[] = [];
    try {
      for (const dataset of asked) {
        const one = { directory, dataset, outbound, today };
        try {
          if (dataset.connector!.type === "events")
            await fetchEvents((batch) => eventRows(journal(), batch), { ...one, alone: (work) => work() });
          else {
            const isWanted = async () => refresh || (await storedPages(directory, dataset.id)) === null;
            if (!(await isWanted())) continue;
            progress?.(`${dataset.id} ← ${dataset.connector!.type}`);
            const own = fetching.get(dataset.id) ?? takeTurns();
            fetching.set(dataset.id, own);
            // Who waited for another's fetch may find that it brought what was wanted.
            await turn.aside(() => own(async () => ((await isWanted()) ? fetchSource({ ...one, alone: turn }) : undefined)));
            await withoutErased(options, dataset.id);
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
  };
}

async function withoutErased({ directory, journal, erased }: SourcesOptions, dataset: string): Promise<void> {
  const columns =
    erased &&
    journal()
      .erasures()
      .findLast(({ sources }) => sources[dataset] !== undefined)?.sources[dataset];
  if (!erased || !columns) return;
  const isKnown = (text: string, part: Parameters<typeof plainId>[1]) => erased.hashes.has(erasedHash(erased.key, plainId(text, part)));
  // A page that cannot be rewritten stays: its rows are left out when it is loaded.
  if ((await removeRows(directory, dataset, columns, isKnown, true)) !== null) await removeRows(directory, dataset, columns, isKnown);
}

/** Events are sent again when an answer is lost, and count once all the same. */
export function withEventKeys(framework: Framework): Framework {
  const datasets = framework.datasets.map((dataset) =>
    dataset.connector?.type === "events" && dataset.key === undefined
      ? { ...dataset, key: [...eventDatasets[dataset.connector.as].key] }
      : dataset,
  );
  return { ...framework, datasets };
}
