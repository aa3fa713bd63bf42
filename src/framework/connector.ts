import { z } from "zod";
import { DayText, EnvironmentName, Text } from "./value.ts";

const WebAddress = z.string().regex(/^https?:\/\/[^\s@]+$/, "address");

/** Days back from today that are fetched again, for numbers that a source still changes. */
const late = (days: number) => z.int().min(0).max(60).default(days).describe("days back that are fetched again, for what comes in late");

const database = {
  url: EnvironmentName.describe("env(NAME): scheme://user:password@host:port/database"),
  query: Text.describe("one SELECT; it runs in a transaction that can only read"),
  cursor: Text.max(100).optional().describe("a column that grows with each change: only what is new is fetched. The dataset needs a key"),
  tls: z
    .enum(["verify", "encrypt", "off"])
    .default("verify")
    .describe("verify: the server proves who it is; encrypt: it need not; off: anyone on the way can read along"),
  ca: EnvironmentName.optional().describe("env(NAME): the certificate of who vouches for the server, PEM"),
  timeout: z.int().min(1).max(86_400).default(600).describe("seconds that the query may take"),
};

/** The keys of each type of connector. Credentials stand in the environment and nowhere else. */
const settings = {
  ga4: z.strictObject({
    type: z.literal("ga4"),
    property: z.union([z.int().min(1), z.string().regex(/^\d+$/, "integer")]).describe("number of the property: 123456789"),
    credentials: EnvironmentName.describe("env(NAME): the JSON key of a service account"),
    dimensions: z.array(Text.max(100)).max(9).default([]).describe("date, sessionDefaultChannelGroup"),
    metrics: z.array(Text.max(100)).min(1).max(10).describe("sessions, totalRevenue"),
    from: DayText.describe("first day that is fetched"),
    dimensionFilter: z.record(z.string(), z.unknown()).optional().describe("a FilterExpression of the Data API, as it is"),
    late: late(3),
    url: WebAddress.default("https://analyticsdata.googleapis.com").describe("where the Data API is"),
  }),
  matomo: z.strictObject({
    type: z.literal("matomo"),
    url: WebAddress.describe("where Matomo is: https://stats.example.com"),
    site: z.union([z.int().min(1), z.string().regex(/^\d+$/, "integer")]).describe("number of the site"),
    token: EnvironmentName.describe("env(NAME): token_auth of a user who may view the site"),
    method: z
      .string()
      .regex(/^[A-Za-z]+\.[A-Za-z]+$/, "api-method")
      .describe("VisitsSummary.get, Actions.getPageUrls, Live.getLastVisitsDetails"),
    period: z.enum(["day", "week", "month"]).default("day"),
    segment: Text.optional().describe("a segment of Matomo: deviceType==smartphone"),
    from: DayText.describe("first day that is fetched"),
    parameters: z
      .record(z.string().regex(/^[A-Za-z_]+$/, "parameter"), z.union([Text, z.number()]))
      .default({})
      .describe("other parameters of the method: {flat: 1, idGoal: 2}"),
    late: late(2),
  }),
  salesforce: z
    .strictObject({
      type: z.literal("salesforce"),
      url: WebAddress.describe("your domain: https://example.my.salesforce.com"),
      client: EnvironmentName.describe("env(NAME): consumer key of the app"),
      secret: EnvironmentName.describe("env(NAME): consumer secret of the app"),
      query: Text.describe("SOQL: SELECT Id, Amount, Account.Name FROM Opportunity"),
      cursor: Text.max(100)
        .optional()
        .describe("a moment that grows with each change, SystemModstamp: only what is new is fetched. The query has it, and {cursor}"),
      version: z
        .string()
        .regex(/^v\d{2,3}\.0$/, "api-version")
        .default("v60.0"),
    })
    .refine(({ cursor, query }) => cursor === undefined || query.includes("{cursor}"), { message: "cursor-place", path: ["query"] }),
  postgres: z.strictObject({ type: z.literal("postgres"), ...database }),
  mysql: z.strictObject({ type: z.literal("mysql"), ...database }),
  http: z.strictObject({
    type: z.literal("http"),
    url: Text.describe("an address, or env(NAME); a Google sheet by its CSV address"),
    as: z.enum(["json", "csv"]),
    headers: z.record(z.string().min(1), z.string()).default({}).describe("Authorization: env(NAME)"),
    rows: z.string().default("").describe("where the list is in the JSON: data.items"),
    next: Text.optional().describe("where the address of the next page is in the JSON: paging.next"),
  }),
  s3: z.strictObject({
    type: z.literal("s3"),
    bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "bucket"),
    files: z.string().min(1).max(1000).regex(/^[^/]/, "path").describe("a file or a glob: exports/orders-*.csv"),
    region: z
      .string()
      .regex(/^[a-z0-9-]+$/, "region")
      .default("us-east-1"),
    endpoint: WebAddress.optional().describe("of a server that speaks S3: https://minio.example.com; absent: Amazon"),
    keyId: EnvironmentName.describe("env(NAME): access key id"),
    secret: EnvironmentName.describe("env(NAME): secret access key"),
    session: EnvironmentName.optional().describe("env(NAME): session token, of a key that is lent"),
  }),
  events: z.strictObject({
    type: z.literal("events"),
    as: z.enum(["events", "orders", "identities"]).default("events").describe("every event, or a row an order, or a row a pair of ids"),
  }),
};

export type ConnectorType = keyof typeof settings;

/** Where a dataset's rows come from when they do not come from files. */
export const Connector = z.discriminatedUnion("type", [
  settings.ga4,
  settings.matomo,
  settings.salesforce,
  settings.postgres,
  settings.mysql,
  settings.http,
  settings.s3,
  settings.events,
]);
export type Connector = z.infer<typeof Connector>;
export type ConnectorOf<T extends ConnectorType> = Extract<Connector, { type: T }>;
