import { HelderError } from "../../framework/index.ts";
import { type Command, textArgument, textOption } from "../command.ts";
import { atWork } from "../work.ts";

const scopes = ["read", "write", "events"] as const;

export const key: Command = {
  name: "key",
  told: { nl: "maakt een sleutel voor een ander programma", en: "makes a key for another program" },
  arguments: [
    { name: "<create>", told: { nl: "create", en: "create" } },
    { name: "<name>", told: { nl: "waar de sleutel voor is", en: "what the key is for" } },
  ],
  options: [
    { flags: "--scope <scope>", told: { nl: "wat ermee mag", en: "what it may do" }, choices: scopes },
    { flags: "--write", told: { nl: "hetzelfde als --scope events", en: "the same as --scope events" } },
  ],
  run: (context) =>
    atWork(context, async ({ engine }) => {
      const [action, name] = [textArgument(context, 0)!, textArgument(context, 1)!];
      if (action !== "create") throw new HelderError("bad-option", { option: "<create>", value: action, hint: "helder key create <name>" });
      const typed = textOption(context, "scope");
      const scope = context.options["write"] === true ? "events" : scopes.find((one) => one === typed);
      if (scope === undefined || (typed !== null && typed !== scope))
        throw new HelderError("bad-option", { option: "--scope", value: typed ?? "", hint: scopes.join(" | ") });
      const made = await engine.createKey({ name, scope });
      if (context.json) context.printJson(made);
      else {
        context.print(made.key);
        context.complain(
          context.language === "nl"
            ? "Bewaar deze sleutel nu: hij wordt maar één keer getoond."
            : "Keep this key now: it is shown only once.",
        );
      }
      return 0;
    }),
};
