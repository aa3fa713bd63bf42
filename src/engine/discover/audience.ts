import { type Day, shiftDay } from "../../calendar/index.ts";
import { HelderError } from "../../framework/index.ts";
import { customersOf } from "../../metric/index.ts";
import { compile, duckdb, quoteText } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";
import { atRiskCondition, type Bounds, count, dayLiteral } from "./count.ts";
import { type Lines, makeLines } from "./lines.ts";
import { type BuiltInAudience, builtInAudiences } from "./built-in-audiences.ts";
import { keepAudience } from "./kept.ts";
import { hiddenContacts } from "./private.ts";
import { type Cell, refuseOtherFiles, type SheetColumn, writeSheet } from "./sheet.ts";
import { type Place, type SourceOptions, withSources } from "./sources.ts";

export interface AudienceRequest extends SourceOptions, Bounds {
  readonly segment: string;
  /** `.xlsx` or `.csv` */
  readonly out: string;
  /** the share that gets nothing, so that the effect can be measured; null: nobody is held out */
  readonly holdOut: number | null;
  readonly seed: number;
  readonly asOf: Day | null;
  /** writes private columns too */
  readonly private: boolean;
}

export interface Audience {
  readonly customers: number;
  readonly file: string;
  readonly segment: string;
  readonly asOf: Day;
  /** those held out, where that was asked for */
  readonly heldOut: number | null;
}

const columns: readonly SheetColumn[] = [
  { name: "customer", sentences: { nl: "nummer van de klant", en: "the customer's number" } },
  { name: "email", sentences: { nl: "e-mailadres", en: "e-mail address" } },
  { name: "first_order", format: "yyyy-mm-dd", sentences: { nl: "dag van de eerste aankoop", en: "day of the first purchase" } },
  { name: "last_order", format: "yyyy-mm-dd", sentences: { nl: "dag van de laatste aankoop", en: "day of the last purchase" } },
  { name: "orders", format: "0", sentences: { nl: "aankopen in de periode", en: "purchases in the period" } },
  { name: "revenue", format: "#,##0.00", sentences: { nl: "besteed in de periode", en: "spent in the period" } },
  {
    name: "group",
    sentences: {
      nl: "treatment: deze klant krijgt de actie; control: deze niet, om het effect te meten",
      en: "treatment: this customer gets the action; control: this one does not, to measure the effect",
    },
  },
];

/**
 * Writes a group of customers to a file. A built-in name is that group, unless the workspace has a segment of that name. Throws HelderError
 * `unknown-segment`, `bad-option`, `not-writable`, and what reading the data throws.
 */
export function audience(request: AudienceRequest): Promise<Audience> {
  refuseOtherFiles("--out", request.out);
  return withSources(request, async (session, sources, place) => {
    const lines = await makeLines(session, sources, request.asOf, true);
    const { asOf } = lines;
    if (asOf === null) throw new HelderError("no-transactions", { files: sources.flatMap(({ files }) => files).join(", ") });
    const isBuiltIn = await makeMembers(session, lines, place, request, asOf);
    const hidden = request.private ? new Set<string>() : hiddenContacts(lines.main, sources);
    const shown = columns.filter(
      ({ name }) => !hidden.has(name) && (name !== "group" || request.holdOut !== null) && (name !== "email" || lines.hasEmail),
    );
    const rows = await rowsOf(session, request);
    await writeSheet(
      request.out,
      shown,
      rows.map((row) => shown.map(({ name }) => row[columns.findIndex((column) => column.name === name)]!)),
      request.language,
    );
    const heldOut = request.holdOut === null ? null : rows.filter((row) => row.at(-1) === "control").length;
    if (isBuiltIn && request.holdOut !== null && request.directory !== null)
      await keepAudience(request.directory, { ...request, segment: request.segment as BuiltInAudience, holdOut: request.holdOut, asOf });
    return { customers: rows.length, file: request.out, segment: request.segment, asOf, heldOut };
  });
}

/** Makes the temporary table `member`, whose `customer` is null for who is in no sale; answers whether the group is a built-in one. */
async function makeMembers(
  session: Session,
  lines: Lines,
  { framework, catalog }: Place,
  { segment, ...bounds }: AudienceRequest,
  asOf: Day,
): Promise<boolean> {
  const figures = await count(session, lines, asOf, bounds);
  if (framework.segments.some(({ id }) => id === segment)) {
    const root = customersOf(framework, catalog, segment, asOf);
    const statement = compile({ dataset: segment, root, rows: null }, duckdb);
    await session.query(
      `CREATE OR REPLACE TEMP TABLE member AS SELECT customer, name FROM (SELECT DISTINCT CAST("$customer" AS VARCHAR) AS name FROM (${statement.text}))
         LEFT JOIN profile USING (name)`,
      statement.parameters,
    );
    return false;
  }
  const names: readonly string[] = builtInAudiences;
  if (!names.includes(segment)) {
    const known = [...names, ...framework.segments.map(({ id }) => id)];
    throw new HelderError("unknown-segment", { name: segment, suggestion: ` ${known.join(" | ")}` });
  }
  await makeBuiltIn(session, segment as BuiltInAudience, figures.gapP90, asOf);
  return true;
}

/** Makes the temporary table `member` of a built-in group, of the tables that `count` made. */
export async function makeBuiltIn(session: Session, name: BuiltInAudience, gapP90: number | null, asOf: Day): Promise<void> {
  const conditions: Readonly<Record<BuiltInAudience, string>> = {
    active: "true",
    lapsed: "lapsed",
    top: "top",
    "lapsed-top": "lapsed AND top",
    new: `first > ${dayLiteral(shiftDay(asOf, { count: 90, unit: "day" }, -1))}`,
    "one-time": "orders = 1",
    "at-risk": atRiskCondition(dayLiteral(asOf), gapP90),
  };
  await session.query(
    `CREATE OR REPLACE TEMP TABLE member AS SELECT customer, name FROM client JOIN profile USING (customer) WHERE ${conditions[name]}`,
  );
}

/** SQL over the whole group: who is held out, by the customer's name. The same seed and group give the same customers, in whatever order they stand. */
export function isControl(customer: string, holdOut: number, seed: number): string {
  return `row_number() OVER (ORDER BY sha256(${quoteText(`${seed} `)} || ${customer}), ${customer}) <= round(${holdOut} * count(*) OVER ())`;
}

type Value = string | number | boolean | null | undefined;

async function rowsOf(session: Session, { holdOut, seed }: AudienceRequest): Promise<Cell[][]> {
  const group = holdOut === null ? "NULL" : `CASE WHEN ${isControl("member.name", holdOut, seed)} THEN 'control' ELSE 'treatment' END`;
  const { rows } = await session.query(
    `SELECT member.name, email, CAST(first AS VARCHAR), CAST(last AS VARCHAR), orders, CAST(revenue AS DOUBLE), ${group}
     FROM member LEFT JOIN client USING (customer) LEFT JOIN profile USING (customer) ORDER BY place NULLS LAST, member.name`,
  );
  const text = (value: Value) => (value === null || value === undefined ? null : String(value));
  const number = (value: Value) => (value === null || value === undefined ? null : Number(value));
  const day = (value: Value) => (value === null || value === undefined ? null : new Date(`${String(value)}T00:00:00Z`));
  return rows.map((row) => [text(row[0]), text(row[1]), day(row[2]), day(row[3]), number(row[4]), number(row[5]), text(row[6])]);
}
