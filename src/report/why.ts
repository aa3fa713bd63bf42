import type { Language, Unit } from "../framework/index.ts";
import type { Why } from "../judge/index.ts";
import { formats, words } from "../locale/index.ts";
import { inert } from "./inert.ts";
import { pad, wrap } from "./width.ts";

/** What `helder why` prints: what rose or fell, then a line per driver and per segment, the largest first. */
export function whyText(why: Why, unit: Unit | null, language: Language, currency = "EUR"): string {
  const { change, drivers, segments } = why;
  const format = formats(language, currency);
  const said = sentences[language];
  const [before, after] = [format.value(why.from.value, unit), format.value(why.to.value, unit)];
  if (change === null) return said.unknown(inert(why.metric), why.from.value === null ? why.from.period : why.to.period);
  const head = said.head(inert(why.metric), change, before, why.from.period, after, why.to.period, format.signed(change, unit));
  const lines = (rows: readonly (readonly [string, string])[]): string[] => {
    const width = Math.max(0, ...rows.map(([name]) => name.length));
    return rows.map(([name, told]) => `  ${pad(name, width)}  ${told}`);
  };
  const signed = (value: number): string => format.signed(value, unit);
  const driven = lines(drivers.map(({ metric, contribution }) => [inert(metric), signed(contribution)]));
  const split = [...new Set(segments.map(({ by }) => by))].flatMap((by) => [
    "",
    said.by(inert(by)),
    ...lines(
      segments
        .filter((one) => one.by === by)
        .map(({ element, contribution, rate, mix, remainder }) => [
          remainder ? said.remainder : element === null ? words[language].blank : inert(String(element)),
          mix === 0 ? signed(contribution) : `${signed(contribution)} (${said.parts(signed(rate), signed(mix))})`,
        ]),
    ),
  ]);
  return [...wrap(head, 80), ...(driven.length > 0 ? ["", said.drivers, ...driven] : []), ...split].join("\n");
}

const sentences = {
  nl: {
    unknown: (metric: string, period: string) => `${metric} heeft geen waarde in ${period}: kies een periode met gegevens.`,
    head: (metric: string, change: number, before: string, from: string, after: string, to: string, gap: string) =>
      change === 0
        ? `${metric} bleef gelijk: ${before} in ${from} en in ${to}.`
        : `${metric} ${change > 0 ? "steeg" : "daalde"} van ${before} in ${from} naar ${after} in ${to}: ${gap}.`,
    drivers: "Door deze metrieken:",
    by: (column: string) => `Naar ${column}:`,
    parts: (rate: string, mix: string) => `eigen waarde ${rate}, aandeel ${mix}`,
    remainder: "niet toe te delen",
  },
  en: {
    unknown: (metric: string, period: string) => `${metric} has no value in ${period}: choose a period with data.`,
    head: (metric: string, change: number, before: string, from: string, after: string, to: string, gap: string) =>
      change === 0
        ? `${metric} stayed the same: ${before} in ${from} and in ${to}.`
        : `${metric} ${change > 0 ? "rose" : "fell"} from ${before} in ${from} to ${after} in ${to}: ${gap}.`,
    drivers: "By these metrics:",
    by: (column: string) => `By ${column}:`,
    parts: (rate: string, mix: string) => `own rate ${rate}, mix ${mix}`,
    remainder: "not to be divided",
  },
};
