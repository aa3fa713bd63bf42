import { stat } from "node:fs/promises";
import { type ConnectorOf, HelderError } from "../../framework/index.ts";
import type { OutboundRequest } from "../../outbound/index.ts";
import { decodeEntities, UnreadableXml, xmlReader } from "../workbook/xml.ts";
import { type Connector, connectorBroken, type Fetching, sourceBroken, untilWhole } from "./connector.ts";

type Settings = ConnectorOf<"s3">;
type Sign = (path: string, headers?: Readonly<Record<string, string>>) => Promise<OutboundRequest>;

const endings = /\.((?:csv|tsv|txt|json|jsonl|ndjson)(?:\.gz)?|parquet|xlsx|xlsm|zip)$/i;

/** Files in a bucket of Amazon S3, or of a server that speaks it. A file that did not change is not fetched again. */
export const s3: Connector<Settings> = {
  type: "s3",
  whole: () => true,
  async *pages(fetching) {
    const { settings, cursor, known, file } = fetching;
    const sign = await signer(fetching);
    const before = JSON.parse(cursor ?? "{}") as Readonly<Record<string, string>>;
    const wanted = patternOf(settings.files);
    const list = await untilWhole(fetching, "its list of files goes round", () => listed(fetching, sign));
    const objects = list.filter(({ key }) => wanted.test(key) && !key.endsWith("/"));
    if (objects.length === 0) throw sourceBroken(fetching, `no file ${settings.files} in ${settings.bucket}`);
    const tags: Record<string, string> = {};
    for (const { key, tag, size } of objects) {
      tags[key] = tag;
      if (known.has(key) && before[key] === tag) {
        yield { name: key, kept: true, cursor: JSON.stringify(tags) };
        continue;
      }
      const ending = endings.exec(key)?.[1];
      if (ending === undefined) throw connectorBroken(fetching, `files: ${key} is no kind of file that is read`);
      const path = file(ending.toLowerCase());
      await download(fetching, await sign(pathOf(key), { "if-match": tag }), path, key);
      if ((await stat(path)).size !== size) throw sourceBroken(fetching, `${key} has another size than the list says`);
      yield { name: key, file: path, rows: null, cursor: JSON.stringify(tags) };
    }
  },
};

async function download(fetching: Fetching<Settings>, request: OutboundRequest, path: string, key: string): Promise<void> {
  try {
    await fetching.outbound.download(request, path);
  } catch (error) {
    if (error instanceof HelderError && error.params["status"] === 412) throw sourceBroken(fetching, `${key} changed meanwhile`, error);
    throw error;
  }
}

interface Listed {
  readonly key: string;
  readonly tag: string;
  /** bytes */
  readonly size: number;
}

/** All that begins as the pattern does, by key; null where a page came in the place of another. */
async function listed(fetching: Fetching<Settings>, sign: Sign): Promise<readonly Listed[] | null> {
  const { outbound, settings } = fetching;
  const prefix = /^[^*?]*/.exec(settings.files)![0];
  const found = new Map<string, Listed>();
  const tokens = new Set<string>();
  for (let token: string | null = null; ;) {
    const query = new URLSearchParams({ "list-type": "2", prefix, ...(token === null ? {} : { "continuation-token": token }) });
    // A space is `%20` to who signs.
    const { text } = await outbound.fetch(await sign(`?${query.toString().replaceAll("+", "%20")}`));
    const page = listOf(fetching, text);
    if (page.of !== null && page.of !== token) return null;
    for (const one of page.objects) found.set(one.key, one);
    if (page.next === null) return [...found.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
    if (tokens.has(page.next)) return null;
    tokens.add(page.next);
    token = page.next;
  }
}

interface ListPage {
  readonly objects: readonly Listed[];
  /** the token that it answers, where it says so */
  readonly of: string | null;
  /** the token of the page behind it; null where it is the last */
  readonly next: string | null;
}

function listOf(fetching: Fetching<Settings>, xml: string): ListPage {
  const objects: Record<string, string>[] = [];
  const said: Record<string, string> = {};
  const path: string[] = [];
  const reader = xmlReader({
    open(name) {
      path.push(name);
      if (name === "Contents") objects.push({});
    },
    text(text) {
      const holder = path.at(-2) === "Contents" ? objects.at(-1)! : path.length === 2 ? said : null;
      const name = path.at(-1);
      if (holder && name) holder[name] = (holder[name] ?? "") + decodeEntities(text);
    },
    close: () => void path.pop(),
  });
  try {
    reader.write(xml);
    reader.end();
  } catch (error) {
    if (error instanceof UnreadableXml) throw sourceBroken(fetching, error.message, error);
    throw error;
  }
  const isCut = said["IsTruncated"] === "true";
  const next = isCut ? (said["NextContinuationToken"] ?? "") : null;
  const complete = path.length === 0 && said["IsTruncated"] !== undefined && Number(said["KeyCount"] ?? objects.length) === objects.length;
  if (!complete || next === "") throw sourceBroken(fetching, "no whole list of files");
  return {
    objects: objects.map(({ Key = "", ETag = "", Size = "" }) => ({ key: Key, tag: ETag, size: Number(Size) })),
    of: said["ContinuationToken"] ?? null,
    next,
  };
}

/** Requests with a signature (AWS Signature Version 4); the path is that inside the bucket. */
async function signer(fetching: Fetching<Settings>): Promise<Sign> {
  const { outbound, settings } = fetching;
  const { bucket, endpoint, region } = settings;
  const { AwsV4Signer } = await import("aws4fetch");
  const root = endpoint === undefined ? `https://${bucket}.s3.${region}.amazonaws.com` : `${endpoint.replace(/\/$/, "")}/${bucket}`;
  const credentials = {
    accessKeyId: outbound.secret(settings.keyId, "connector.keyId"),
    secretAccessKey: outbound.secret(settings.secret, "connector.secret"),
    ...(settings.session === undefined ? {} : { sessionToken: outbound.secret(settings.session, "connector.session") }),
  };
  return async (path, more = {}) => {
    const signed = await new AwsV4Signer({ ...credentials, url: `${root}/${path}`, headers: more, service: "s3", region }).sign();
    const headers = Object.fromEntries([...signed.headers].filter(([name]) => name !== "host"));
    return { url: signed.url.href, headers };
  };
}

function pathOf(key: string): string {
  return key.split("/").map(encodeURIComponent).join("/");
}

/** `*` and `?` stay within a folder, `**` does not. */
function patternOf(glob: string): RegExp {
  const source = glob.replace(/\*\*\/?|[\s\S]/g, (part) => {
    if (part.startsWith("**")) return ".*";
    if (part === "*") return "[^/]*";
    return part === "?" ? "[^/]" : part.replace(/[\\^$.|+()[\]{}]/, "\\$&");
  });
  return new RegExp(`^${source}$`, "s");
}
