import type { Rule } from "../rule.ts";

export const cpiWithoutIncrement: Rule = {
  code: "cpi-without-increment",
  severity: "error",
  why: {
    nl: "Pas als je weet wat de klant erbij wint, kun je zien of je dat beter doet.",
    en: "Only when you know what the customer gains can you see whether you do it better.",
  },
  sentences: {
    nl: ({ name }) =>
      `Bij “${name}” staat niet in welke stap de klant vooruitgaat. Kies bij “increment” wat hij waardeert: time, ease, options, money, recognition of certainty.`,
    en: ({ name }) =>
      `“${name}” does not say in which increment the customer gains. Choose at “increment” what they value: time, ease, options, money, recognition or certainty.`,
  },
  *find({ framework, sources }) {
    for (const one of framework.cpis) {
      if (one.increment === undefined) yield { on: one.id, at: sources.at("cpis", one.id), params: { name: one.name ?? one.id } };
    }
  },
};
