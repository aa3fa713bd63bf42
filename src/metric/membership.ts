import { type Day, shiftDay } from "../calendar/index.ts";
import { suggest, type Typed } from "../expression/index.ts";
import { type Dataset, type Framework, HelderError, type Segment } from "../framework/index.ts";
import { type AttachedColumn, withAttached } from "./attached-rows.ts";
import { columnsOf } from "./columns.ts";
import { joinedDataset } from "./join.ts";
import type { Catalog, LoadedDataset, Measure, Meeting, Membership, Node, ProjectedColumn, WindowColumn } from "./plan.ts";
import { own, ownColumn, quoted, readColumn, readCondition, readNumber, suggestionText } from "./reading.ts";
import { known, rowsOf } from "./relations/rows.ts";

/** That rows of a dataset are of a segment's customers. Throws as `customersOf`, and `no-customer`. */
export function membershipOf(framework: Framework, catalog: Catalog, segment: string, dataset: LoadedDataset, asOf: Day): Membership {
  const customers = customersOf(framework, catalog, segment, asOf);
  const declared = framework.datasets.find(({ id }) => id === dataset.id);
  if (declared?.customer === undefined) throw new HelderError("no-customer", { dataset: dataset.id });
  const column = readColumn(declared.customer, dataset.columns, dataset.id);
  const columns = columnsOf(customers);
  const name = [...columns.keys()][0]!;
  // A number in one dataset and a text in the other may be the same customer.
  if (columns.get(name) === dataset.columns.get(column)) return { segment, member: ownColumn(column, dataset.columns), among: customers };
  const asText = (of: string, within: typeof columns): Typed => own(`cast(${quoted(of)} as text)`, within);
  const among: Node = {
    op: "project",
    input: customers,
    columns: [{ name, of: { kind: "expression", expression: asText(name, columns) } }],
  };
  return { segment, member: asText(column, dataset.columns), among };
}

/** A dataset whose rows tell of each segment whether they are of it: under the segment's id, where no column bears that name. */
export function withSegments(framework: Framework, catalog: Catalog, dataset: LoadedDataset, asOf: Day): LoadedDataset {
  const declared = framework.datasets.find(({ id }) => id === dataset.id);
  if (framework.segments.length === 0 || declared?.customer === undefined) return dataset;
  const attached = framework.segments.map(({ id }): AttachedColumn => {
    const meet = (): Meeting => {
      const { member, among } = membershipOf(framework, catalog, id, dataset, asOf);
      const columns = columnsOf(among);
      return { mine: [member], theirs: [ownColumn([...columns.keys()][0]!, columns)], rows: () => among };
    };
    return { name: id, type: "boolean", of: { partner: { id, meet }, column: null } };
  });
  return withAttached(dataset, attached);
}

/**
 * The customers of a segment at the end of a day, each once, in the column `$customer`. Rows that pass `where` make customers; of those
 * `lapsed`, `top` and `rfm` each keep a part.
 *
 * Throws HelderError `unknown-segment`, `broken-segment`, `unknown-dataset`, `dataset-broken`, `unknown-column`, `broken-expression`,
 * `not-a-number`, `no-customer`, `time-needed`.
 */
export function customersOf(framework: Framework, catalog: Catalog, id: string, asOf: Day): Node {
  const segment = segmentNamed(framework, id);
  const declared = datasetOfSegment(framework, segment);
  const dataset = joinedDataset(framework, catalog, declared.id, asOf);
  const { columns } = dataset;
  const origin = { of: id, dataset: dataset.id };
  if (declared.customer === undefined) throw new HelderError("no-customer", { dataset: dataset.id });
  const customer = readColumn(declared.customer, columns, dataset.id);
  const where = segment.where === undefined ? null : readCondition(segment.where, columns, origin);
  const { lapsed, top, rfm } = segment;
  const byDay = lapsed !== undefined || rfm !== undefined;
  if (byDay && !dataset.hasTime) throw new HelderError("time-needed", { dataset: dataset.id });
  const worth = top !== undefined || rfm !== undefined ? readNumber(segment.of ?? "revenue", columns, origin) : null;

  const rows = rowsOf({ dataset, where, memberships: [] }, [customer, ...(worth?.columns ?? [])], known(customer, { dataset }), asOf);
  const measures: Measure[] = [];
  if (byDay) measures.push({ name: "$last", function: "max", of: ownColumn("$day", columnsOf(rows)), where: null });
  if (rfm !== undefined) measures.push({ name: "$days", function: "count-distinct", of: ownColumn("$day", columnsOf(rows)), where: null });
  if (worth !== null) measures.push({ name: "$sum", function: "sum", of: worth, where: null });
  let node: Node = { op: "aggregate", input: rows, keys: [{ name: "$customer", of: { kind: "column", column: customer } }], measures };

  const tests: string[] = [];
  if (lapsed !== undefined) tests.push(`"$last" <= date '${shiftDay(asOf, lapsed, -1)}'`);
  if (worth !== null) node = ranked(node, rfm !== undefined);
  if (top !== undefined) tests.push(`"$place" <= ceil(${top} * "$customers")`);
  if (rfm !== undefined) tests.push(scored([rfm].flat()));
  if (tests.length > 0) node = { op: "filter", input: node, where: own(tests.join(" and "), columnsOf(node)), days: null };
  return { op: "project", input: node, columns: [kept("$customer", node)] };
}

/** The dataset that a segment is of. Throws `unknown-segment`, `broken-segment`. */
export function segmentDataset(framework: Framework, id: string): string {
  return datasetOfSegment(framework, segmentNamed(framework, id)).id;
}

/** Throws `unknown-segment` (with the nearest id). */
export function segmentNamed({ segments }: Framework, id: string): Segment {
  const segment = segments.find((one) => one.id === id);
  if (segment) return segment;
  const ids = segments.map((one) => one.id);
  throw new HelderError("unknown-segment", { name: id, suggestion: suggestionText(suggest(id, ids)) });
}

function datasetOfSegment({ datasets }: Framework, { id, dataset, where, lapsed, top, rfm }: Segment): Dataset {
  if ([where, lapsed, top, rfm].every((one) => one === undefined))
    throw broken(id, "it does not say which customers it holds; give it where, lapsed, top or rfm", {
      nl: "er staat niet welke klanten erin horen; geef het where, lapsed, top of rfm",
    });
  if (dataset !== undefined) {
    const declared = datasets.find((one) => one.id === dataset);
    if (declared) return declared;
    const ids = datasets.map((one) => one.id);
    throw new HelderError("unknown-dataset", { name: dataset, suggestion: suggestionText(suggest(dataset, ids)) });
  }
  const withCustomers = datasets.filter((one) => one.customer !== undefined);
  if (withCustomers.length === 1) return withCustomers[0]!;
  const several = withCustomers.length > 1;
  throw broken(id, several ? "several datasets have customers; name one at dataset" : "no dataset has a customer column", {
    nl: several ? "meer datasets hebben klanten; noem er een bij dataset" : "geen dataset heeft een klantkolom",
  });
}

function broken(name: string, reason: string, { nl }: { readonly nl: string }): HelderError {
  return new HelderError("broken-segment", { name, reason, "reason-nl": nl });
}

/** Customers with `$place` (1 brings in most; ties by id) and `$customers`, their number; with scores also a rank from low to high each. */
function ranked(customers: Node, scores: boolean): Node {
  const columns = columnsOf(customers);
  const made = (name: string, text: string): ProjectedColumn => ({
    name,
    of: { kind: "expression", expression: own(text, columns) },
  });
  const projected: Node = {
    op: "project",
    input: customers,
    columns: [
      ...[...columns.keys()].filter((name) => name !== "$sum").map((name) => kept(name, customers)),
      made("$worth", 'coalesce("$sum", 0)'),
      made("$less", '-coalesce("$sum", 0)'),
      made("$all", "1"),
    ],
  };
  const over = (input: Node, order: readonly string[], added: readonly WindowColumn[]): Node => ({
    op: "window",
    input,
    partition: ["$all"],
    order,
    columns: added,
  });
  const placed = over(
    projected,
    ["$less", "$customer"],
    [
      { name: "$place", function: "rank" },
      { name: "$customers", function: "size" },
    ],
  );
  if (!scores) return placed;
  return letters.reduce((input, { rank, of }) => over(input, [of], [{ name: rank, function: "rank" }]), placed);
}

/** What each place of a pattern of scores is about. */
const letters = [
  { rank: "$recency", of: "$last" },
  { rank: "$frequency", of: "$days" },
  { rank: "$money", of: "$worth" },
] as const;

/** `5*5`: the best fifth in recency and in money. Of equal customers each has the score of the lowest place among them. */
function scored(patterns: readonly string[]): string {
  const score = (rank: string) => `floor(5 * ("${rank}" - 1) / "$customers") + 1`;
  const one = (pattern: string): string => {
    const asked = letters.flatMap(({ rank }, index) => (pattern[index] === "*" ? [] : [`${score(rank)} = ${pattern[index]}`]));
    return asked.length === 0 ? "true" : asked.join(" and ");
  };
  return `(${patterns.map((pattern) => `(${one(pattern)})`).join(" or ")})`;
}

function kept(name: string, input: Node): ProjectedColumn {
  return { name, of: { kind: "expression", expression: ownColumn(name, columnsOf(input)) } };
}
