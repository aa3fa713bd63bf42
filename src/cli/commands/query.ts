import type { Command } from "../command.ts";
import { questionOf, questionOptions } from "../question.ts";
import { atWork } from "../work.ts";

export const query: Command = {
  name: "query",
  told: { nl: "geeft de waarden van metrieken", en: "gives the values of metrics" },
  arguments: [{ name: "<metric...>", told: { nl: "ids van metrieken", en: "ids of metrics" } }],
  options: questionOptions,
  run: (context) =>
    atWork(context, async ({ engine, framework }) => {
      const result = await engine.query(await questionOf(context));
      if (context.json) context.printJson(result);
      else {
        const { queryText } = await import("../../report/index.ts");
        context.print(queryText(result, context.language, { currency: framework.settings.currency, colour: context.colour }));
      }
      return 0;
    }),
};
