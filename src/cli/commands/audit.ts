import type { Command } from "../command.ts";
import { atWork } from "../work.ts";

export const audit: Command = {
  name: "audit",
  told: {
    nl: "schrijft het register van verwerkingen: welke gegevens van mensen, waarvoor, hoe lang",
    en: "writes the record of processing: which data of people, what for, how long",
  },
  arguments: [],
  options: [],
  run: (context) =>
    atWork(context, async ({ engine, framework }) => {
      const { processingRecord, processingText } = await import("../../report/index.ts");
      const record = processingRecord(framework, (await engine.erasures()).length);
      if (context.json) context.printJson(record);
      else context.print(processingText(record, context.language));
      return 0;
    }),
};
