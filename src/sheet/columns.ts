import { cadences } from "../calendar/index.ts";
import { eventKinds, evidenceMethods, increments, type SectionName, sectionNames, units } from "../framework/index.ts";

export type Kind =
  | { readonly is: "text" }
  | { readonly is: "number" }
  | { readonly is: "day" }
  | { readonly is: "choice"; readonly of: readonly string[] }
  /** texts with `; ` between them */
  | { readonly is: "list" }
  | { readonly is: "numbers" }
  /** ids of goals or objectives, `(hurts)` behind those that it harms */
  | { readonly is: "effects"; readonly of: "goal" | "objective" };

/** A column of a section's table: the value that stands at a path in an entry. Its title is the path as YAML has it: `target.value`. */
export interface Column {
  readonly path: readonly string[];
  readonly kind: Kind;
  readonly width: number;
}

const text: Kind = { is: "text" };
const number: Kind = { is: "number" };
const day: Kind = { is: "day" };
const list: Kind = { is: "list" };

function column(path: string, kind: Kind = text, width = 18): Column {
  return { path: path.split("."), kind, width };
}

function choice(path: string, of: readonly string[]): Column {
  return column(path, { is: "choice", of }, 14);
}

const id = column("id", text, 26);
const name = column("name", text, 32);

const judged: readonly Column[] = [
  column("metric", text, 24),
  column("target.value", number, 14),
  column("target.from", day, 12),
  column("target.to", day, 12),
  choice("target.measured", ["total", "average", "last"]),
  column("target.plan", { is: "numbers" }),
  column("baseline.value", number, 14),
  column("baseline.from", day, 12),
  column("baseline.to", day, 12),
  choice("cadence", cadences),
  column("owner"),
  column("agreedBy", list),
  column("agreedOn", day, 12),
  column("because", text, 40),
  column("guardrail", list),
  column("stakeholders", list),
  column("theme"),
];

/** The columns of the sections that people keep as a list. Of the others every entry stands whole in the last column. */
const known: Partial<Record<SectionName, readonly Column[]>> = {
  kpis: [
    id,
    name,
    column("measures", text, 24),
    choice("side", ["behaviour", "experience"]),
    choice("timing", ["leading", "lagging"]),
    choice("direction", ["up", "down"]),
    ...judged,
  ],
  cpis: [
    id,
    name,
    column("outcome", text, 40),
    choice("increment", increments),
    column("interaction", text, 24),
    choice("direction", ["up", "down"]),
    ...judged,
  ],
  goals: [id, name, column("promise", text, 40), column("theme"), column("stakeholders", list), column("for", list)],
  objectives: [
    id,
    name,
    column("supports", { is: "effects", of: "goal" }, 30),
    column("parent"),
    column("theme"),
    column("stakeholders", list),
    column("for", list),
  ],
  interactions: [
    id,
    name,
    column("phase"),
    column("serves", { is: "effects", of: "objective" }, 30),
    column("wants", text, 34),
    column("does", text, 34),
    column("theme"),
    column("stakeholders", list),
    column("for", list),
  ],
  enablers: [id, name, column("needs", list), column("advances", list)],
  links: [id, column("from"), column("to"), choice("effect", ["helps", "hurts"]), column("lag"), column("because", text, 40)],
  teams: [id, name],
  themes: [id, name, column("colour")],
  stakeholders: [id, name, column("organisation")],
  segments: [id, name, column("dataset"), column("where", text, 34), column("lapsed"), column("top", number), column("of")],
  events: [id, name, column("on", day, 12), column("to", day, 12), choice("kind", eventKinds)],
  metrics: [
    id,
    name,
    column("type"),
    column("use"),
    column("dataset"),
    column("of", text, 26),
    column("where", text, 34),
    choice("unit", units),
    choice("direction", ["up", "down"]),
    column("numerator"),
    column("denominator"),
    column("formula", text, 34),
    column("description", text, 40),
  ],
  datasets: [id, name, column("file", text, 30), column("key", list), column("time"), column("customer"), column("where", text, 34)],
};

/** Parts of an entry that are a list of their own: a table with a row for each. */
export interface Part {
  readonly table: string;
  readonly key: string;
  readonly sections: readonly SectionName[];
  readonly columns: readonly Column[];
}

export const parts: readonly Part[] = [
  {
    table: "actions",
    key: "actions",
    sections: ["kpis", "cpis"],
    columns: [
      choice("when", ["achieved", "on-track", "at-risk", "behind", "missed", "ahead"]),
      choice("do", ["start", "stop", "continue"]),
      column("what", text, 60),
      column("who"),
    ],
  },
  {
    table: "evidence",
    key: "evidence",
    sections: ["cpis"],
    columns: [
      choice("method", evidenceMethods),
      column("on", day, 12),
      column("customers", number),
      column("situation", text, 40),
      column("quote", text, 50),
      column("by"),
    ],
  },
  {
    table: "scorecards",
    key: "scorecard",
    sections: ["teams"],
    columns: [column("kpi", text, 24), column("cpi", text, 24), column("weight", number)],
  },
];

/** The columns that say whose a row of a part is. */
export const ownerColumns: readonly Column[] = [column("section", text, 10), column("id", text, 26)];

/** Holds, as JSON, what no column of an entry has. More of them follow where it is longer than a cell may be. */
export const rest = "other";

/** The sections in the order of the workbook: what people keep as a list first. */
export const tableSections: readonly SectionName[] = [
  ...(Object.keys(known) as SectionName[]),
  ...sectionNames.filter((section) => !Object.hasOwn(known, section)),
];

export function columnsOf(section: SectionName): readonly Column[] {
  return known[section] ?? [id];
}

/** Tables that stand in an empty workbook too, to be filled in. */
export const templateTables: readonly string[] = ["kpis", "cpis", "goals", "objectives", "interactions", "actions"];
