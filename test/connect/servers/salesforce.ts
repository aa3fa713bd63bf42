import { type Server, startServer } from "./server.ts";

export interface Deal {
  readonly id: string;
  readonly amount: number | null;
  readonly account: string | null;
  readonly changed: string;
}

/** The REST API as recorded: records with attributes, records inside them, pages of two by the address of the next. */
export async function startSalesforce(deals: () => readonly Deal[]): Promise<Server> {
  const server: Server = await startServer(({ path, query, body, headers }) => {
    if (path === "/services/oauth2/token") {
      const asked = new URLSearchParams(body);
      if (asked.get("client_secret") !== "consumer-secret") return { status: 400, body: '{"error":"invalid_client"}' };
      return { body: JSON.stringify({ access_token: "00D!token", instance_url: server.base, token_type: "Bearer" }) };
    }
    if (headers["authorization"] !== "Bearer 00D!token") return { status: 401, body: '[{"errorCode":"INVALID_SESSION_ID"}]' };
    const soql = query.get("q") ?? Buffer.from(path.split("~")[1] ?? "", "base64url").toString();
    const offset = query.get("q") === null ? Number(path.split("~")[2]) : 0;
    const since = /SystemModstamp >= (\S+)/.exec(soql)?.[1] ?? "";
    const found = deals().filter(({ changed }) => new Date(changed).toISOString() >= since);
    const page = found.slice(offset, offset + 2).map(({ id, amount, account, changed }) => ({
      attributes: { type: "Opportunity", url: `/services/data/v60.0/sobjects/Opportunity/${id}` },
      Id: id,
      Amount: amount,
      Account:
        account === null
          ? null
          : { attributes: { type: "Account", url: "/a" }, Name: account, Owner: { attributes: { type: "User" }, Name: "Jo" } },
      SystemModstamp: changed,
    }));
    const next =
      offset + 2 < found.length
        ? { nextRecordsUrl: `/services/data/v60.0/query/01g~${Buffer.from(soql).toString("base64url")}~${offset + 2}` }
        : {};
    return { body: JSON.stringify({ totalSize: found.length, done: offset + 2 >= found.length, ...next, records: page }), listing: soql };
  });
  return server;
}
