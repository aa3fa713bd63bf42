import { type Command, listArgument } from "../command.ts";
import { atWork } from "../work.ts";

export const load: Command = {
  name: "load",
  told: { nl: "laadt de data die veranderd zijn", en: "loads the data that changed" },
  arguments: [{ name: "[dataset...]", told: { nl: "alleen deze datasets", en: "only these datasets" } }],
  options: [],
  run: (context) =>
    atWork(context, async ({ engine }) => {
      const asked = listArgument(context, 0);
      const result = await engine.load({ datasets: asked.length > 0 ? asked : null });
      const errors = result.failures.map(({ id, error }) => ({ id, code: error.code, message: error.sentence(context.language) }));
      const { loadText, tellFaults } = await import("../../report/index.ts");
      const quality = result.quality ?? [];
      if (context.json)
        context.printJson({
          datasets: result.datasets,
          ...(result.identities && { identities: result.identities }),
          quality: tellFaults(quality, context.language),
          ...(errors.length > 0 ? { error: errors[0], failures: errors } : {}),
        });
      else {
        context.print(loadText(result.datasets, context.language, { quality, identities: result.identities ?? [] }));
      }
      for (const { code, message } of errors) context.complain(`${code}: ${message}`);
      return result.failures[0]?.error.exit ?? 0;
    }),
};
