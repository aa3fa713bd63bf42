import { createTransport } from "nodemailer";
import { HelderError } from "../framework/index.ts";
import { redacted } from "./secret.ts";

export interface MailRequest {
  /** `smtp://user:password@host:587` or `smtps://…` */
  readonly server: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly Attachment[];
}

/** A file that goes along with a mail. */
export interface Attachment {
  readonly name: string;
  /** `text/html` */
  readonly type: string;
  readonly bytes: Uint8Array;
}

const timeLimit = 30_000;

/** Sends one mail. Throws HelderError `outbound-failed`, which holds no password. */
export async function sendMail({ server, attachments = [], ...mail }: MailRequest): Promise<void> {
  if (!URL.canParse(server) || !/^smtps?:$/.test(new URL(server).protocol))
    throw new HelderError("outbound-failed", { host: "SMTP", reason: "smtp://user:password@host:587" });
  const address = new URL(server);
  for (const limit of ["connectionTimeout", "greetingTimeout", "socketTimeout"]) address.searchParams.set(limit, String(timeLimit));
  const transport = createTransport(address.href);
  try {
    await transport.sendMail({
      ...mail,
      attachments: attachments.map(({ name, type, bytes }) => ({ filename: name, contentType: type, content: Buffer.from(bytes) })),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (error) {
    const { hostname, password } = address;
    const secrets = password === "" ? [] : [password, decodeURIComponent(password)];
    throw new HelderError("outbound-failed", {
      host: hostname,
      reason: redacted(error instanceof Error ? error.message : String(error), secrets),
    });
  } finally {
    transport.close();
  }
}
