export { type Answer, openOutbound, type Outbound, type OutboundOptions, type OutboundRequest } from "./outbound.ts";
export { type Attachment, type MailRequest, sendMail } from "./mail.ts";
export { fromEnvironment } from "./secret.ts";
