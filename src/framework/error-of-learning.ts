import type { ErrorKind } from "./error-kind.ts";

/** Failures of experiments, of the links that they test, and of scenarios. */
export const errorsOfLearning = {
  "unknown-experiment": {
    exit: 2,
    http: 404,
    sentences: { nl: "Experiment “{name}” bestaat niet.{suggestion}", en: "Experiment “{name}” does not exist.{suggestion}" },
  },
  "unknown-link": {
    exit: 2,
    http: 404,
    sentences: { nl: "Verband “{name}” bestaat niet.{suggestion}", en: "Link “{name}” does not exist.{suggestion}" },
  },
  "experiment-incomplete": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Bij “{name}” ontbreekt {missing}. Vul het aan in de werkmap, of typ de uitkomst bij results.",
      en: "“{name}” lacks {missing}. Add it in the workspace, or type the outcome at results.",
    },
  },
  "experiment-empty": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Experiment “{name}” heeft geen klanten in {missing}. Kijk de indeling, control en de dagen from en to na.",
      en: "Experiment “{name}” has no customers in {missing}. Check the assignments, control, and the days from and to.",
    },
  },
  "experiment-metric": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "“{name}” is niet per klant op te tellen, dus niet te vergelijken tussen groepen. Kies een som, aantal, gemiddelde, aandeel, verhouding of conversie.",
      en: "“{name}” does not add up over customers, so groups cannot be compared by it. Choose a sum, count, average, share, ratio or conversion.",
    },
  },
  "bad-comment": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Een opmerking telt 1 tot {most} zinnen; deze telt er {count}.",
      en: "A comment has 1 to {most} sentences; this one has {count}.",
    },
  },
  "unknown-owner": {
    exit: 2,
    http: 404,
    sentences: {
      nl: "“{name}” is hier geen team, stakeholder of eigenaar.{suggestion}",
      en: "“{name}” is no team, stakeholder or owner here.{suggestion}",
    },
  },
  "bad-steering": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "“{key}” past niet in een bijsturing. Kijk in docs/steering.md wat er mag staan.",
      en: "“{key}” does not fit a steering cycle. See docs/steering.md for what may stand there.",
    },
  },
  "unknown-scenario": {
    exit: 2,
    http: 404,
    sentences: { nl: "Scenario “{name}” bestaat niet.{suggestion}", en: "There is no scenario “{name}”.{suggestion}" },
  },
  "bad-scenario": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "“{key}” past zo niet in een scenario. Kijk in docs/scenarios.md wat er mag staan.",
      en: "“{key}” does not fit a scenario like this. See docs/scenarios.md for what may stand there.",
    },
  },
  "scenario-boundless": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Zo groeit scenario “{name}” boven elk getal uit. Neem minder weken, een kleinere verandering, of minder anderen per nieuwe klant.",
      en: "Like this scenario “{name}” grows beyond all numbers. Take fewer weeks, a smaller change, or fewer others for each new customer.",
    },
  },
  "scenario-without-history": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "Scenario “{name}” raakt geen KPI of CPI met een volledige periode. Kies een metriek waar een KPI van afhangt, of wacht tot er een periode vol is.",
      en: "Scenario “{name}” touches no KPI or CPI that has a complete period. Choose a metric that a KPI depends on, or wait until a period is complete.",
    },
  },
} as const satisfies Record<string, ErrorKind>;
