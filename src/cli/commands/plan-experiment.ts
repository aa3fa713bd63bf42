import { HelderError, type Language } from "../../framework/index.ts";
import type { ExperimentPlan, PlannedSize } from "../../engine/index.ts";
import { type Command, type Context, textArgument, textOption } from "../command.ts";
import { atWork } from "../work.ts";

export const planExperiment: Command = {
  name: "plan-experiment",
  told: {
    nl: "rekent uit hoeveel klanten en dagen een test van een verband vraagt",
    en: "computes how many customers and days a test of a link takes",
  },
  arguments: [{ name: "<link>", told: { nl: "id van een verband", en: "id of a link" } }],
  options: [
    {
      flags: "--effect <lift>",
      told: { nl: "kleinste effect dat telt, 0.05 of 5%", en: "smallest effect that counts, 0.05 or 5%" },
    },
    { flags: "--alpha <alpha>", told: { nl: "kans op een vals alarm, 0.05", en: "chance of a false alarm, 0.05" } },
    { flags: "--power <power>", told: { nl: "kans om het effect te zien, 0.8", en: "chance of seeing the effect, 0.8" } },
  ],
  run: (context) =>
    atWork(context, async ({ engine }) => {
      const plan = await engine.planExperiment({
        link: textArgument(context, 0)!,
        minimumEffect: fraction(context, "effect", 10),
        alpha: fraction(context, "alpha", 0.4999),
        power: fraction(context, "power", 0.9999),
        asOf: context.asOf,
      });
      if (context.json) context.printJson({ ...plan[plan.design], ...plan });
      else {
        const { inert } = await import("../../report/index.ts");
        context.print(textOf(plan, context.language).map(inert).join("\n"));
      }
      return 0;
    }),
};

/** A fraction as it is typed, `0.05` or `5%`; null where it was not typed. Throws `bad-option`. */
function fraction(context: Context, name: string, most: number): number | null {
  const typed = textOption(context, name);
  if (typed === null) return null;
  const match = /^(\d+(?:[.,]\d+)?|[.,]\d+)\s*(%?)$/.exec(typed.trim());
  const value = match === null ? NaN : Number(match[1]!.replace(",", ".")) / (match[2] === "%" ? 100 : 1);
  if (value > 0 && value <= most) return value;
  throw new HelderError("bad-option", { option: `--${name}`, value: typed, hint: "0.05 | 5%" });
}

const words = {
  nl: {
    on: (plan: ExperimentPlan, number: Show, percent: Show) =>
      `${plan.link}: ${plan.metric} staat op ${number(plan.baseline)}; ${percent(plan.minimumEffect)} verschil zie je met ${percent(plan.power)} kans.`,
    weekly: (plan: ExperimentPlan, number: Show) =>
      `Per week komen er ${number(plan.customersPerWeek)} klanten bij (${plan.history.from} t/m ${plan.history.to}).`,
    size: (name: string, size: PlannedSize, window: string, number: Show) =>
      `${name}: ${number(size.total)} klanten (${number(size.control)} + ${number(size.treatment)})${size.totalDays === null ? "" : `, ${number(size.totalDays)} dagen met ${window} na de laatste`}`,
    fixed: "Eén keer kijken, aan het eind",
    sequential: "Kijken wanneer je wilt",
  },
  en: {
    on: (plan: ExperimentPlan, number: Show, percent: Show) =>
      `${plan.link}: ${plan.metric} is at ${number(plan.baseline)}; a difference of ${percent(plan.minimumEffect)} is seen with ${percent(plan.power)} chance.`,
    weekly: (plan: ExperimentPlan, number: Show) =>
      `${number(plan.customersPerWeek)} customers come in a week (${plan.history.from} to ${plan.history.to}).`,
    size: (name: string, size: PlannedSize, window: string, number: Show) =>
      `${name}: ${number(size.total)} customers (${number(size.control)} + ${number(size.treatment)})${size.totalDays === null ? "" : `, ${number(size.totalDays)} days with ${window} after the last`}`,
    fixed: "One look, at the end",
    sequential: "Looking whenever you like",
  },
} as const;

type Show = (value: number) => string;

function textOf(plan: ExperimentPlan, language: Language): string[] {
  const say = words[language];
  const number: Show = (value) =>
    value.toLocaleString(language, { maximumSignificantDigits: Math.abs(value) < 1000 ? 4 : 15, maximumFractionDigits: 4 });
  const percent: Show = (value) => `${(100 * value).toLocaleString(language, { maximumFractionDigits: 1 })} %`;
  return [
    say.on(plan, number, percent),
    say.weekly(plan, number),
    say.size(say.fixed, plan.fixed, plan.window, number),
    say.size(say.sequential, plan.sequential, plan.window, number),
  ];
}
