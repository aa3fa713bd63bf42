import { createSign } from "node:crypto";
import { addDays, type Day } from "../../calendar/index.ts";
import type { ConnectorOf } from "../../framework/index.ts";
import { type Connector, connectorBroken, type Fetching, isRow, jsonOf, type Row, sourceBroken, untilWhole } from "./connector.ts";
import { inSession, type Session } from "./session.ts";
import { spansSince } from "./span.ts";

type Settings = ConnectorOf<"ga4">;

/** rows in one answer; the API gives at most 250,000 */
const pageRows = 100_000;
const scope = "https://www.googleapis.com/auth/analytics.readonly";

/** The Data API of Google Analytics 4: one report, month by month where it has days, else over all days at once. */
export const ga4: Connector<Settings> = {
  type: "ga4",
  whole: (settings) => !hasDays(settings),
  async *pages(fetching) {
    const { settings, cursor, today, write } = fetching;
    const ask = inSession(fetching.outbound, () => logIn(fetching));
    const columns = [...settings.dimensions, ...settings.metrics];
    const report = async (from: Day, to: Day) => ({ ...(await write(await reportOf(fetching, ask, from, to))), columns });
    if (settings.from > today) yield { name: "none", ...(await write([])), columns };
    else if (!hasDays(settings)) yield { name: "report", ...(await report(settings.from, today)) };
    else
      for (const span of spansSince("month", settings.from, cursor, addDays(today, -settings.late), today))
        yield { name: span.name, ...(await report(span.from, span.to)), cursor: span.cursor };
  },
};

function hasDays({ dimensions }: Settings): boolean {
  return dimensions.some((name) => momentOf[name] !== undefined);
}

type Ask = ReturnType<typeof inSession>;

async function reportOf(fetching: Fetching<Settings>, ask: Ask, from: Day, to: Day): Promise<readonly Row[]> {
  const { settings } = fetching;
  return untilWhole(fetching, `its pages hold fewer rows than it says, ${from}..${to}`, async () => {
    const rows = new Map<string, Row>();
    for (let offset = 0; ;) {
      const { text } = await ask((base) => ({
        url: `${base}/v1beta/properties/${settings.property}:runReport`,
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(requestOf(settings, from, to, offset)),
      }));
      const page = pageOf(fetching, text);
      // A combination of dimensions stands in a report once: what comes again is a page that came twice.
      for (const [key, row] of page.rows) rows.set(key, row);
      offset += page.rows.length;
      if (page.rows.length > 0 && offset < page.total) continue;
      return rows.size === page.total ? [...rows.values()] : null;
    }
  });
}

function requestOf({ dimensions, metrics, dimensionFilter }: Settings, startDate: Day, endDate: Day, offset: number): object {
  return {
    dateRanges: [{ startDate, endDate }],
    dimensions: dimensions.map((name) => ({ name })),
    metrics: metrics.map((name) => ({ name })),
    // Without an order a row may stand on two pages, and another on none.
    orderBys: dimensions.map((dimensionName) => ({ dimension: { dimensionName } })),
    ...(dimensionFilter === undefined ? {} : { dimensionFilter }),
    limit: String(pageRows),
    offset: String(offset),
  };
}

function pageOf(fetching: Fetching<Settings>, text: string): { rows: [string, Row][]; total: number } {
  const { dimensions, metrics } = fetching.settings;
  const answer = jsonOf(fetching, text);
  if (!isRow(answer)) throw sourceBroken(fetching, "no report");
  const named = [...listOf(answer["dimensionHeaders"], "name"), ...listOf(answer["metricHeaders"], "name")];
  if (JSON.stringify(named) !== JSON.stringify([...dimensions, ...metrics]))
    throw sourceBroken(fetching, `other columns than asked: ${named.join(", ")}`);
  // A report without rows has neither `rows` nor, at times, a count.
  const list: unknown = answer["rows"] ?? [];
  if (!Array.isArray(list)) throw sourceBroken(fetching, "no rows");
  const rows = list.map((one): [string, Row] => {
    const values = isRow(one) ? [listOf(one["dimensionValues"], "value"), listOf(one["metricValues"], "value")] : [];
    const [keys = [], numbers = []] = values;
    if (keys.length !== dimensions.length || numbers.length !== metrics.length) throw sourceBroken(fetching, "a row of another length");
    const cells = [
      ...dimensions.map((name, index) => [name, cellOf(name, keys[index]!)]),
      ...metrics.map((name, index) => [name, numbers[index]]),
    ];
    return [JSON.stringify(keys), Object.fromEntries(cells) as Row];
  });
  return { rows, total: Number(answer["rowCount"] ?? 0) };
}

function listOf(list: unknown, key: string): readonly string[] {
  return (Array.isArray(list) ? list : []).map((one) => {
    const value = isRow(one) ? one[key] : undefined;
    return typeof value === "string" ? value : "";
  });
}

/** How the dimensions that place a row in time are written: 20260131, 2026013123, 202601312359. */
const momentOf: Readonly<Record<string, (digits: string) => string>> = {
  date: (digits) => digits.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3"),
  dateHour: (digits) => digits.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)$/, "$1-$2-$3T$4:00:00"),
  dateHourMinute: (digits) => digits.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)$/, "$1-$2-$3T$4:$5:00"),
};

function cellOf(dimension: string, value: string): string {
  return momentOf[dimension]?.(value) ?? value;
}

/** A token for the account of the key: its signature proves who asks (RFC 7523). */
async function logIn(fetching: Fetching<Settings>): Promise<Session> {
  const { outbound, settings } = fetching;
  const key = keyOf(fetching, outbound.secret(settings.credentials, "connector.credentials"));
  const seconds = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const unsigned = `${part({ alg: "RS256", typ: "JWT", kid: key.id })}.${part({ iss: key.account, scope, aud: key.tokens, iat: seconds, exp: seconds + 3600 })}`;
  let signature: string;
  try {
    signature = createSign("RSA-SHA256").update(unsigned).sign(key.privateKey, "base64url");
  } catch {
    throw connectorBroken(fetching, "credentials: private_key cannot sign");
  }
  const body = new URLSearchParams({ grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion: `${unsigned}.${signature}` });
  const { text } = await outbound.fetch({
    url: key.tokens,
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: body.toString(),
  });
  const answer = jsonOf(fetching, text);
  const token = isRow(answer) ? answer["access_token"] : undefined;
  if (typeof token !== "string") throw sourceBroken(fetching, "no access_token");
  return { token, base: settings.url.replace(/\/$/, "") };
}

interface Key {
  readonly account: string;
  readonly privateKey: string;
  readonly id: string | undefined;
  readonly tokens: string;
}

function keyOf(fetching: Fetching<Settings>, text: string): Key {
  let key: unknown = null;
  try {
    key = JSON.parse(text);
  } catch {
    // Not even the place of the mistake is told: the text is a secret.
  }
  const {
    client_email: account,
    private_key: privateKey,
    private_key_id: id,
    token_uri: tokens = "https://oauth2.googleapis.com/token",
  } = isRow(key) ? key : {};
  if (typeof account !== "string" || typeof privateKey !== "string" || typeof tokens !== "string")
    throw connectorBroken(fetching, "credentials: not the JSON key of a service account");
  return { account, privateKey, id: typeof id === "string" ? id : undefined, tokens };
}
