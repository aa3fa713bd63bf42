import { createVerify, generateKeyPairSync } from "node:crypto";
import { type Server, startServer } from "./server.ts";

const { publicKey, privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

export interface Visit {
  readonly date: string;
  readonly channel: string;
  readonly sessions: number;
}

/** The Data API as recorded: headers, values as texts, a page of at most two rows with the count of all, and no `rows` where there are none. */
export async function startGa4(visits: readonly Visit[]): Promise<Server & { readonly key: string }> {
  const server: Server = await startServer(({ path, body, headers }) => {
    if (path === "/token") {
      const [header = "", claims = "", signature = ""] = new URLSearchParams(body).get("assertion")!.split(".");
      const right = createVerify("RSA-SHA256").update(`${header}.${claims}`).verify(publicKey, signature, "base64url");
      const { aud, iss } = JSON.parse(Buffer.from(claims, "base64url").toString()) as { aud: string; iss: string };
      if (!right || aud !== `${server.base}/token` || iss !== "helder@example.com")
        return { status: 400, body: '{"error":"invalid_grant"}' };
      return { body: '{"access_token":"ya29.token","expires_in":3599}' };
    }
    if (headers["authorization"] !== "Bearer ya29.token" || path !== "/v1beta/properties/123:runReport") return { status: 403, body: "no" };
    const asked = JSON.parse(body) as {
      dateRanges: { startDate: string; endDate: string }[];
      offset: string;
      dimensions: { name: string }[];
    };
    const { startDate, endDate } = asked.dateRanges[0]!;
    const rows = visits.filter(({ date }) => date >= startDate && date <= endDate);
    const page = rows.slice(Number(asked.offset), Number(asked.offset) + 2);
    const reply = {
      dimensionHeaders: asked.dimensions,
      metricHeaders: [{ name: "sessions", type: "TYPE_INTEGER" }],
      ...(page.length === 0
        ? {}
        : {
            rows: page.map(({ date, channel, sessions }) => ({
              dimensionValues: [{ value: date.replaceAll("-", "") }, { value: channel }],
              metricValues: [{ value: String(sessions) }],
            })),
          }),
      rowCount: rows.length,
      metadata: { currencyCode: "EUR", timeZone: "Europe/Amsterdam" },
      kind: "analyticsData#runReport",
    };
    return { body: JSON.stringify(reply), listing: startDate };
  });
  const key = JSON.stringify({
    type: "service_account",
    client_email: "helder@example.com",
    private_key: privateKey,
    private_key_id: "k1",
    token_uri: `${server.base}/token`,
  });
  return { ...server, key };
}
