import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

export const harmWithoutGuardrail: Rule = {
  code: "harm-without-guardrail",
  severity: "warning",
  why: {
    nl: "Je weet al wat eronder kan lijden; wie dat niet bewaakt, wint hier en verliest daar.",
    en: "You know already what may suffer from it; unwatched, you win here and lose there.",
  },
  sentences: {
    nl: ({ name, harmed }) =>
      `Volgens je eigen boom kan “${name}” “${harmed}” schaden, en niets bewaakt dat. Zet bij “guardrail” het getal waaraan je die schade ziet.`,
    en: ({ name, harmed }) =>
      `Your own tree says that “${name}” may hurt “${harmed}”, and nothing watches that. Put in “guardrail” the number that shows the harm.`,
  },
  *find({ framework, sources }) {
    const { goals, objectives, interactions, links } = framework;
    const indicators = indicatorsOf(framework);
    const names = new Map([...goals, ...objectives, ...indicators.map(({ entry }) => entry)].map(({ id, name = id }) => [id, name]));
    const harmed = new Map<string, string>();
    const hurt = (from: string, to: string, effect: "helps" | "hurts") => effect === "hurts" && from !== to && harmed.set(from, to);
    for (const { id, supports } of objectives) for (const { goal, effect } of supports) hurt(id, goal, effect);
    for (const { id, serves } of interactions) for (const { objective, effect } of serves) hurt(id, objective, effect);
    for (const { from, to, effect } of links) hurt(from, to, effect);
    for (const { section, entry } of indicators) {
      const { id, name = id } = entry;
      const harm = harmed.get(id) ?? harmed.get(("measures" in entry ? entry.measures : undefined) ?? "");
      if (harm === undefined || entry.guardrail.length > 0) continue;
      yield { on: id, at: sources.at(section, id), params: { name, harmed: names.get(harm) ?? harm } };
    }
  },
};
