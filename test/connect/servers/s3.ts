import { createHash, createHmac } from "node:crypto";
import { type Request, type Server, startServer } from "./server.ts";

const secret = "s3-secret-key";

/** A bucket `shop`: a list in pages of two, and files that are given to who signed well (Signature Version 4). */
export async function startS3(files: Record<string, string>): Promise<Server> {
  return startServer((request) => {
    if (!isSigned(request)) return { status: 403, body: "<Error><Code>SignatureDoesNotMatch</Code></Error>" };
    const key = decodeURIComponent(request.path).replace(/^\/shop\//, "");
    if (key === "") return { ...list(request.query), listing: "list" };
    const content = files[key];
    if (content === undefined) return { status: 404, body: "<Error><Code>NoSuchKey</Code></Error>" };
    if (request.headers["if-match"] !== tag(content)) return { status: 412, body: "<Error><Code>PreconditionFailed</Code></Error>" };
    return { body: content, headers: { etag: tag(content) } };
  });

  function list(query: URLSearchParams): { body: string } {
    const keys = Object.keys(files).filter((key) => key.startsWith(query.get("prefix")!));
    const offset = Number(query.get("continuation-token") ?? 0);
    const page = keys.toSorted().slice(offset, offset + 2);
    const more = offset + 2 < keys.length;
    const contents = page.map(
      (key) =>
        `<Contents><Key>${key.replaceAll("&", "&amp;")}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>${tag(files[key]!).replaceAll('"', "&quot;")}</ETag><Size>${Buffer.byteLength(files[key]!)}</Size></Contents>`,
    );
    return {
      body: `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>shop</Name><KeyCount>${page.length}</KeyCount><IsTruncated>${more}</IsTruncated>${offset > 0 ? `<ContinuationToken>${offset}</ContinuationToken>` : ""}${more ? `<NextContinuationToken>${offset + 2}</NextContinuationToken>` : ""}${contents.join("")}</ListBucketResult>`,
    };
  }
}

function tag(content: string): string {
  return `"${createHash("md5").update(content).digest("hex")}"`;
}

/** As Amazon's documentation describes it, step by step. */
function isSigned({ method, path, query, headers }: Request): boolean {
  const said = /Credential=AKID\/(\d{8})\/eu-west-1\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)/.exec(
    headers["authorization"] ?? "",
  );
  if (said === null) return false;
  const [, day = "", names = "", signature = ""] = said;
  const encode = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const asked = [...query].map(([name, value]) => `${encode(name)}=${encode(value)}`).toSorted();
  const signed = names.split(";").map((name) => `${name}:${headers[name] ?? ""}\n`);
  const uri = decodeURIComponent(path).split("/").map(encode).join("/");
  const canonical = [method, uri, asked.join("&"), signed.join(""), names, headers["x-amz-content-sha256"] ?? ""].join("\n");
  const toSign = [
    "AWS4-HMAC-SHA256",
    headers["x-amz-date"],
    `${day}/eu-west-1/s3/aws4_request`,
    createHash("sha256").update(canonical).digest("hex"),
  ].join("\n");
  const key = [day, "eu-west-1", "s3", "aws4_request"].reduce<string | Buffer>(
    (one, part) => createHmac("sha256", one).update(part).digest(),
    `AWS4${secret}`,
  );
  return createHmac("sha256", key).update(toSign).digest("hex") === signature;
}
