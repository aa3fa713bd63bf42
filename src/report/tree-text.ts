import { type Framework, graphOf, influencesOn, type Language, linkStates, nodeId } from "../framework/index.ts";
import { formats, phaseWords, webWords, words } from "../locale/index.ts";
import { inert, printed } from "./inert.ts";
import { branches } from "./outline.ts";
import { type Paint, paintIn } from "./paint.ts";
import type { Tree, TreeLayer, TreeNode } from "./report.ts";
import { cell, pageWidth, type Row, table } from "./table.ts";
import { treeFor } from "./tree-for.ts";
import { treeOf } from "./tree.ts";
import { columnsOf, cut, wrap } from "./width.ts";
import { capital, listed } from "./spelling.ts";

export interface TreeTextOptions {
  readonly language: Language;
  readonly colour: boolean;
  /** id of a team, stakeholder or segment: only what is theirs, and what stands above it */
  readonly for: string | null;
}

interface Page {
  readonly framework: Framework;
  readonly tree: Tree;
  readonly mine: ReadonlySet<string> | null;
  readonly language: Language;
  readonly paint: Paint;
}

/** What `helder tree` prints: what the tree is about, the tree, then whose it is and on what claims it rests. 80 columns. */
export function treeText(framework: Framework, options: TreeTextOptions): string {
  const { language } = options;
  const paint = paintIn(options.colour);
  const own = options.for === null ? null : treeFor(framework, options.for);
  const mine = own && new Set(own.nodes.filter((node) => node.mine).map(({ id }) => id));
  const page: Page = { framework, tree: own ?? treeOf(framework), mine, language, paint };
  const sentence = options.for === null ? opening(page) : openingFor(page, options.for);
  return printed([wrap(inert(sentence.join(" ")), pageWidth), picture(page), ownTable(page), linkTable(page)]);
}

function opening({ framework, tree, language }: Page): string[] {
  const say = sentences[language];
  const format = formats(language, framework.settings.currency);
  if (tree.nodes.length === 0) return [say.empty];
  const counts = layers.flatMap((layer) => {
    const count = tree.nodes.filter((node) => node.layer === layer).length;
    return count === 0 ? [] : [`${format.count(count)} ${say.layer[layer][count === 1 ? 0 : 1]}`];
  });
  return [`${capital(listed(counts, words[language].and))}.`, ...aboutSuperKpi(framework, tree, language), ...aboutHarm(tree, language)];
}

function openingFor({ framework, tree, mine, language }: Page, id: string): string[] {
  const say = sentences[language];
  const format = formats(language, framework.settings.currency);
  const named = [...framework.teams, ...framework.stakeholders, ...framework.segments].find((one) => one.id === id);
  const name = named?.name ?? id;
  const count = mine?.size ?? 0;
  if (count === 0) return [framework.segments.includes(named as never) ? say.nothingForSegment(name) : say.nothingOf(name)];
  const { superKpi } = graphOf(framework);
  if (superKpi === null) return [say.theirs(count, format.count(count), name), ...aboutHarm(tree, language)];
  const reaching = new Set([superKpi, ...influencesOn(framework, superKpi).map(({ from }) => from)]);
  const contributing = [...(mine ?? [])].filter((node) => reaching.has(node)).length;
  const goal = nameOf(framework.kpis, framework.settings.superKpi!);
  return [
    say.theirs(count, format.count(count), name),
    say.contributing(contributing, format.count(contributing), count, goal),
    ...aboutHarm(tree, language),
  ];
}

function aboutSuperKpi(framework: Framework, tree: Tree, language: Language): string[] {
  const { superKpi } = graphOf(framework);
  const node = tree.nodes.find(({ id }) => id === superKpi);
  return node === undefined ? [] : [sentences[language].superKpi(node.name)];
}

function aboutHarm({ edges }: Tree, language: Language): string[] {
  return edges.some(({ effect }) => effect === "hurts") ? [sentences[language].harm] : [];
}

const layers: readonly TreeLayer[] = ["goal", "objective", "interaction", "kpi", "cpi", "enabler"];

/** The tree, a node a line. What lies on the super-KPI's path has a ▸ before it, what is theirs a •. */
function picture({ framework, tree, mine, language, paint }: Page): string[] {
  const say = sentences[language];
  const { superKpi } = graphOf(framework);
  return branches(tree).map(({ node, prefix, hurts, again }) => {
    const marks = `${node.lit && !again ? "▸" : " "}${mine === null ? "" : mine.has(node.id) && !again ? "•" : " "} `;
    const head = marks + prefix;
    const notes = [
      node.id === superKpi ? words[language].superKpi : say.kind[node.layer],
      ...(node.layer === "interaction" ? [phaseName(framework, node, language)] : []),
      ...(again ? [say.again] : []),
    ];
    const tail = ` · ${inert(notes.join(" · "))}`;
    const harm = hurts ? `${say.hurts} ` : "";
    const left = pageWidth - columnsOf(head) - columnsOf(harm);
    const name = cut(node.name, Math.max(shortestName, left - columnsOf(tail)));
    const shown = node.id === superKpi ? paint(name, "strong") : name;
    const room = left - columnsOf(name);
    return `${paint(head, "muted")}${paint(harm, "behind")}${shown}${paint(room >= 4 ? cut(tail, room) : "", "muted")}`.trimEnd();
  });
}

const shortestName = 16;

function phaseName(framework: Framework, { phase }: TreeNode, language: Language): string {
  const known = framework.settings.phases.find(({ id }) => id === phase);
  if (known === undefined) return sentences[language].noPhase;
  return known.name ?? phaseWords(language, known.id)?.name ?? known.id;
}

/** Of each thing that is theirs what it does for the super-KPI, along the shortest path of each sign. */
function ownTable({ framework, tree, mine, language, paint }: Page): string[] {
  const { superKpi } = graphOf(framework);
  if (mine === null || mine.size === 0 || superKpi === null) return [];
  const say = sentences[language];
  const { effect } = webWords[language].tree;
  const names = new Map(tree.nodes.map(({ id, name }) => [id, name]));
  const found = influencesOn(framework, superKpi);
  const rows = tree.nodes
    .filter(({ id }) => mine.has(id))
    .flatMap(({ id, name }): Row[] => {
      if (id === superKpi) return [[cell(name), cell(say.itself), cell("")]];
      const ways = found.filter(({ from }) => from === id);
      if (ways.length === 0) return [[cell(name), cell("–"), cell(say.noPath, "muted")]];
      return ways.map((way) => {
        const between = way.path.slice(1, -1).map((node) => names.get(node) ?? node);
        return [cell(name), cell(effect[way.effect], way.effect === "hurts" ? "behind" : null), cell(between.join(" → ") || say.directly)];
      });
    });
  const columns = [
    { title: say.column.what, align: "left", least: 20, spare: null },
    { title: say.column.superKpi, align: "left", least: null, spare: null },
    { title: say.column.through, align: "left", least: 12, spare: null },
  ] as const;
  return table(columns, rows, paint);
}

function linkTable({ framework, tree, language, paint }: Page): string[] {
  const say = sentences[language];
  const { effect, evidence } = webWords[language].tree;
  const shown = new Map(tree.nodes.map(({ id, name }) => [id, name]));
  const named = (id: string, order: readonly TreeLayer[]) =>
    order.map((layer) => shown.get(nodeId(layer, id))).find((name) => name !== undefined);
  const rows = linkStates(framework).flatMap((link): Row[] => {
    const [from, to] = [named(link.from, ["cpi", "kpi"]), named(link.to, ["kpi", "cpi"])];
    if (from === undefined || to === undefined) return [];
    return [
      [cell(from), cell(effect[link.effect], link.effect === "hurts" ? "behind" : null), cell(to), cell(evidence[link.status], "muted")],
    ];
  });
  if (rows.length === 0) return [];
  const columns = [
    { title: say.column.link, align: "left", least: 20, spare: null },
    { title: "", align: "left", least: null, spare: null },
    { title: say.column.to, align: "left", least: 20, spare: null },
    { title: say.column.status, align: "left", least: null, spare: null },
  ] as const;
  return table(columns, rows, paint);
}

function nameOf(entities: readonly { readonly id: string; readonly name?: string | undefined }[], id: string): string {
  return entities.find((one) => one.id === id)?.name ?? id;
}

interface Sentences {
  readonly empty: string;
  readonly layer: Readonly<Record<TreeLayer, readonly [one: string, many: string]>>;
  readonly kind: Readonly<Record<TreeLayer, string>>;
  readonly superKpi: (name: string) => string;
  readonly harm: string;
  readonly theirs: (count: number, words: string, name: string) => string;
  readonly contributing: (count: number, words: string, of: number, superKpi: string) => string;
  readonly nothingOf: (name: string) => string;
  readonly nothingForSegment: (name: string) => string;
  readonly hurts: string;
  readonly again: string;
  readonly noPhase: string;
  readonly itself: string;
  readonly directly: string;
  readonly noPath: string;
  readonly column: Readonly<Record<"what" | "superKpi" | "through" | "link" | "to" | "status", string>>;
}

const sentences: Readonly<Record<Language, Sentences>> = {
  nl: {
    empty: "Er is nog geen boom. Begin in helder.yaml met één doel: waarom besta je voor je klant?",
    layer: {
      goal: ["doel", "doelen"],
      objective: ["doelstelling", "doelstellingen"],
      interaction: ["interactie", "interacties"],
      kpi: ["KPI", "KPI’s"],
      cpi: ["CPI", "CPI’s"],
      enabler: ["middel", "middelen"],
    },
    kind: { goal: "doel", objective: "doelstelling", interaction: "interactie", kpi: "KPI", cpi: "CPI", enabler: "middel" },
    superKpi: (name) => `Alles draait om “${name}”: ▸ staat voor wat op dat pad ligt.`,
    harm: "Waar “schaadt” staat, gaat het een ten koste van het ander.",
    theirs: (count, told, name) =>
      count === 1 ? `Eén onderdeel is van ${name} (•).` : `${capital(told)} onderdelen zijn van ${name} (•).`,
    contributing: (count, told, of, superKpi) =>
      count === 0
        ? `Daarvan leidt niets naar “${superKpi}” (▸). Leg met een link of doelstelling vast hoe het bijdraagt.`
        : count === of
          ? `${of === 1 ? "Het leidt" : "Ze leiden allemaal"} naar “${superKpi}” (▸).`
          : `Daarvan ${count === 1 ? "leidt" : "leiden"} er ${told} naar “${superKpi}” (▸).`,
    nothingOf: (name) => `Niets in de boom is van ${name}. Maak ${name} ergens eigenaar of stakeholder van, of geef een actie.`,
    nothingForSegment: (name) =>
      `Niets in de boom is voor ${name} in het bijzonder. Zet het segment bij “for” van een doel, doelstelling of interactie.`,
    hurts: "schaadt dit:",
    again: "zie elders",
    noPhase: "zonder fase",
    itself: "is het zelf",
    directly: "rechtstreeks",
    noPath: "geen pad erheen",
    column: { what: "Onderdeel", superKpi: "Super-KPI", through: "Via", link: "Verband", to: "Op", status: "Stand" },
  },
  en: {
    empty: "There is no tree yet. Begin with one goal in helder.yaml: why do you exist for your customer?",
    layer: {
      goal: ["goal", "goals"],
      objective: ["objective", "objectives"],
      interaction: ["interaction", "interactions"],
      kpi: ["KPI", "KPIs"],
      cpi: ["CPI", "CPIs"],
      enabler: ["enabler", "enablers"],
    },
    kind: { goal: "goal", objective: "objective", interaction: "interaction", kpi: "KPI", cpi: "CPI", enabler: "enabler" },
    superKpi: (name) => `All turns on “${name}”: ▸ marks what lies on its path.`,
    harm: "Where it says “hurts”, the one is at the cost of the other.",
    theirs: (count, told, name) => (count === 1 ? `One part belongs to ${name} (•).` : `${capital(told)} parts belong to ${name} (•).`),
    contributing: (count, told, of, superKpi) =>
      count === 0
        ? `None of it leads to “${superKpi}” (▸). Show with a link or an objective how it contributes.`
        : count === of
          ? `${of === 1 ? "It leads" : "All of them lead"} to “${superKpi}” (▸).`
          : `${capital(told)} of them ${count === 1 ? "leads" : "lead"} to “${superKpi}” (▸).`,
    nothingOf: (name) => `Nothing in the tree belongs to ${name}. Make ${name} the owner or a stakeholder of something, or give an action.`,
    nothingForSegment: (name) =>
      `Nothing in the tree is for ${name} in particular. Name the segment at “for” of a goal, objective or interaction.`,
    hurts: "hurts this:",
    again: "see elsewhere",
    noPhase: "without a phase",
    itself: "is it itself",
    directly: "directly",
    noPath: "no path there",
    column: { what: "Part", superKpi: "Super-KPI", through: "Through", link: "Link", to: "On", status: "Standing" },
  },
};
