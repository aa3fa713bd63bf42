import type { ExperimentAnalysis, ExperimentsResult, MetricOutcome, verdictReasons } from "../../engine/index.ts";
import type { Language } from "../../framework/index.ts";
import { formats } from "../../locale/index.ts";
import { type Command, textArgument } from "../command.ts";
import { atWork } from "../work.ts";

type Reasons = typeof verdictReasons;

const words = {
  nl: {
    supported: "aangetoond",
    refuted: "weerlegd",
    inconclusive: "onbeslist",
    running: "loopt nog",
    typed: "met de hand ingevuld",
    arms: "klanten",
    excluded: "in meer groepen, dus niet meegeteld",
    immature: "termijn loopt nog, dus alleen in de verdeling",
    mismatch: "de groepen hebben niet de afgesproken grootte",
    guardrail: "bewaking",
    harmed: "geschaad",
    none: "Er staat geen experiment in de werkmap.",
    objective: "Wat aangetoonde experimenten samen bijdragen",
    overlap: "tegelijk gelopen, dus deels misschien hetzelfde effect",
  },
  en: {
    supported: "supported",
    refuted: "refuted",
    inconclusive: "inconclusive",
    running: "still running",
    typed: "typed by hand",
    arms: "customers",
    excluded: "in several arms, so not counted",
    immature: "window still open, so only in the split",
    mismatch: "the arms are not of the planned size",
    guardrail: "guardrail",
    harmed: "harmed",
    none: "There is no experiment in the workspace.",
    objective: "What supported experiments add up to",
    overlap: "ran at one time, so partly perhaps one effect",
  },
} as const;

export const experiment: Command = {
  name: "experiment",
  told: { nl: "ontleedt een experiment, of alle", en: "analyses an experiment, or all of them" },
  arguments: [{ name: "[id]", told: { nl: "id van een experiment", en: "id of an experiment" } }],
  options: [],
  run: (context) =>
    atWork(context, async ({ engine }) => {
      const id = textArgument(context, 0);
      const result = await engine.experiments({ id, asOf: context.asOf });
      const { verdictReasons: reasons } = await import("../../engine/index.ts");
      const { inert } = await import("../../report/index.ts");
      const { language } = context;
      if (context.json) {
        const told = result.experiments.map((one) => toldOf(one, language, reasons));
        const failures = result.failures.map((one) => ({
          id: one.id,
          error: { code: one.problem.code, message: one.problem.sentence[language] },
        }));
        context.printJson(id === null ? { experiments: told, failures, links: result.links, objectives: result.objectives } : told[0]);
      } else context.print(textOf(result, language, reasons).map(inert).join("\n"));
      return 0;
    }),
};

/** The JSON of one analysis: every metric as `stats experiment` tells it, `relative` beside it. What its rows came from is told by `evidence`. */
function toldOf({ data: _data, ...analysis }: ExperimentAnalysis, language: Language, reasons: Reasons): object {
  const outcome = ({ absolute, relative, problem, harmed, ...rest }: MetricOutcome, guards: boolean): object => ({
    ...rest,
    ...absolute,
    relative,
    ...(guards ? { harmed } : {}),
    ...(problem ? { refused: { code: problem.code, message: problem.sentence[language] } } : {}),
  });
  return {
    ...analysis,
    reason: { code: analysis.reason, sentence: reasons[analysis.reason][language] },
    metrics: analysis.metrics.map((one) => outcome(one, false)),
    guardrails: analysis.guardrails.map((one) => outcome(one, true)),
  };
}

function textOf(result: ExperimentsResult, language: Language, reasons: Reasons): string[] {
  const say = words[language];
  const lines = result.experiments.flatMap((one) => [...analysisText(one, language, reasons), ""]);
  for (const { id, problem } of result.failures) lines.push(`${id}: ${problem.sentence[language]}`, "");
  if (result.objectives.length > 0 && result.experiments.length + result.failures.length > 1) {
    lines.push(say.objective);
    for (const { objective, metric, estimate, interval, effects, overlapping } of result.objectives) {
      const names = effects.map(({ experiment: name }) => name).join(", ");
      lines.push(
        `  ${objective} · ${metric}: ${percent(estimate, language)} [${interval.map((end) => percent(end, language)).join(" ; ")}] (${names})`,
      );
      for (const pair of overlapping) lines.push(`    ${pair.join(" + ")}: ${say.overlap}`);
    }
  }
  if (lines.length === 0) lines.push(say.none);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function analysisText(analysis: ExperimentAnalysis, language: Language, reasons: Reasons): string[] {
  const say = words[language];
  const { name, verdict, running, source, reason, arms, excluded, immature, srm, metrics, guardrails } = analysis;
  const kinds = [say[verdict], ...(running ? [say.running] : []), ...(source === "typed" ? [say.typed] : [])];
  const lines = [`${name}: ${kinds.join(", ")}`, `  ${reasons[reason][language]}`];
  if (analysis.links.length > 0) lines.push(`  ${analysis.links.map((link) => `${link.id}: ${say[link.verdict]}`).join(", ")}`);
  const sizes = Object.entries(arms).map(([arm, customers]) => `${arm} ${customers}`);
  if (sizes.length > 0) lines.push(`  ${say.arms}: ${sizes.join(", ")}`);
  if (srm?.mismatch === true) lines.push(`  ${say.mismatch} (p ${number(srm.pValue, language)})`);
  if (excluded > 0) lines.push(`  ${excluded} ${say.excluded}`);
  if (immature > 0) lines.push(`  ${immature} ${say.immature}`);
  for (const one of metrics) lines.push(`  ${outcomeText(one, language)}`);
  for (const one of guardrails)
    lines.push(`  ${say.guardrail} ${outcomeText(one, language)}${one.harmed === true ? ` · ${say.harmed}` : ""}`);
  return lines;
}

function outcomeText({ metric, variant, absolute, relative, adjustedPValue, problem }: MetricOutcome, language: Language): string {
  const parts = [variant === null ? metric : `${metric} (${variant})`];
  const shown = (result: typeof relative, format: (value: number, language: Language) => string): string =>
    result === null
      ? ""
      : `${format(result.estimate, language)} [${result.interval.map((end) => (end === null ? "–" : format(end, language))).join(" ; ")}]`;
  if (relative) parts.push(shown(relative, percent));
  else if (absolute) parts.push(shown(absolute, number));
  const p = adjustedPValue ?? (relative ?? absolute)?.pValue ?? null;
  if (p !== null) parts.push(p < 0.0001 ? `p < ${number(0.0001, language)}` : `p ${number(p, language)}`);
  if (problem) parts.push(problem.sentence[language]);
  return parts.join(" · ");
}

function percent(value: number, language: Language): string {
  return formats(language).signed(value, "percent");
}

function number(value: number, language: Language): string {
  return value.toLocaleString(language, { maximumSignificantDigits: 3 }).replace("-", "−");
}
