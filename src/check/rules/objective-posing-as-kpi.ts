import { readKpi } from "../../smart/index.ts";
import type { Rule } from "../rule.ts";

/** A number that belongs to a name: ISO 9001, Web 2.0, COVID-19. */
const called = /(?<![\p{L}])\p{Lu}[\p{L}]*[ -]\d/u;
/** With one of these a number is a quantity all the same. */
const measures = new Set(["percent", "EUR", "USD", "GBP", "second", "minute", "hour", "day", "week", "month"]);

export const objectivePosingAsKpi: Rule = {
  code: "objective-posing-as-kpi",
  severity: "info",
  why: {
    nl: "Een doelstelling zegt waar je heen wilt, een KPI of je er bent; door elkaar weet niemand wat er misging.",
    en: "An objective says where you want to go, a KPI whether you are there; mixed up, nobody knows what went wrong.",
  },
  sentences: {
    nl: ({ name, id }) =>
      `“${name}” noemt al een getal en is dus een graadmeter. Schrijf bij “name” waar je heen wilt, en zet het getal als “target” in een KPI met “measures: ${id}”.`,
    en: ({ name, id }) =>
      `“${name}” names a number already, so it is a gauge. Write at “name” where you want to go, and put the number as “target” in a KPI with “measures: ${id}”.`,
  },
  *find({ framework, sources }) {
    for (const section of ["goals", "objectives"] as const) {
      for (const { id, name } of framework[section]) {
        // Reading a sentence takes a while; without a digit there is nothing to read.
        if (!/\d/.test(name)) continue;
        const { value, unit } = readKpi(name, { asOf: null }).kpi;
        if (value === null || (!measures.has(unit ?? "") && called.test(name))) continue;
        yield { on: id, at: sources.at(section, id, ["name"]), params: { name, id } };
      }
    }
  },
};
