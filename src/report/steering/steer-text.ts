import type { Language } from "../../framework/index.ts";
import { formats } from "../../locale/index.ts";
import { inert } from "../inert.ts";
import { person } from "../person.ts";
import type { Report } from "../report.ts";
import { pageWidth } from "../table.ts";
import { wrap } from "../width.ts";
import type { Lesson } from "./lesson.ts";
import type { Option, optionSources } from "./option.ts";
import type { Waiting, WaitingKind } from "./waiting.ts";

interface Named {
  readonly name: string;
}

interface Sentences {
  readonly kinds: Readonly<Record<WaitingKind, (of: Named) => string>>;
  readonly sources: Readonly<Record<(typeof optionSources)[number], string>>;
  readonly nobody: string;
  readonly nothing: string;
  readonly summary: (count: number, overdue: number) => string;
  readonly by: (day: string) => string;
  readonly overdue: (day: string) => string;
  readonly learned: string;
  readonly more: (count: number) => string;
}

const sentences: Readonly<Record<Language, Sentences>> = {
  nl: {
    kinds: {
      open: ({ name }) => `“${name}” ligt niet op koers. Open een bijsturing en zoek de oorzaak.`,
      cause: ({ name }) => `Schrijf op waardoor “${name}” van koers raakte.`,
      options: ({ name }) => `Zet op een rij wat je voor “${name}” kunt doen.`,
      choice: ({ name }) => `Kies wat je voor “${name}” gaat doen.`,
      test: ({ name }) => `Plan een test van je keuze voor “${name}”.`,
      running: ({ name }) => `De test voor “${name}” loopt. Wacht met oordelen tot het einde.`,
      decision: ({ name }) => `De test voor “${name}” is klaar. Besluit: start, stop of ga door.`,
      learning: ({ name }) => `Schrijf op wat je van “${name}” leerde.`,
      answer: ({ name }) => `Antwoord op de opmerking bij “${name}”.`,
      checkin: ({ name }) => `Vul het nieuwste getal van “${name}” in.`,
      agree: ({ name }) => `Spreek het doel van “${name}” af, en schrijf op met wie.`,
      renew: ({ name }) => `Het doel van “${name}” is voorbij. Kies een nieuw doel.`,
      repeat: ({ name }) => `Het bewijs onder “${name}” verloopt. Herhaal de test.`,
    },
    sources: {
      listed: "genoemd",
      learning: "werkte eerder",
      "proven-link": "aangetoond verband",
      action: "afgesproken",
      enabler: "helpt het doel erboven",
      "unproven-link": "nog niet aangetoond",
    },
    nobody: "Niemand (wijs een eigenaar aan)",
    nothing: "Er wacht niets op iemand.",
    summary: (count, overdue) => `${count} ${count === 1 ? "ding wacht" : "dingen wachten"}${overdue > 0 ? `, ${overdue} over tijd` : ""}.`,
    by: (day) => `voor eind ${day}`,
    overdue: (day) => `over tijd sinds ${day}`,
    learned: "Eerder geleerd",
    more: (count) => `en nog ${count} andere`,
  },
  en: {
    kinds: {
      open: ({ name }) => `“${name}” is off course. Open a steering cycle and look for the cause.`,
      cause: ({ name }) => `Write down what put “${name}” off course.`,
      options: ({ name }) => `List what you can do about “${name}”.`,
      choice: ({ name }) => `Choose what you will do about “${name}”.`,
      test: ({ name }) => `Plan a test of your choice for “${name}”.`,
      running: ({ name }) => `The test for “${name}” is running. Judge it when it ends.`,
      decision: ({ name }) => `The test for “${name}” is over. Decide: start, stop or continue.`,
      learning: ({ name }) => `Write down what “${name}” taught you.`,
      answer: ({ name }) => `Answer the comment on “${name}”.`,
      checkin: ({ name }) => `Fill in the newest number of “${name}”.`,
      agree: ({ name }) => `Agree on the target of “${name}”, and write down with whom.`,
      renew: ({ name }) => `The target of “${name}” is over. Choose a new one.`,
      repeat: ({ name }) => `The evidence under “${name}” expires. Repeat the test.`,
    },
    sources: {
      listed: "listed",
      learning: "worked before",
      "proven-link": "proven link",
      action: "agreed",
      enabler: "helps the objective above",
      "unproven-link": "not proven yet",
    },
    nobody: "Nobody (appoint an owner)",
    nothing: "Nothing waits for anybody.",
    summary: (count, overdue) => `${count} ${count === 1 ? "thing waits" : "things wait"}${overdue > 0 ? `, ${overdue} overdue` : ""}.`,
    by: (day) => `by ${day}`,
    overdue: (day) => `overdue since ${day}`,
    learned: "Learned before",
    more: (count) => `and ${count} more`,
  },
};

type Names = Pick<Report, "kpis" | "cpis" | "people">;

/** One thing that waits, with its sentence and the names behind its ids. */
export interface ToldWaiting extends Waiting {
  readonly name: string;
  readonly whoName: string | null;
  readonly sentence: string;
}

export function tellWaiting(waiting: readonly Waiting[], report: Names, language: Language): readonly ToldWaiting[] {
  const named = nameIn(report);
  return waiting.map((one) => {
    const name = named(one.kpi);
    return {
      ...one,
      name,
      whoName: one.who === null ? null : person(report, one.who),
      sentence: sentences[language].kinds[one.kind]({ name }),
    };
  });
}

/** Where an option comes from, in words. */
export function optionSourceWord(source: Option["source"], language: Language): string {
  return sentences[language].sources[source];
}

function nameIn({ kpis, cpis }: Names): (id: string) => string {
  const names = new Map([...kpis, ...cpis].map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

const mostOptions = 4;

/** What `helder steer` prints: who by who, the first due first, 80 columns. */
export function steerText(waiting: readonly Waiting[], report: Names, language: Language): string {
  const say = sentences[language];
  const told = tellWaiting(waiting, report, language);
  if (told.length === 0) return say.nothing;
  const people = [...new Set(told.map(({ whoName }) => whoName))];
  const lines = [say.summary(told.length, told.filter(({ overdue }) => overdue).length)];
  for (const who of people) {
    lines.push("", inert(who ?? say.nobody));
    for (const one of told) if (one.whoName === who) lines.push(...lineOf(one, report, language));
  }
  return lines.join("\n");
}

function lineOf(one: ToldWaiting, report: Names, language: Language): string[] {
  const say = sentences[language];
  const day = formats(language).day(one.due);
  const hidden = one.options.length - mostOptions;
  return [
    ...indented(`${one.sentence} (${one.overdue ? say.overdue(day) : say.by(day)})`, "  "),
    ...one.options.slice(0, mostOptions).flatMap((option) => indented(`· ${optionLine(option, report, language)}`, "    ", "      ")),
    ...(hidden > 0 ? [`    ${say.more(hidden)}`] : []),
    ...one.learnings.slice(0, 2).flatMap((lesson) => indented(`${say.learned}: ${lessonLine(lesson)}`, "    ", "      ")),
  ];
}

function optionLine({ what, source, who }: Option, report: Names, language: Language): string {
  return `${what} (${[sentences[language].sources[source], ...(who === null ? [] : [person(report, who)])].join(", ")})`;
}

function lessonLine({ learning, chosen }: Lesson): string {
  return chosen === null ? learning : `${learning} (${chosen})`;
}

function indented(text: string, indent: string, hanging = indent): string[] {
  return wrap(inert(text), pageWidth - hanging.length).map((line, index) => `${index === 0 ? indent : hanging}${line}`);
}
