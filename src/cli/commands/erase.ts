import { createInterface } from "node:readline/promises";
import type { EraseResult } from "../../engine/index.ts";
import { HelderError, type Language } from "../../framework/index.ts";
import { type Command, type Context, textArgument } from "../command.ts";
import { atWork } from "../work.ts";

export const erase: Command = {
  name: "erase",
  told: { nl: "verwijdert een persoon uit alles wat Helder bewaart", en: "removes a person from all that Helder keeps" },
  arguments: [
    {
      name: "[customer]",
      told: {
        nl: "klantnummer, e-mailadres, telefoonnummer of pseudoniem",
        en: "customer number, e-mail address, telephone number or pseudonym",
      },
    },
  ],
  options: [
    { flags: "--yes", told: { nl: "verwijder zonder te vragen", en: "remove without asking" } },
    { flags: "--list", told: { nl: "toon welke verwijderingen er waren", en: "show which removals there were" } },
  ],
  run: (context) =>
    atWork(context, async ({ engine }) => {
      const { erasedText, erasuresText } = await import("../../report/index.ts");
      if (context.options["list"] === true) {
        const erasures = (await engine.erasures()).map(({ at, command, customer, removed, finished }) => ({
          at,
          command,
          customer,
          removed,
          finished,
        }));
        if (context.json) context.printJson({ erasures });
        else context.print(erasuresText(erasures, context.language));
        return 0;
      }
      const customer = textArgument(context, 0) ?? "";
      if (customer.trim() === "") throw new HelderError("bad-option", { option: "<customer>", value: customer, hint: "helder erase 1042" });
      const command = "helder erase";
      if (context.options["yes"] !== true) {
        const found = await engine.erase({ customer, confirmed: false, command });
        if (!context.json) context.print(erasedText(found, context.language));
        if (!(await agreed(context))) throw notConfirmed(found);
      }
      const result = await engine.erase({ customer, confirmed: true, command });
      if (context.json) context.printJson(result);
      else context.print(erasedText(result, context.language));
      return 0;
    }),
};

function notConfirmed({ removed }: EraseResult): HelderError {
  return new HelderError("erase-not-confirmed", { rows: removed.reduce((sum, { rows }) => sum + rows, 0) });
}

const question: Readonly<Record<Language, string>> = {
  nl: "Verwijderen? Dit kan niet worden teruggedraaid. (j/n) ",
  en: "Remove this? It cannot be taken back. (y/n) ",
};

async function agreed(context: Context): Promise<boolean> {
  if (context.json || !process.stdin.isTTY || !process.stdout.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^\s*(?:j|ja|y|yes)\s*$/i.test(await lines.question(question[context.language]));
  } finally {
    lines.close();
  }
}
