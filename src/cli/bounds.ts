import { type Duration, parseDuration } from "../calendar/index.ts";
import { HelderError } from "../framework/index.ts";
import { type Context, type Option, textOption } from "./command.ts";

/** Which customers are active, lapsed and best. */
export const boundsOptions: readonly Option[] = [
  {
    flags: "--active <duration>",
    told: { nl: "wie in deze tijd kocht is actief (anders 3y)", en: "who bought in this time is active (else 3y)" },
  },
  { flags: "--top <share>", told: { nl: "aandeel van de beste klanten (anders 0.1)", en: "share of the best customers (else 0.1)" } },
  {
    flags: "--lapsed <duration>",
    told: { nl: "wie zo lang niet kocht bleef weg (anders 12m)", en: "who did not buy for this long stayed away (else 12m)" },
  },
];

/** Throws HelderError `bad-option`. */
export function boundsOf(context: Context): { readonly active: Duration; readonly lapsed: Duration; readonly top: number } {
  return { active: duration(context, "active", "3y"), lapsed: duration(context, "lapsed", "12m"), top: topShare(context) };
}

function duration(context: Context, name: string, otherwise: string): Duration {
  const typed = textOption(context, name) ?? otherwise;
  const read = parseDuration(typed);
  if (read === null) throw new HelderError("bad-option", { option: `--${name}`, value: typed, hint: "12m | 3y | 30 days" });
  return read;
}

function topShare(context: Context): number {
  const typed = textOption(context, "top") ?? "0.1";
  const share = Number(typed);
  if (!(share > 0 && share <= 1)) throw new HelderError("bad-option", { option: "--top", value: typed, hint: "0.1" });
  return share;
}
