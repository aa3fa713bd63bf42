import type { Cpi } from "../framework/index.ts";

type Evidence = Cpi["evidence"][number];
const sound: ReadonlySet<Evidence["method"]> = new Set(["contextual-inquiry", "observation", "interview"]);

/** Whether somebody was with customers. Surveys, focus groups, experts and other companies only repeat what was already thought. */
export function isSound({ method }: Evidence): boolean {
  return sound.has(method);
}
