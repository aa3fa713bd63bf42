export { check, type CheckResult } from "./check.ts";
export { checkGithub } from "./github.ts";
export { checkJson } from "./json.ts";
export { findingKinds, message } from "./message.ts";
export type { Context, Rule, Violation } from "./rule.ts";
export { rules } from "./rules/index.ts";
export { checkSarif } from "./sarif.ts";
export { score } from "./score.ts";
export { checkText, type TextOptions } from "./text.ts";
