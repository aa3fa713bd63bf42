import type { Trade } from "../../../locale/index.ts";
import type { TreeNode } from "../../report.ts";
import type { Loaded } from "../../say.ts";
import { addMonths, periodOf } from "../../../calendar/index.ts";
import type { Gap } from "./model.ts";

/** YAML that fills one empty cell, ready to be saved as a file of its own. */
export interface Snippet {
  readonly file: string;
  /** the section that the cell asks for: an existing file with it may take the entries too */
  readonly section: "goals" | "objectives" | "interactions" | "kpis" | "cpis";
  readonly yaml: string;
}

/** What the trade does in a phase; a phase of the workspace's own has the general words. */
export function tradeOf({ say }: Loaded, phase: string | null): Trade {
  const { trade, anyPhase } = say.words.framework;
  return phase !== null && Object.hasOwn(trade, phase) ? trade[phase]! : anyPhase;
}

type Line = readonly [key: string, value: string] | readonly [comment: string];

/** `audience`: the segment that the new entries are for; null for everyone. */
export function snippetFor(gap: Gap, audience: string | null, loaded: Loaded): Snippet {
  const { report, say } = loaded;
  const words = say.words.framework.snippet;
  const phase = gap.phase ?? gap.members[0]?.phase ?? null;
  const trade = tradeOf(loaded, phase);
  const inPhase = (layer: TreeNode["layer"]) => report.tree.nodes.filter((node) => node.layer === layer && node.phase === phase);
  const section: Line[] = audience === null ? [] : [["for", `[${scalar(audience)}]`]];
  const fresh = (layer: TreeNode["layer"]) => freshId(`${phase ?? gap.members[0]?.entity ?? "new"}-${layer}`, report.tree.nodes, layer);

  const goal = (): Entry => ({ section: "goals", lines: [["id", fresh("goal")], ["name", scalar(trade.goal)], ...section] });
  const objective = (above: string): Entry => ({
    section: "objectives",
    lines: [["id", fresh("objective")], ["name", scalar(trade.objective)], ["supports", `[${scalar(above)}]`], ...section],
  });
  const interaction = (above: string | null): Entry => ({
    section: "interactions",
    lines: [
      ["id", fresh("interaction")],
      ["name", scalar(trade.interaction)],
      ...(phase === null ? [] : ([["phase", scalar(phase)]] as const)),
      ...(above === null ? [] : ([["serves", `[${scalar(above)}]`]] as const)),
      ...section,
    ],
  });
  const contact = (above: string): Entry =>
    inPhase("interaction").length === 0 ? interaction(above) : { section: "interactions", lines: [[words.serve(above)]] };
  const gauge = (of: string): Entry => (gap.side === "experience" ? cpi(of) : kpi(of));
  const common: readonly Line[] = [[`metric: ${words.metric}`], [`target: ${targetFrom(report.asOf)}`], [`owner: ${words.owner}`]];
  const kpi = (of: string): Entry => ({
    section: "kpis",
    lines: [
      ["id", fresh("kpi")],
      ["name", scalar(trade.kpi)],
      ["measures", scalar(of)],
      ["side", "behaviour"],
      ["direction", "up"],
      ...common,
    ],
  });
  const cpi = (of: string): Entry => ({
    section: "cpis",
    lines: [
      ["id", fresh("cpi")],
      ["name", scalar(trade.cpi.name)],
      ["outcome", scalar(trade.cpi.outcome)],
      ["increment", trade.cpi.increment],
      ["direction", trade.cpi.direction],
      ["interaction", scalar(of)],
      ...common,
    ],
  });

  const entries = ((): readonly Entry[] => {
    if (gap.missing === "not-gauged") return [gauge(gap.members[0]!.entity)];
    const above = inPhase("objective")[0] ?? report.tree.nodes.find(({ layer }) => layer === "objective");
    if (gap.layer === "interaction") return [interaction(above?.entity ?? null), gauge(fresh("interaction"))];
    if (gap.layer === "objective") {
      const why = report.tree.nodes.find(({ layer }) => layer === "goal")?.entity;
      return [...(why === undefined ? [goal()] : []), objective(why ?? fresh("goal")), contact(fresh("objective"))];
    }
    return [goal(), objective(fresh("goal")), contact(fresh("objective"))];
  })();
  const own =
    gap.missing === "not-gauged" || gap.layer === "interaction"
      ? entries.at(-1)!
      : entries.find(({ section: name }) => name === `${gap.layer}s`)!;
  const id = own.lines[0]![1] ?? phase ?? "new";
  return { file: `${id}.yaml`, section: own.section, yaml: entries.map(written).join("") };
}

interface Entry {
  readonly section: Snippet["section"];
  readonly lines: readonly Line[];
}

function written({ section, lines }: Entry): string {
  // An entry that is a comment alone leaves its section out: an empty key says nothing.
  if (lines.every(([, value]) => value === undefined)) return lines.map(([comment]) => `# ${section}: ${comment}\n`).join("");
  const body = lines.map(([key, value], index) =>
    value === undefined ? `    # ${key}` : `${index === 0 ? "  - " : "    "}${key}: ${value}`,
  );
  return `${section}:\n${body.join("\n")}\n`;
}

/** Plain where YAML reads it as this text, else in double quotes. */
function scalar(text: string): string {
  const plain = /^\p{L}[\p{L}\p{N} ,.’-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}

/** The first of `base`, `base-2`, `base-3` … that nothing of the layer is called. */
function freshId(base: string, nodes: readonly TreeNode[], layer: TreeNode["layer"]): string {
  const taken = new Set(nodes.filter((node) => node.layer === layer).map(({ entity }) => entity));
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** The next whole quarter: what is agreed now begins there. */
function targetFrom(asOf: string): string {
  const next = periodOf(addMonths(periodOf(asOf, "quarter", "01-01").from, 3), "quarter", "01-01");
  return `{value: 100, from: ${next.from}, to: ${next.to}}`;
}
