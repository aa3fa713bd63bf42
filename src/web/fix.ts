import { answerOf, type Language } from "./report.ts";

/** A finding, by what it says and about what. */
export interface Mendable {
  readonly code: string;
  readonly on: string;
}

/** Lines of one file as they are and as they would be, the first of them at `line`. */
export interface LineChange {
  readonly file: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** What mending a finding would change; nothing where only people can mend it. */
export async function fixPreview({ code, on }: Mendable, language: Language, signal: AbortSignal): Promise<readonly LineChange[]> {
  const response = await fetch(`/api/fix?${new URLSearchParams({ code, on, language }).toString()}`, { signal });
  return ((await answerOf(response)) as { readonly changes: readonly LineChange[] }).changes;
}

/** Mends a finding in the workspace's own files. */
export async function applyFix({ code, on }: Mendable, language: Language): Promise<void> {
  const body = JSON.stringify({ code, on });
  const headers = { "content-type": "application/json" };
  await answerOf(await fetch(`/api/fix?language=${language}`, { method: "POST", headers, body }));
}
