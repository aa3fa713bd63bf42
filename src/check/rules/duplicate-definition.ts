import type { Metric } from "../../framework/index.ts";
import type { Rule } from "../rule.ts";

export const duplicateDefinition: Rule = {
  code: "duplicate-definition",
  severity: "warning",
  why: {
    nl: "Twee namen voor één getal gaan ooit uiteenlopen, en dan klopt geen van beide meer.",
    en: "Two names for one number will differ one day, and then nobody trusts either.",
  },
  sentences: {
    nl: ({ name, other }) =>
      `“${name}” telt precies hetzelfde als “${other}”. Houd er één en verwijs daarnaar, anders lopen ze ooit uiteen.`,
    en: ({ name, other }) => `“${name}” counts exactly the same as “${other}”. Keep one and refer to it, or one day they will differ.`,
  },
  *find({ framework, sources }) {
    const first = new Map<string, string>();
    for (const metric of [...framework.metrics].sort((one, another) => (one.id < another.id ? -1 : 1))) {
      const { id, name = id } = metric;
      const definition = definitionOf(metric);
      const other = definition === null ? undefined : first.get(definition);
      if (other !== undefined) yield { on: id, at: sources.at("metrics", id), params: { name, other } };
      else if (definition !== null) first.set(definition, id);
    }
  },
};

/** What is told about a metric, not what is counted. */
const told = new Set(["id", "name", "unit", "direction", "description", "use"]);

/** Null where two of a kind need not be the same: numbers that people give by hand. */
function definitionOf(metric: Metric): string | null {
  const counted = Object.entries(metric).filter(([key]) => !told.has(key));
  if ("type" in metric && metric.type === "observed" && metric["dataset"] === undefined) return null;
  return JSON.stringify(counted.sort(([one], [another]) => (one < another ? -1 : 1)).map(([key, value]) => [key, plain(value)]));
}

/** Expressions without the spaces and capitals that mean nothing; what stands between quotes stays. */
function plain(value: unknown): unknown {
  if (typeof value === "string") {
    const bare = (text: string) => text.replace(/\s+/g, "").toLowerCase();
    return /['"]/.test(value)
      ? value.replace(/('(?:[^']|'')*'|"[^"]*")|[^'"]+/g, (part, quoted?: string) => quoted ?? bare(part))
      : bare(value);
  }
  if (Array.isArray(value) || typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([one], [another]) => (one < another ? -1 : 1))
    .map(([key, inner]) => [key, plain(inner)]);
}
