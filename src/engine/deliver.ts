import { createHmac } from "node:crypto";
import { type Framework, HelderError, type Language } from "../framework/index.ts";
import { type Letter, slackBody, teamsBody } from "../notify/index.ts";
import { type Attachment, fromEnvironment, openOutbound, type Outbound, sendMail } from "../outbound/index.ts";

export interface Delivery {
  /** `mail:…`, `slack:env(…)`, `teams:env(…)` or `webhook:env(…)` */
  readonly to: string;
  readonly letter: Letter;
  /** what a webhook gets in place of the letter */
  readonly json: unknown;
  /** files that go along with mail */
  readonly attachments?: readonly Attachment[];
}

export interface Sending {
  readonly framework: Pick<Framework, "settings">;
  readonly language: Language;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** seconds since 1970 */
  readonly now: number;
}

export interface Undelivered {
  readonly to: string;
  readonly code: string;
  readonly sentence: string;
}

/** Sends each; `arrived` is told at once of those that did, so that nobody is told twice where the process ends before the next. */
export async function deliverAll<One extends Delivery>(
  deliveries: readonly One[],
  { framework, language, environment, now }: Sending,
  arrived: (delivery: One, failed: readonly (Undelivered & { readonly delivery: One })[]) => Promise<void>,
): Promise<{ readonly sent: readonly string[]; readonly failed: readonly (Undelivered & { readonly delivery: One })[] }> {
  const sent: string[] = [];
  const failed: (Undelivered & { readonly delivery: One })[] = [];
  const outbound = openOutbound({ allow: framework.settings.network?.allow ?? [], environment });
  try {
    for (const delivery of deliveries) {
      try {
        await deliver(outbound, delivery, environment, now);
      } catch (error) {
        if (!(error instanceof HelderError)) throw error;
        failed.push({ to: delivery.to, code: error.code, sentence: outbound.redact(error.sentence(language)), delivery });
        continue;
      }
      sent.push(delivery.to);
      await arrived(delivery, failed);
    }
  } finally {
    await outbound.close();
  }
  return { sent, failed };
}

/** Sends a letter to one of those who asked for it. Throws HelderError where it did not arrive. */
async function deliver(
  outbound: Outbound,
  { to, letter, json, attachments = [] }: Delivery,
  environment: Sending["environment"],
  now: number,
): Promise<void> {
  const [medium, address] = [to.slice(0, to.indexOf(":")), to.slice(to.indexOf(":") + 1)];
  if (medium === "mail") {
    const server = fromEnvironment("env(HELDER_SMTP_URL)", environment, "HELDER_SMTP_URL");
    const from = environment["HELDER_MAIL_FROM"] ?? address;
    return outbound.retry(() => sendMail({ server, from, to: address, ...letter, attachments }));
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
