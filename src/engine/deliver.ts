import { createHmac } from "node:crypto";
import { type Letter, slackBody, teamsBody } from "../notify/index.ts";
import { fromEnvironment, type Outbound, sendMail } from "../outbound/index.ts";

export interface Delivery {
  /** `mail:…`, `slack:env(…)`, `teams:env(…)` or `webhook:env(…)` */
  readonly to: string;
  readonly letter: Letter;
  /** what a webhook gets in place of the letter */
  readonly json: unknown;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** seconds since 1970 */
  readonly now: number;
}

/** Sends a letter to one of those who asked for it. Throws HelderError where it did not arrive. */
export async function deliver(outbound: Outbound, { to, letter, json, environment, now }: Delivery): Promise<void> {
  const [medium, address] = [to.slice(0, to.indexOf(":")), to.slice(to.indexOf(":") + 1)];
  if (medium === "mail") {
    const server = fromEnvironment("env(HELDER_SMTP_URL)", environment, "HELDER_SMTP_URL");
    const from = environment["HELDER_MAIL_FROM"] ?? address;
    return outbound.retry(() => sendMail({ server, from, to: address, ...letter }));
  }
  const url = outbound.secret(address, to);
  const post = async (body: string, headers: Readonly<Record<string, string>> = {}): Promise<void> => {
    await outbound.fetch({ url, method: "POST", body, headers: { "content-type": "application/json", ...headers } });
  };
  if (medium === "slack") return post(slackBody(letter));
  if (medium === "teams") return post(teamsBody(letter));
  const secret = outbound.secret("env(HELDER_WEBHOOK_SECRET)", to);
  const body = JSON.stringify(json);
  const signature = createHmac("sha256", secret).update(`${now}.${body}`).digest("hex");
  return post(body, { "x-helder-timestamp": String(now), "x-helder-signature": `sha256=${signature}` });
}
