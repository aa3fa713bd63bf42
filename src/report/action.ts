import type { Action } from "../framework/index.ts";
import type { Entry } from "./report.ts";

/** What was agreed to do in the status that an indicator has now: one action; null where nothing was agreed for it. */
export function nextAction({ status, actions }: Pick<Entry, "status" | "actions">): Action | null {
  return actions.find(({ when }) => when === status) ?? null;
}
