import { type Command, textArgument } from "../command.ts";
import { atWork } from "../work.ts";

export const scorecard: Command = {
  name: "scorecard",
  told: {
    nl: "zegt hoever elk team is met waarop je het kunt beoordelen",
    en: "says how far each team is with what it may be held to",
  },
  arguments: [{ name: "[team]", told: { nl: "id van een team", en: "id of a team" } }],
  options: [],
  run: (context) =>
    atWork(context, async ({ engine, framework }) => {
      const { scorecardText, teamNamed, tellAttainments } = await import("../../report/index.ts");
      const asked = textArgument(context, 0);
      const id = asked === null ? null : teamNamed(framework, asked).id;
      const { report } = await engine.run({ asOf: context.asOf });
      const teams = report.attained.filter(({ team }) => id === null || team === id);
      if (context.json) context.printJson({ asOf: report.asOf, teams: tellAttainments(teams, report, context.language) });
      else context.print(scorecardText(teams, report, context.language));
      return 0;
    }),
};
