import { HelderError } from "../../framework/index.ts";
import { type Command, textArgument, textOption } from "../command.ts";
import { atWork } from "../work.ts";

export const simulate: Command = {
  name: "simulate",
  told: { nl: "rekent een scenario door, en zegt wat eraan te twijfelen valt", en: "works out a scenario, and says what is to be doubted" },
  arguments: [{ name: "<scenario>", told: { nl: "id van een scenario", en: "id of a scenario" } }],
  options: [
    {
      flags: "--keep-nps <score>",
      told: {
        nl: "groei: de grootste instroom waarbij het cijfer in het drukste uur zo hoog blijft",
        en: "growth: the largest inflow at which the score in the busiest hour stays this high",
      },
    },
  ],
  run: (context) =>
    atWork(context, async ({ engine, framework }) => {
      const [{ scenarioNamed, simulated }, { changesText, growthText }] = await Promise.all([
        import("../../engine/index.ts"),
        import("../../report/index.ts"),
      ]);
      const scenario = scenarioNamed(framework, textArgument(context, 0)!);
      const { language, asOf } = context;
      const least = leastOf(textOption(context, "keepNps"));
      const outcome = await simulated(engine, framework, scenario, { language, asOf, least });
      if (context.json) context.printJson(outcome);
      else context.print("indicators" in outcome ? changesText(outcome, framework, language) : growthText(outcome, least, language));
      return 0;
    }),
};

function leastOf(typed: string | null): number | null {
  if (typed === null) return null;
  const score = Number(typed.replace(",", "."));
  if (typed.trim() === "" || !Number.isFinite(score))
    throw new HelderError("bad-option", { option: "--keep-nps", value: typed, hint: "8.5" });
  return score;
}
