import { HelderError } from "../../framework/index.ts";
import { type Command, type Context, textArgument, textOption } from "../command.ts";
import { atWork } from "../work.ts";

const scopes = ["read", "write", "events"] as const;

export const key: Command = {
  name: "key",
  told: { nl: "maakt een sleutel voor een ander programma", en: "makes a key for another program" },
  arguments: [
    { name: "<create>", told: { nl: "create", en: "create" } },
    { name: "[name]", told: { nl: "waar de sleutel voor is", en: "what the key is for" } },
  ],
  options: [
    { flags: "--scope <scope>", told: { nl: "wat ermee mag", en: "what it may do" }, choices: scopes },
    { flags: "--write", told: { nl: "hetzelfde als --scope events", en: "the same as --scope events" } },
    {
      flags: "--customer <id>",
      told: { nl: "een token waarmee één klant de eigen waarde ziet", en: "a token by which one customer sees their own value" },
    },
    { flags: "--days <days>", told: { nl: "hoelang dat token geldt (anders 30)", en: "how long that token holds (else 30)" } },
  ],
  run: (context) =>
    atWork(context, async ({ engine }) => {
      const [action, name] = [textArgument(context, 0)!, textArgument(context, 1)];
      if (action !== "create") throw new HelderError("bad-option", { option: "<create>", value: action, hint: "helder key create <name>" });
      const customer = textOption(context, "customer");
      if (customer !== null) return printToken(context, customer);
      if (name === null) throw new HelderError("bad-option", { option: "<name>", value: "", hint: "helder key create <name>" });
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

async function printToken(context: Context, customer: string): Promise<number> {
  const typed = textOption(context, "days") ?? "30";
  const days = Number(typed);
  if (!Number.isInteger(days) || days < 1 || days > 366)
    throw new HelderError("bad-option", { option: "--days", value: typed, hint: "1 … 366" });
  const { signCustomer } = await import("../../engine/index.ts");
  const until = Math.floor(Date.now() / 1000) + days * 86_400;
  const token = signCustomer({ customer, until }, process.env);
  if (context.json)
    context.printJson({ customer, token, until: new Date(until * 1000).toISOString(), path: `/customer-value?token=${token}` });
  else context.print(token);
  return 0;
}
