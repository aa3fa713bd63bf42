export { type Answer, openOutbound, type Outbound, type OutboundOptions, type OutboundRequest } from "./outbound.ts";
export { fromEnvironment } from "./secret.ts";
