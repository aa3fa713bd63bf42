import { resolve } from "node:path";
import { type Command, textOption } from "../command.ts";
import { atWork } from "../work.ts";

export const steer: Command = {
  name: "steer",
  told: { nl: "zegt wat er op wie wacht: bijsturen, beslissen, leren", en: "says what waits for whom: to steer, decide, learn" },
  arguments: [],
  options: [
    { flags: "--who <id>", told: { nl: "alleen van dit team of deze persoon", en: "only of this team or person" } },
    {
      flags: "--calendar <file>",
      told: { nl: "schrijf de dagen als agenda (.ics)", en: "write the days as a calendar (.ics)" },
    },
  ],
  run: (context) =>
    atWork(context, async ({ engine, framework }) => {
      const { report } = await engine.run({ asOf: context.asOf });
      const { calendarFeed, steerText, tellWaiting, waitingOf } = await import("../../report/index.ts");
      const who = textOption(context, "who");
      const waiting = waitingOf(framework, report).filter((one) => who === null || one.who === who);
      const told = tellWaiting(waiting, report, context.language);
      const file = textOption(context, "calendar");
      if (file !== null) {
        const { writeFileAtomically } = await import("../../workspace/index.ts");
        await writeFileAtomically(resolve(file), calendarFeed(told, { name: report.workspace.name, asOf: report.asOf }));
      }
      if (context.json) context.printJson({ waiting: told, ...(file === null ? {} : { file: resolve(file) }) });
      else context.print(steerText(waiting, report, context.language));
      return 0;
    }),
};
