import { type CatalogueKpi, cataloguePhases, search } from "../../catalogue/index.ts";
import { HelderError, type Language } from "../../framework/index.ts";
import { phaseWords, webWords } from "../../locale/index.ts";
import { inert, wrap } from "../../report/index.ts";
import { open } from "../../workspace/index.ts";
import { type Command, type Context, textArgument } from "../command.ts";

const sides: Readonly<Record<Language, Readonly<Record<CatalogueKpi["side"], string>>>> = {
  nl: { behaviour: "gedrag", experience: "beleving" },
  en: { behaviour: "behaviour", experience: "experience" },
};

interface Words {
  readonly better: Readonly<Record<CatalogueKpi["direction"], string>>;
  readonly volume: (neighbour: string) => string;
  readonly formula: string;
  readonly gamedBy: string;
  readonly guardrail: string;
  readonly needs: string;
  readonly alsoCalled: string;
  readonly neverCpi: string;
  readonly use: string;
  readonly count: (count: number) => string;
  readonly none: (text: string) => string;
}

const sentences: Readonly<Record<Language, Words>> = {
  nl: {
    better: { up: "hoger is beter", down: "lager is beter" },
    volume: (neighbour) => `Telt alleen volume. Stuur op “${neighbour}”.`,
    formula: "Formule",
    gamedBy: "Zo wordt ermee gesjoemeld",
    guardrail: "Bewaak ook",
    needs: "Nodig",
    alsoCalled: "Ook wel",
    neverCpi: "Een KPI, nooit een CPI: klanten hebben er zelf niets aan.",
    use: "Als metriek",
    count: (count) => `${count} KPI’s. Lees meer over een ervan met “helder catalogue <id>”.`,
    none: (text) => `Niets gevonden voor “${text}”. Typ minder, of bekijk alles met “helder catalogue”.`,
  },
  en: {
    better: { up: "higher is better", down: "lower is better" },
    volume: (neighbour) => `Counts volume only. Steer by “${neighbour}”.`,
    formula: "Formula",
    gamedBy: "How it is gamed",
    guardrail: "Guard as well",
    needs: "Needs",
    alsoCalled: "Also called",
    neverCpi: "A KPI, never a CPI: it is of no use to customers themselves.",
    use: "As a metric",
    count: (count) => `${count} KPIs. Read more about one with “helder catalogue <id>”.`,
    none: (text) => `Nothing found for “${text}”. Type less, or see all with “helder catalogue”.`,
  },
};

const width = 80;

export const catalogue: Command = {
  name: "catalogue",
  told: { nl: "toont de KPI’s van het vak", en: "shows the KPIs of the trade" },
  arguments: [{ name: "[search]", told: { nl: "id, naam of deel ervan", en: "id, name or part of it" } }],
  options: [],
  async run(context) {
    await speakAsWorkspace(context);
    const { language } = context;
    const text = textArgument(context, 0);
    const found = search(text ?? "");
    if (context.json) context.printJson({ kpis: found.map((kpi) => toJson(kpi, language)) });
    else if (found.length === 0) context.print(sentences[language].none(inert(text!)));
    else context.print(text === null ? overview(found, context) : found.map((kpi) => card(kpi, context)).join("\n\n"));
    return 0;
  },
};

/** The catalogue needs no workspace: one that is there and can be read has a say in the language, no more. */
async function speakAsWorkspace(context: Context): Promise<void> {
  try {
    const { framework } = await open(context.directory());
    context.speak(framework.settings.language);
  } catch (problem) {
    if (!(problem instanceof HelderError)) throw problem;
  }
}

function toJson(kpi: CatalogueKpi, language: Language): object {
  const { id, formula, unit, direction, side, timing, phase, volume, guardrail } = kpi;
  const [name, definition, gamedBy, needs] = [kpi.name[language], kpi.definition[language], kpi.gamedBy[language], kpi.needs[language]];
  return { id, name, definition, formula, unit, direction, side, timing, phase, volume, gamedBy, guardrail, needs };
}

function overview(found: readonly CatalogueKpi[], context: Context): string {
  const { language } = context;
  const longest = (of: (kpi: CatalogueKpi) => string) => Math.max(...found.map((kpi) => of(kpi).length));
  const [ids, names] = [longest(({ id }) => id), longest(({ name }) => name[language])];
  const groups = cataloguePhases.map((phase) => {
    const { name, aim } = phaseWords(language, phase)!;
    const lines = found
      .filter((kpi) => kpi.phase === phase)
      .map((kpi) => `  ${kpi.id.padEnd(ids)}  ${kpi.name[language].padEnd(names)}  ${sides[language][kpi.side]}`);
    return [strong(`${name}: ${aim}`, context), ...lines].join("\n");
  });
  return [...groups, sentences[language].count(found.length)].join("\n\n");
}

function card(kpi: CatalogueKpi, context: Context): string {
  const { language } = context;
  const say = sentences[language];
  const { side, timing, phase, direction, neighbour, increment } = kpi;
  const words = webWords[language].kpi;
  const paragraph = (text: string) => wrap(text, width - 2).map((line) => `  ${line}`);
  return [
    `${strong(kpi.name[language], context)}  ${kpi.id}`,
    ...paragraph(kpi.definition[language]),
    ...paragraph([phaseWords(language, phase)!.name, sides[language][side], words[timing], say.better[direction]].join(" · ")),
    ...(neighbour === null ? [] : paragraph(say.volume(neighbour))),
    ...paragraph(`${say.formula}: ${kpi.formula}`),
    ...paragraph(`${say.needs}: ${kpi.needs[language].join("; ")}`),
    ...paragraph(`${say.gamedBy}: ${kpi.gamedBy[language]}`),
    ...paragraph(`${say.guardrail}: ${kpi.guardrail.join(", ")}`),
    ...paragraph(increment === null ? say.neverCpi : `CPI. ${words.increment(increment)}`),
    ...paragraph(`${say.alsoCalled}: ${kpi.aliases[language].join(", ")}`),
    `  ${say.use}:`,
    `    - id: ${kpi.id}`,
    `      use: ${kpi.id}`,
    ...kpi.template.asks.map((key) => `      ${key}: …`),
  ].join("\n");
}

function strong(text: string, { colour }: Context): string {
  return colour ? `\u001b[1m${text}\u001b[0m` : text;
}
