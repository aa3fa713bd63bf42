import type { Answer, Outbound, OutboundRequest } from "../../outbound/index.ts";

/** What a server lends to who has shown the credentials. */
export interface Session {
  readonly token: string;
  /** where its requests go */
  readonly base: string;
}

/** Sends requests with the token of a session, begun at the first request, and once more with a new one where it has expired. */
export function inSession(
  outbound: Outbound,
  begin: () => Promise<Session>,
): (request: (base: string) => OutboundRequest) => Promise<Answer> {
  let session: Session | null = null;
  return async (request) => {
    const answer = await ask([401]);
    if (answer.status !== 401) return answer;
    session = null;
    return ask([]);

    async function ask(accepts: readonly number[]): Promise<Answer> {
      if (session === null) {
        session = await begin();
        outbound.hide(session.token);
      }
      const { headers, ...rest } = request(session.base);
      return outbound.fetch({
        ...rest,
        headers: { accept: "application/json", ...headers, authorization: `Bearer ${session.token}` },
        accepts,
      });
    }
  };
}
