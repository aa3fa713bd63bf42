import { HelderError } from "../framework/index.ts";

/** Text in which `env(NAME)` stands for an environment variable. Throws HelderError `variable-missing`. */
export function fromEnvironment(text: string, environment: Readonly<Record<string, string | undefined>>, setting: string): string {
  const name = /^env\(([A-Za-z_][A-Za-z0-9_]*)\)$/.exec(text)?.[1];
  if (name === undefined) return text;
  const value = environment[name];
  if (!value) throw new HelderError("variable-missing", { name, setting });
  return value;
}

/** Takes secrets, and the forms in which they travel, out of text that is going to be shown. */
export function redacted(text: string, secrets: Iterable<string>): string {
  let shown = text;
  const forms = [...secrets].flatMap((secret) => [secret, encodeURIComponent(secret), Buffer.from(secret).toString("base64")]);
  for (const form of new Set(forms.toSorted((a, b) => b.length - a.length))) if (form.length >= 4) shown = shown.replaceAll(form, "***");
  return shown;
}
