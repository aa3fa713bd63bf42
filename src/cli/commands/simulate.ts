import type { ChangedIndicator } from "../../engine/index.ts";
import { type Framework, HelderError, type Language, type Scenario } from "../../framework/index.ts";
import { formats } from "../../locale/index.ts";
import { unitOf } from "../../metric/index.ts";
import { type Command, type Context, textArgument, textOption } from "../command.ts";
import { atWork } from "../work.ts";

interface Doubt {
  readonly code: string;
  readonly sentence: string;
}

const sentences: Readonly<
  Record<
    Language,
    {
      readonly end: (weeks: number, members: string, low: string, high: string) => string;
      readonly keeps: (inflow: string, score: string) => string;
      readonly keepsNone: (score: string) => string;
      readonly week: (week: number) => string;
      readonly arithmetic: string;
      readonly superKpi: string;
      readonly stops: (metric: string, kpi: string) => string;
      readonly between: (low: string, high: string) => string;
    }
  >
> = {
  nl: {
    end: (weeks, members, low, high) => `Na ${weeks} weken: ${members} leden (toeval alleen geeft ${low} tot ${high}).`,
    keeps: (inflow, score) => `Tot een instroom van ${inflow} per week blijft het cijfer ${score} of hoger.`,
    keepsNone: (score) => `Bij geen enkele instroom blijft het cijfer ${score} of hoger.`,
    week: (week) => `week ${week}`,
    arithmetic: "Dit is rekenwerk: of klanten ook anders gaan doen, laat alleen een experiment zien.",
    superKpi: "De super-KPI hangt via de formules niet af van wat hier verandert.",
    stops: (metric, kpi) => `“${metric}” kijkt over meerdere perioden; de verandering komt er in “${kpi}” niet doorheen.`,
    between: (low, high) => `per periode ${low} tot ${high}`,
  },
  en: {
    end: (weeks, members, low, high) => `After ${weeks} weeks: ${members} members (chance alone gives ${low} to ${high}).`,
    keeps: (inflow, score) => `Up to an inflow of ${inflow} a week the score stays ${score} or better.`,
    keepsNone: (score) => `At no inflow does the score stay ${score} or better.`,
    week: (week) => `week ${week}`,
    arithmetic: "This is arithmetic: whether customers do otherwise too, only an experiment shows.",
    superKpi: "The super-KPI does not depend on what changes here by its formulas.",
    stops: (metric, kpi) => `“${metric}” looks over several periods; the change does not get through it in “${kpi}”.`,
    between: (low, high) => `by period ${low} to ${high}`,
  },
};

export const simulate: Command = {
  name: "simulate",
  told: { nl: "rekent een scenario door, en zegt wat eraan te twijfelen valt", en: "works out a scenario, and says what is to be doubted" },
  arguments: [{ name: "<scenario>", told: { nl: "id van een scenario", en: "id of a scenario" } }],
  options: [
    {
      flags: "--keep-nps <score>",
      told: {
        nl: "groei: de grootste instroom waarbij het cijfer in het drukste uur zo hoog blijft",
        en: "growth: the largest inflow at which the score in the busiest hour stays this high",
      },
    },
  ],
  run: (context) =>
    atWork(context, async ({ engine, framework }) => {
      const { scenarioNamed, simulateTree } = await import("../../engine/index.ts");
      const scenario = scenarioNamed(framework, textArgument(context, 0)!);
      if (scenario.kind === "growth") await growth(context, scenario);
      else tree(context, framework, await simulateTree(engine, framework, scenario, context.asOf));
      return 0;
    }),
};

async function growth(context: Context, scenario: Extract<Scenario, { kind: "growth" }>): Promise<void> {
  const { growthDoubts, growthPath, growthSpread, inflowThatKeeps } = await import("../../judge/index.ts");
  const { language } = context;
  const format = formats(language);
  const write = {
    number: (value: number) => format.number(value, Number.isInteger(value) || Math.abs(value) >= 1000 ? 0 : 1),
    percent: (fraction: number) => format.value(fraction, "percent", { trim: true }),
  };
  const room = scenario.capacity?.guestsPerHour;
  const points = Object.entries(scenario.capacity?.npsAt ?? {}).map(([guests, nps]) => [Number(guests), nps] as const);
  const capacity =
    room === undefined
      ? null
      : { guestsPerHour: room, peakShare: scenario.capacity?.peakShare ?? null, npsAt: points.length > 0 ? points : null };
  const path = growthPath(scenario);
  const end = path.at(-1)!.members;
  const { low, high, level } = growthSpread(scenario);
  const doubts: readonly Doubt[] = growthDoubts(scenario, capacity, language, write);
  const least = leastOf(textOption(context, "keepNps"));
  const inflow = least === null || capacity === null ? null : inflowThatKeeps(scenario, capacity, least);
  const kept = least === null ? {} : { inflow: inflow !== null && Number.isFinite(inflow) ? inflow : null };
  if (context.json) return context.printJson({ path, end, interval: [low, high], level, doubts, ...kept });
  const told = sentences[language];
  context.print(
    [
      ...path.map(({ week, members }) => `${told.week(week).padEnd(9)} ${write.number(Math.round(members)).padStart(12)}`),
      told.end(scenario.weeks, write.number(Math.round(end)), write.number(low), write.number(high)),
      ...doubts.map(({ sentence }) => `? ${sentence}`),
      ...(least === null
        ? []
        : [inflow === null ? told.keepsNone(write.number(least)) : told.keeps(write.number(inflow), write.number(least))]),
    ].join("\n"),
  );
}

function tree(context: Context, framework: Framework, changed: readonly ChangedIndicator[]): void {
  const told = sentences[context.language];
  const main = changed.find(({ id }) => id === framework.settings.superKpi) ?? null;
  const doubts: Doubt[] = [
    { code: "arithmetic-only", sentence: told.arithmetic },
    ...(main === null ? [{ code: "super-kpi-untouched", sentence: told.superKpi }] : []),
    ...changed.flatMap(({ id, stops }) => stops.map((stop) => ({ code: "change-stops", sentence: told.stops(stop, id) }))),
  ];
  const { path, end, interval } = main ?? changed[0]!;
  if (context.json) return context.printJson({ path, end, interval, doubts, indicators: changed });
  const write = formats(context.language, framework.settings.currency);
  const lines = changed.map(({ id, metric, path: periods, end: after, interval: [low, high] }) => {
    const shown = (value: number) => write.value(value, unitOf(framework, metric));
    const before = periods.at(-1)!;
    return `${id}  ${before.period}: ${shown(before.measured)} → ${shown(after)} (${told.between(shown(low), shown(high))})`;
  });
  context.print([...lines, ...doubts.map(({ sentence }) => `? ${sentence}`)].join("\n"));
}

function leastOf(typed: string | null): number | null {
  if (typed === null) return null;
  const score = Number(typed.replace(",", "."));
  if (typed.trim() === "" || !Number.isFinite(score))
    throw new HelderError("bad-option", { option: "--keep-nps", value: typed, hint: "8.5" });
  return score;
}
