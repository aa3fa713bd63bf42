import type { Language } from "../framework/index.ts";

/** What documents say beside the words that every place shares. */
export interface DocumentWords {
  readonly sheets: Readonly<Record<"overview" | "kpis" | "cpis" | "values" | "tree" | "definitions", string>>;
  readonly of: (target: string) => string;
  readonly target: (target: string) => string;
  readonly pathNow: (expected: string) => string;
  readonly chance: (chance: string) => string;
  readonly last: string;
  readonly before: string;
  readonly todo: string;
  readonly nothingToDo: string;
  readonly do: Readonly<Record<"start" | "stop" | "continue", string>>;
  readonly made: string;
  readonly noDefinition: string;
  readonly graph: string;
  /** what the lines of a chart are; `per`: per week, per month */
  readonly chart: (per: string) => string;
  readonly value: string;
  readonly path: string;
  readonly per: Readonly<Record<"day" | "week" | "month" | "quarter" | "year" | "total", string>>;
  readonly cpis: string;
  readonly column: Readonly<
    Record<
      | "name"
      | "phase"
      | "unit"
      | "forecast"
      | "low"
      | "high"
      | "level"
      | "baseline"
      | "cadence"
      | "why"
      | "outcome"
      | "definition"
      | "how"
      | "description"
      | "layer"
      | "parent"
      | "effect"
      | "complete"
      | "id"
      | "count"
      | "because"
      | "agreedBy"
      | "measures",
      string
    >
  >;
  readonly layers: Readonly<Record<"goal" | "objective" | "interaction" | "kpi" | "cpi" | "enabler", string>>;
  readonly yes: string;
  readonly no: string;
}

export const sentences: Readonly<Record<Language, DocumentWords>> = {
  nl: {
    sheets: { overview: "Overzicht", kpis: "KPI’s", cpis: "CPI’s", values: "Cijfers", tree: "Doelenboom", definitions: "Uitleg" },
    of: (target) => `van ${target}`,
    target: (target) => `doel ${target}`,
    pathNow: (expected) => `het pad staat nu op ${expected}`,
    chance: (chance) => `kans op het doel ${chance}`,
    last: "Laatste periode",
    before: "Periode ervoor",
    todo: "Dit is afgesproken",
    nothingToDo: "Er hoeft nu niets te gebeuren dat vooraf is afgesproken.",
    do: { start: "Begin", stop: "Stop", continue: "Ga door" },
    made: "Zo zijn de cijfers gemaakt",
    noDefinition: "Er is nog niet vastgelegd hoe dit cijfer wordt gemaakt.",
    graph: "Verloop",
    chart: (per) => `Verloop ${per}; streepjes: het pad naar het doel.`,
    value: "Gemeten",
    path: "Pad naar het doel",
    per: { day: "per dag", week: "per week", month: "per maand", quarter: "per kwartaal", year: "per jaar", total: "in totaal" },
    cpis: "Hoe het bedrijf het doet voor de klant",
    column: {
      name: "Naam",
      phase: "Fase",
      unit: "Eenheid",
      forecast: "Verwacht op het eind",
      low: "Ten minste",
      high: "Ten hoogste",
      level: "Zekerheid",
      baseline: "Eerder",
      cadence: "Ritme",
      why: "Waarom",
      outcome: "Wat de klant zegt",
      definition: "Definitie",
      how: "In woorden",
      description: "Toelichting",
      layer: "Laag",
      parent: "Hoort bij",
      effect: "Effect",
      complete: "Compleet",
      id: "Id",
      count: "Aantal",
      because: "Waarop gebaseerd",
      agreedBy: "Afgesproken met",
      measures: "Meet",
    },
    layers: { goal: "doel", objective: "doelstelling", interaction: "klantcontact", kpi: "KPI", cpi: "CPI", enabler: "voorwaarde" },
    yes: "ja",
    no: "nee",
  },
  en: {
    sheets: { overview: "Overview", kpis: "KPIs", cpis: "CPIs", values: "Values", tree: "Goal tree", definitions: "Definitions" },
    of: (target) => `of ${target}`,
    target: (target) => `target ${target}`,
    pathNow: (expected) => `the path now stands at ${expected}`,
    chance: (chance) => `chance of the target ${chance}`,
    last: "Last period",
    before: "Period before",
    todo: "What was agreed to do",
    nothingToDo: "Nothing that was agreed beforehand has to be done now.",
    do: { start: "Start", stop: "Stop", continue: "Continue" },
    made: "How the figures are made",
    noDefinition: "How this figure is made is not written down yet.",
    graph: "Course",
    chart: (per) => `Course ${per}; dashes: the path to the target.`,
    value: "Measured",
    path: "Path to the target",
    per: { day: "per day", week: "per week", month: "per month", quarter: "per quarter", year: "per year", total: "in total" },
    cpis: "How the company does for its customer",
    column: {
      name: "Name",
      phase: "Phase",
      unit: "Unit",
      forecast: "Expected at the end",
      low: "At least",
      high: "At most",
      level: "Certainty",
      baseline: "Before",
      cadence: "Rhythm",
      why: "Why",
      outcome: "What the customer says",
      definition: "Definition",
      how: "In words",
      description: "Note",
      layer: "Layer",
      parent: "Belongs to",
      effect: "Effect",
      complete: "Complete",
      id: "Id",
      count: "Count",
      because: "Based on",
      agreedBy: "Agreed with",
      measures: "Measures",
    },
    layers: { goal: "goal", objective: "objective", interaction: "customer contact", kpi: "KPI", cpi: "CPI", enabler: "enabler" },
    yes: "yes",
    no: "no",
  },
};
