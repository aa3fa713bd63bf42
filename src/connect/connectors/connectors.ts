import { type Dataset, HelderError } from "../../framework/index.ts";
import type { Connector } from "./connector.ts";
import { fetchWith, type FetchOptions } from "./fetch.ts";
import { http } from "./http.ts";

type Fetch = (options: FetchOptions) => Promise<void>;

/** Every connector that goes to the network, by its type; `events` come by themselves. */
const fetches: Readonly<Record<string, Fetch>> = Object.fromEntries([bound(http)]);

/** Fetches one dataset; see `fetchWith` for what it throws, and `connector-unavailable` for a type without a connector. */
export async function fetchSource(options: FetchOptions): Promise<void> {
  await fetchOf(options.dataset)(options);
}

function bound<S>(connector: Connector<S>): [string, Fetch] {
  return [connector.type, (options) => fetchWith(connector, options)];
}

function fetchOf({ id, connector }: Dataset): Fetch {
  const type = connector?.type ?? "";
  const found = Object.hasOwn(fetches, type) ? fetches[type] : undefined;
  if (found === undefined) throw new HelderError("connector-unavailable", { dataset: id, type });
  return found;
}
