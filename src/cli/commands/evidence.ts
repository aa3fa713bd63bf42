import type { LinkEvidence, LinkExperiment, verdictReasons } from "../../engine/index.ts";
import type { Framework, Language } from "../../framework/index.ts";
import { formats } from "../../locale/index.ts";
import { type Command, textArgument } from "../command.ts";
import { atWork } from "../work.ts";

type Reasons = typeof verdictReasons;

const words = {
  nl: {
    hypothesis: "nog niet getest",
    supported: "aangetoond",
    refuted: "weerlegd",
    inconclusive: "onbeslist",
    expired: "verlopen",
    until: (day: string) => `tot en met ${day}`,
    because: "want",
    pooled: "Samen",
    contradicted: "De experimenten spreken elkaar tegen. Het nieuwste beslist; kijk waarin ze verschillen.",
    counts: "telt mee",
    ignored: "telt niet mee",
    customers: "klanten",
    typed: "met de hand ingevuld",
    data: "gegevens",
    redefined: (day: string) => `De oorzaak wordt sinds ${day} anders gemeten, dus dit zegt niets meer over het verband. Test het opnieuw.`,
    association: "Samenhang in de tijd (bewijst niets)",
    noneStandsOut: "geen die opvalt",
    later: (steps: number) => (steps === 0 ? "tegelijk" : steps === 1 ? "een periode later" : `${steps} perioden later`),
    none: "Er staan geen verbanden in de werkmap.",
    untested: "Nog geen experiment. Plan er een met: helder plan-experiment",
  },
  en: {
    hypothesis: "not tested yet",
    supported: "supported",
    refuted: "refuted",
    inconclusive: "inconclusive",
    expired: "expired",
    until: (day: string) => `through ${day}`,
    because: "because",
    pooled: "Together",
    contradicted: "The experiments contradict each other. The newest decides; see where they differ.",
    counts: "counts",
    ignored: "does not count",
    customers: "customers",
    typed: "typed by hand",
    data: "data",
    redefined: (day: string) =>
      `Since ${day} the cause is measured in another way, so this says nothing about the link any more. Test it again.`,
    association: "Association in time (proves nothing)",
    noneStandsOut: "none that stands out",
    later: (steps: number) => (steps === 0 ? "at once" : steps === 1 ? "a period later" : `${steps} periods later`),
    none: "There are no links in the workspace.",
    untested: "No experiment yet. Plan one with: helder plan-experiment",
  },
} as const;

export const evidence: Command = {
  name: "evidence",
  told: { nl: "laat zien waarop het bewijs van elk verband rust", en: "shows what the evidence of each link rests on" },
  arguments: [{ name: "[link]", told: { nl: "id van een verband", en: "id of a link" } }],
  options: [],
  run: (context) =>
    atWork(context, async ({ engine, framework }) => {
      const { evidenceOf, tellEvidence, verdictReasons: reasons } = await import("../../engine/index.ts");
      const { inert } = await import("../../report/index.ts");
      const id = textArgument(context, 0);
      const { language } = context;
      const result = await engine.experiments({ id: null, asOf: context.asOf });
      const { report } = await engine.run({ asOf: context.asOf });
      const links = evidenceOf(framework, result, report, id);
      if (context.json) {
        context.printJson(tellEvidence(links, result.failures, language));
      } else {
        const failed = result.failures.map((one) => `${one.id}: ${one.problem.sentence[language]}`);
        context.print([...textOf(framework, links, language, reasons), ...failed].map(inert).join("\n"));
      }
      return 0;
    }),
};

function textOf(framework: Framework, links: readonly LinkEvidence[], language: Language, reasons: Reasons): string[] {
  const say = words[language];
  if (links.length === 0) return [say.none];
  const names = new Map([...framework.kpis, ...framework.cpis].map(({ id, name = id }) => [id, name]));
  const named = (id: string) => names.get(id) ?? id;
  const lines = links.flatMap((link) => {
    const day = link.status === "supported" && link.until !== null ? ` (${say.until(formats(language).day(link.until))})` : "";
    return [
      "",
      `${named(link.from)} → ${named(link.to)}: ${say[link.status]}${day}  [${link.id}]`,
      ...(link.because === null ? [] : [`  ${say.because}: ${link.because}`]),
      ...(link.contradicted ? [`  ! ${say.contradicted}`] : []),
      ...(link.pooled === null || link.pooled.experiments.length < 2
        ? []
        : [
            `  ${say.pooled}: ${lift(link.pooled.estimate, link.pooled.interval, language)}, I² ${formats(language).value(link.pooled.heterogeneity, "percent")}`,
          ]),
      ...(link.ledger.length === 0
        ? [`  ${say.untested} ${link.id}`]
        : link.ledger.flatMap((one) => experimentLines(one, language, reasons))),
      ...(link.association === null ? [] : [`  ${say.association}: ${associationText(link.association, language)}`]),
    ];
  });
  return lines.slice(1);
}

function experimentLines(one: LinkExperiment, language: Language, reasons: Reasons): string[] {
  const say = words[language];
  const day = (value: string | null) => (value === null ? "…" : formats(language).day(value));
  const arms = Object.entries(one.arms).map(([arm, customers]) => `${arm} ${formats(language).number(customers)}`);
  return [
    `  ${one.name}: ${say[one.verdict]}, ${one.counts ? say.counts : say.ignored}: ${reasons[one.reason][language]}`,
    `    ${day(one.from)} – ${day(one.ended)}${arms.length > 0 ? `, ${say.customers}: ${arms.join(", ")}` : ""}${one.source === "typed" ? `, ${say.typed}` : ""}`,
    ...one.outcomes.flatMap(({ metric, variant, relative }) =>
      relative === null
        ? []
        : [
            `    ${metric}${variant === null ? "" : ` (${variant})`}: ${lift(relative.estimate, relative.interval, language)}, p ${small(relative.pValue, language)}`,
          ],
    ),
    ...(one.redefined === null ? [] : [`    ${say.redefined(day(one.redefined))}`]),
    ...(one.data === null ? [] : [`    ${say.data}: ${one.data.slice(0, 12)}`]),
  ];
}

function associationText({ strongest }: NonNullable<LinkEvidence["association"]>, language: Language): string {
  const say = words[language];
  if (strongest === null) return say.noneStandsOut;
  return `r ${formats(language).number(strongest.correlation, 2)}, ${say.later(strongest.lag)}, p ${small(strongest.pValue, language)}`;
}

function lift(estimate: number, interval: readonly (number | null)[], language: Language): string {
  const percent = (value: number | null) => (value === null ? "–" : formats(language).signed(value, "percent"));
  return `${percent(estimate)} [${interval.map(percent).join(" ; ")}]`;
}

function small(value: number, language: Language): string {
  return value < 0.0001
    ? `< ${(0.0001).toLocaleString(language, { maximumSignificantDigits: 1 })}`
    : value.toLocaleString(language, { maximumSignificantDigits: 2 });
}
