import { HelderError } from "../../framework/index.ts";
import { typedNumber } from "../../locale/index.ts";
import { type Command, textArgument, textOption } from "../command.ts";
import { atWork } from "../work.ts";

export const checkin: Command = {
  name: "checkin",
  told: { nl: "legt een getal met de hand vast", en: "records a number by hand" },
  arguments: [
    {
      name: "<kpi>",
      told: { nl: "id van een KPI, CPI of metriek van het type observed", en: "id of a KPI, CPI or metric of type observed" },
    },
    {
      name: "<period>",
      told: {
        nl: "2026-01-31, 2026-W05, 2026-01, 2026-Q1, 2026 of dag..dag",
        en: "2026-01-31, 2026-W05, 2026-01, 2026-Q1, 2026 or day..day",
      },
    },
    { name: "<value>", told: { nl: "het getal; 25 % mag ook", en: "the number; 25 % will do too" } },
  ],
  options: [{ flags: "--note <text>", told: { nl: "waar het getal vandaan komt", en: "where the number comes from" } }],
  run: (context) =>
    atWork(context, async ({ engine }) => {
      const [indicator, period, typed] = [textArgument(context, 0)!, textArgument(context, 1)!, textArgument(context, 2)!];
      const { id } = await engine.checkin({
        indicator,
        period,
        value: numberOf(typed, context.language),
        note: textOption(context, "note"),
      });
      if (context.json) context.printJson({ id });
      else
        context.print(
          context.language === "nl" ? `Vastgelegd: ${indicator} ${period} = ${typed}.` : `Recorded: ${indicator} ${period} = ${typed}.`,
        );
      return 0;
    }),
};

function numberOf(typed: string, language: "nl" | "en"): number {
  const number = typedNumber(typed);
  if (number !== null) return number;
  const hint = {
    nl: "Typ een getal als 41, 41,5 of 25 %, zonder punten voor duizendtallen.",
    en: "Type a number such as 41, 41.5 or 25 %, without thousands separators.",
  };
  throw new HelderError("bad-option", { option: "<value>", value: typed, hint: hint[language] });
}
