import type { Command } from "../command.ts";
import { questionOf, questionOptions } from "../question.ts";
import { atWork } from "../work.ts";

export const sql: Command = {
  name: "sql",
  told: { nl: "toont de SQL waarmee metrieken worden berekend", en: "shows the SQL that computes metrics" },
  arguments: [{ name: "<metric...>", told: { nl: "ids van metrieken", en: "ids of metrics" } }],
  options: [
    ...questionOptions,
    { flags: "--plan", told: { nl: "toon het plan in plaats van de SQL", en: "show the plan instead of the SQL" } },
  ],
  run: (context) =>
    atWork(context, async ({ engine }) => {
      const result = await engine.sql(await questionOf(context));
      const plan = context.options["plan"] === true;
      if (context.json)
        context.printJson(
          plan
            ? { plan: result.explained, plans: result.statements.map((statement) => statement.plan) }
            : { statements: result.statements.map(({ dataset, text, parameters }) => ({ dataset, text, parameters })) },
        );
      else if (plan) context.print(result.explained);
      else {
        context.print(
          result.statements
            .map(
              ({ text, parameters }) =>
                `${text};${parameters.map((value, index) => `\n-- $${index + 1} = ${JSON.stringify(value)}`).join("")}`,
            )
            .join("\n\n"),
        );
      }
      return 0;
    }),
};
