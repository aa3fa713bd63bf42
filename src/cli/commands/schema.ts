import type { Command } from "../command.ts";

export const schema: Command = {
  name: "schema",
  told: { nl: "schrijft het JSON Schema voor editors", en: "writes the JSON Schema for editors" },
  arguments: [],
  options: [],
  async run(context) {
    const { jsonSchema } = await import("../../workspace/index.ts");
    context.printJson(jsonSchema());
    return 0;
  },
};
