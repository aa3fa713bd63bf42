import type { Connector as Settings, ConnectorOf, ConnectorType } from "../../framework/index.ts";
import type { Connector } from "./connector.ts";
import { fetchWith, type FetchOptions } from "./fetch.ts";
import { ga4 } from "./ga4.ts";
import { http } from "./http.ts";
import { matomo } from "./matomo.ts";
import { mysql } from "./mysql.ts";
import { postgres } from "./postgres.ts";
import { s3 } from "./s3.ts";
import { salesforce } from "./salesforce.ts";

/** Every connector that goes to the network, by its type; `events` come by themselves. */
const connectors: { readonly [T in Exclude<ConnectorType, "events">]: Connector<ConnectorOf<T>> } = {
  ga4,
  matomo,
  salesforce,
  postgres,
  mysql,
  http,
  s3,
};

/** Fetches one dataset whose connector goes to the network; see `fetchWith` for what it throws. */
export async function fetchSource(options: FetchOptions): Promise<void> {
  const { connector } = options.dataset;
  if (connector === undefined || connector.type === "events") throw new Error(`nothing to fetch for ${options.dataset.id}`);
  await fetchWith(connectors[connector.type] as Connector<Settings>, options);
}
