import { text } from "node:stream/consumers";
import { dayInZone } from "../../calendar/index.ts";
import type { SmartReading, Verdict } from "../../smart/index.ts";
import { type Command, type Context, listArgument, textOption } from "../command.ts";

export const smart: Command = {
  name: "smart",
  told: { nl: "leest KPI-zinnen en toetst ze letter voor letter", en: "reads KPI sentences and checks them letter by letter" },
  arguments: [
    { name: "<sentence...>", told: { nl: "de zin, of - voor stdin: één per regel", en: "the sentence, or - for stdin: one a line" } },
  ],
  options: [],
  sentences: true,
  async run(context) {
    const { readForms, readKpis } = await import("../../smart/index.ts");
    const asked = textOption(context, "language") === null ? "auto" : context.language;
    const today = dayInZone(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
    const options = { asOf: context.asOf, today, language: asked, otherwise: context.language } as const;
    const typed = listArgument(context, 0).join(" ");
    const readings = typed === "-" ? readKpis(await text(process.stdin), options) : readForms(typed, options);
    if (context.json) context.printJson(readings);
    else context.print(readings.map((reading) => card(reading, context)).join("\n\n"));
    return 0;
  },
};

const signs = { true: { mark: "✓", colour: "32" }, false: { mark: "✕", colour: "31" }, null: { mark: "–", colour: "2" } };

function card({ sentence, letters }: SmartReading, { colour }: Context): string {
  const lines = Object.entries<Verdict>(letters).map(([letter, { ok, reason }]) => {
    const sign = signs[`${ok}`];
    return `  ${letter} ${colour ? `\u001b[${sign.colour}m${sign.mark}\u001b[0m` : sign.mark} ${reason}`;
  });
  // What was typed is shown as text: no control character in it may move the cursor.
  return [sentence.replace(/[\p{Cc}\p{Cf}]+/gu, " "), ...lines].join("\n");
}
