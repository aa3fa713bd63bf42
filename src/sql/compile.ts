import type { Columns, Typed, ValueType } from "../expression/index.ts";
import { columnsOf, type Key, type Measure, type Node, type Plan, type Span } from "../metric/index.ts";
import { bracketed, groupBy, selected, writeDays, writeKey } from "./clause.ts";
import type { Dialect, Operand } from "./dialect.ts";
import { compileExpression } from "./expression.ts";
import { conjuncts, fitsBitmap, type Levels, levelsOf, merged } from "./levels.ts";
import { compileRelation } from "./relation.ts";
import type { ParameterValue, Statement } from "./statement.ts";

type Scan = Extract<Node, { op: "scan" }>;
type Filter = Extract<Node, { op: "filter" }>;
type Aggregate = Extract<Node, { op: "aggregate" }>;

export interface CompileOptions {
  /** count distinct values as sets of bits, where the dialect has them and the plan's values fit */
  readonly bitmaps: boolean;
}

/**
 * A plan as one statement: its columns are the aggregate's keys, then its measures. Over one table each node is one clause (scan FROM,
 * filter WHERE, aggregate SELECT and GROUP BY), else a CTE (`relation.ts`); over many rows the aggregate has two levels (`levels.ts`). Equal plans give equal text.
 */
export function compile(plan: Plan, dialect: Dialect, { bitmaps }: CompileOptions = { bitmaps: false }): Statement {
  if (!isFlat(plan.root)) return compileRelation(plan, dialect);
  const writing = writingOf(plan, dialect);
  const { aggregate, parameters, keys, types } = writing;
  const levels = levelsOf(aggregate.measures, plan, grouped(aggregate), bitmaps && dialect.bitmaps !== null);
  const text = levels === null ? flat(writing) : twoLevels(writing, levels, bitmaps);
  return { text, parameters, columns: [...keys, ...aggregate.measures].map(({ name }, index) => ({ name, type: types[index]! })) };
}

/**
 * A statement that answers how many sets of bits `compile` with `bitmaps` would make; null where no measure of the plan is such a set.
 * Each takes a bit for every number of `span`.
 */
export function compileSets(plan: Plan, dialect: Dialect): { statement: Statement; span: Span } | null {
  if (!isFlat(plan.root)) return null;
  const writing = writingOf(plan, dialect);
  const { measures } = writing.aggregate;
  const spans = measures.flatMap((measure) => (fitsBitmap(measure) ? [measure.span!] : []));
  const levels = levelsOf(measures, plan, grouped(writing.aggregate), true);
  if (dialect.bitmaps === null || levels === null || spans.length === 0) return null;
  const sets = new Set(levels.inner.filter(fitsBitmap)).size;
  const parts = [
    ...writing.keys.map(({ text, number }) => number?.of ?? text),
    ...levels.conditions.map((condition) => asKey(writing.write(condition))),
  ];
  const inner = [`SELECT ${parts.join(", ") || "1"}`, ...writing.from(), ...groupBy(parts.length)].join("\n");
  return {
    statement: {
      text: `SELECT count(*) * ${sets} AS sets FROM (\n${inner}\n) AS groups`,
      parameters: writing.parameters,
      columns: [{ name: "sets", type: "integer" }],
    },
    span: { low: Math.min(...spans.map(({ low }) => low)), high: Math.max(...spans.map(({ high }) => high)) },
  };
}

interface WrittenKey {
  readonly name: string;
  readonly text: string;
  /** for a month: its number, and its first day by the number under the key's name */
  readonly number: { readonly of: string; readonly start: string } | null;
}

/** The pieces that every form of a statement is made of. */
interface Writing {
  readonly aggregate: Aggregate;
  readonly dialect: Dialect;
  readonly parameters: ParameterValue[];
  readonly keys: readonly WrittenKey[];
  /** of the keys, then of the measures */
  readonly types: readonly ValueType[];
  /** FROM and WHERE: written last, so that parameters are numbered from the top */
  readonly from: () => readonly string[];
  readonly write: (typed: Typed) => string;
  /** over columns that bear other names now */
  readonly writeAs: (typed: Typed, names: ReadonlyMap<string, string>) => string;
}

function writingOf(plan: Plan, dialect: Dialect): Writing {
  const { aggregate, filters, scan } = clauses(plan.root);
  const columns: Columns = new Map(scan.columns.map((name, index) => [name, scan.types[index]!]));
  const parameters: ParameterValue[] = [];
  const bind = (text: string): string => {
    const known = parameters.indexOf(text);
    return dialect.parameter(known >= 0 ? known + 1 : parameters.push(text));
  };
  const write = ({ expression }: Typed): string => compileExpression(expression, columns, dialect, bind);
  const writeAs = ({ expression }: Typed, names: ReadonlyMap<string, string>): string =>
    compileExpression(expression, columns, { ...dialect, identifier: (name) => dialect.identifier(names.get(name) ?? name) }, bind);
  return {
    aggregate,
    dialect,
    parameters,
    keys: aggregate.keys.map((key) => ({ name: key.name, text: writeKey(key, columns, dialect), number: monthNumber(key, dialect) })),
    types: [...columnsOf(aggregate).values()],
    from() {
      const conditions = filters.flatMap(({ days, where }) => [
        ...(days ? writeDays(days, dialect) : []),
        ...conjuncts(where).map((part) => bracketed(part, write(part))),
      ]);
      return [`FROM ${dialect.table(scan.dataset)}`, ...(conditions.length > 0 ? [`WHERE ${conditions.join("\n  AND ")}`] : [])];
    },
    write,
    writeAs,
  };
}

function flat(writing: Writing): string {
  const { aggregate, dialect, keys, from, write } = writing;
  const crowded = isCrowded(aggregate.measures, dialect);
  const measures = aggregate.measures.map((measure) => {
    const of = measure.of && { text: write(measure.of), type: measure.of.type };
    const narrowed = narrow(of, measure.where ? write(measure.where) : "", crowded);
    return { name: measure.name, text: dialect.aggregates[measure.function](narrowed.of, narrowed.filter, measure) };
  });
  return [selected([...keys, ...measures], dialect), ...from(), ...groupBy(keys.length)].join("\n");
}

/**
 * The inner level groups by the keys, by what is carried along, and by whether each condition is true; the outer one adds up what each
 * measure counts.
 */
function twoLevels(writing: Writing, { carried, conditions, inner, outer }: Levels, bitmaps: boolean): string {
  const { aggregate, dialect, keys, from, write, writeAs } = writing;
  const names = new Set(keys.map(({ name }) => name));
  const unused = (name: string): string => {
    let free = name;
    while (names.has(free)) free += "_";
    names.add(free);
    return free;
  };
  const along = carried.map((column, index) => ({ name: unused(`$by ${index + 1}`), column, text: dialect.identifier(column) }));
  const tests = conditions.map((condition, index) => ({ name: unused(`$if ${index + 1}`), text: asKey(write(condition)) }));
  const parts = inner.map((measure, index) => ({
    name: unused(`$part ${index + 1}`),
    text: bitmaps && fitsBitmap(measure) ? collected(measure, writing) : aggregated(measure, writing),
  }));
  const grouping = [...keys.map(({ name, text, number }) => ({ name, text: number?.of ?? text })), ...along, ...tests];
  const below = [selected([...grouping, ...parts], dialect), ...from(), ...groupBy(grouping.length)].join("\n");
  const above = new Map([
    ...aggregate.keys.flatMap(({ name, of }) => (of.kind === "column" ? [[of.column, name] as const] : [])),
    ...along.map(({ name, column }) => [column, name] as const),
  ]);
  const crowded = isCrowded(aggregate.measures, dialect);
  const measures = outer.map(({ measure, inner: part, conditions: own, told }) => {
    const condition = [
      ...own.map((index) => dialect.identifier(tests[index]!.name)),
      ...told.map((condition) => bracketed(condition, writeAs(condition, above))),
    ].join(" AND ");
    const narrowed = narrow({ text: dialect.identifier(parts[part]!.name), type: measure.of?.type ?? "integer" }, condition, crowded);
    return { name: measure.name, text: merged(measure, narrowed.of!, narrowed.filter, dialect) };
  });
  const shown = keys.map(({ name, number }) => ({ name, text: number?.start ?? dialect.identifier(name) }));
  return `${selected([...shown, ...measures], dialect)}\nFROM (\n${below}\n) AS parts${groupBy(keys.length)
    .map((line) => `\n${line}`)
    .join("")}`;
}

/** The columns whose values the rows of one group have in common. A double that is no number is shown as none. */
function grouped({ keys, input }: Aggregate): readonly string[] {
  const types = columnsOf(input);
  return keys.flatMap(({ of }) => (of.kind === "column" && types.get(of.column) !== "double" ? [of.column] : []));
}

function aggregated(measure: Measure, { dialect, write }: Writing): string {
  return dialect.aggregates[measure.function](measure.of && { text: write(measure.of), type: measure.of.type }, "", measure);
}

function isCrowded(measures: readonly Measure[], { mostFilters }: Dialect): boolean {
  return measures.filter(({ where }) => where !== null).length > mostFilters;
}

/** An operand of which only the rows of a condition count, as a FILTER, or, because aggregates leave nulls out, as a CASE. */
function narrow(of: Operand | null, condition: string, crowded: boolean): { readonly of: Operand | null; readonly filter: string } {
  if (condition === "") return { of, filter: "" };
  if (!crowded) return { of, filter: ` FILTER (WHERE ${condition})` };
  return { of: { text: `CASE WHEN ${condition} THEN ${of?.text ?? "1"} END`, type: of?.type ?? "integer" }, filter: "" };
}

function collected({ of, span }: Measure, { dialect, write }: Writing): string {
  return dialect.bitmaps!.collect({ text: write(of!), type: of!.type }, span!);
}

function monthNumber({ name, of }: Key, dialect: Dialect): WrittenKey["number"] {
  const number = dialect.monthNumber;
  if (number === null || of.kind !== "period" || of.grain !== "month") return null;
  return { of: number.of(dialect.identifier("$day")), start: number.start(dialect.identifier(name)) };
}

/** Null is not true. */
function asKey(condition: string): string {
  return `coalesce(${condition}, FALSE)`;
}

/** Whether a plan is one SELECT over one table. */
function isFlat(root: Node): boolean {
  let node = root.op === "aggregate" ? root.input : root;
  while (node.op === "filter") node = node.input;
  return node.op === "scan";
}

function clauses(root: Node): { aggregate: Aggregate; filters: readonly Filter[]; scan: Scan } {
  const filters: Filter[] = [];
  if (root.op !== "aggregate") throw new Error(`invalid plan: its root is ${root.op}`);
  let node = root.input;
  while (node.op === "filter") {
    filters.unshift(node);
    node = node.input;
  }
  if (node.op !== "scan") throw new Error(`invalid plan: ${node.op} below aggregate`);
  return { aggregate: root, filters, scan: node };
}
