import { HelderError } from "../../framework/index.ts";
import { type Command, textOption } from "../command.ts";
import { atWork } from "../work.ts";

/** Worse to the right; a status that is not here never fails a run. */
const order = ["at-risk", "behind", "missed"] as const;

export const run: Command = {
  name: "run",
  told: { nl: "beoordeelt alle KPI’s en CPI’s", en: "judges all KPIs and CPIs" },
  arguments: [],
  options: [
    {
      flags: "--fail-on <status>",
      told: { nl: "exit 1 bij deze status of erger: at-risk behind missed", en: "exit 1 at this status or worse: at-risk behind missed" },
    },
    { flags: "--timings", told: { nl: "toon hoeveel tijd elke stap kostte", en: "show how long each step took" } },
  ],
  run: (context) =>
    atWork(context, async ({ engine }) => {
      const failOn = textOption(context, "failOn");
      const limit = order.findIndex((status) => status === failOn);
      if (failOn !== null && limit < 0)
        throw new HelderError("bad-option", { option: "--fail-on", value: failOn, hint: order.join(" | ") });
      const { report, timings } = await engine.run({ asOf: context.asOf });
      const { runText, toJson } = await import("../../report/index.ts");
      const { checkWords, message } = await import("../../check/index.ts");
      const timed = context.options["timings"] === true;
      if (context.json) context.printJson({ ...toJson(report, context.language, checkWords), ...(timed ? { timings } : {}) });
      else {
        context.print(runText(report, { language: context.language, colour: context.colour, message }));
        if (timed)
          context.print(
            Object.entries<number>({ ...timings })
              .map(([step, milliseconds]) => `${step.padEnd(8)}${milliseconds.toFixed(1).padStart(10)} ms`)
              .join("\n"),
          );
      }
      const worst = Math.max(-1, ...[...report.kpis, ...report.cpis].map((entry) => order.findIndex((status) => status === entry.status)));
      return failOn !== null && worst >= limit ? 1 : 0;
    }),
};
