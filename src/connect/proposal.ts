import { plainName, type RoleFound, rolesOf, type SeenColumn } from "./roles/roles.ts";

/** A column with all that a proposal looks at. */
export interface ProfiledColumn extends SeenColumn {
  /** values that are not null */
  readonly filled: number;
  /** the smallest and largest number; null where it has none */
  readonly low: number | null;
  readonly high: number | null;
}

export interface Proposal {
  readonly roles: ReadonlyMap<string, RoleFound>;
  /** names of columns; null where none is sure enough */
  readonly key: string | null;
  readonly time: string | null;
  readonly customer: string | null;
  readonly doubts: readonly ProposedDoubt[];
}

export interface ProposedDoubt {
  readonly column: string | null;
  readonly code: "no-time" | "tax-unknown" | "negative-lines" | "cancelled-rows" | "cents";
  readonly count: number;
}

/** What the columns of a file make of it as a dataset: who, when, what tells its rows apart, and what a person should look at. */
export function propose(columns: readonly ProfiledColumn[], rows: number, file: string): Proposal {
  const roles = rolesOf(columns, file);
  const of = (role: RoleFound["role"]) => [...roles].find(([, found]) => found.role === role && found.confidence >= 0.3)?.[0] ?? null;
  const time = of("time") ?? of("started");
  const customer = of("customer") ?? of("email");
  return { roles, key: keyOf(columns, rows, time, customer, of("order")), time, customer, doubts: doubtsOf(columns, roles, time) };
}

const idName = /(?:^|\s)(?:id|ids|nr|no|number|nummer|code|key|sleutel|uuid|guid|token|response id)$|(?:nummer|nr|code)$/;

const ownName = /^(?:.* )?(?:records|rows|items|data|results) id$|^(?:id|key|uuid)$/;

/** A column whose values all differ and whose name says that it names things. Customers of a file with days may come back in the next. */
function keyOf(
  columns: readonly ProfiledColumn[],
  rows: number,
  time: string | null,
  customer: string | null,
  order: string | null,
): string | null {
  if (rows < 2) return null;
  const unique = columns.filter(
    ({ name, type, filled, distinct }) =>
      filled === rows && distinct === rows && (type === "text" || type === "integer") && (name === order || idName.test(plainName(name))),
  );
  const isFew = rows < 20;
  const allowed = unique.filter(
    ({ name }) =>
      (time === null || name !== customer) && (!isFew || name === order || name === columns[0]!.name || ownName.test(plainName(name))),
  );
  return (
    (allowed.find(({ name }) => name === order) ?? allowed.find(({ name }) => ownName.test(plainName(name))) ?? allowed[0])?.name ?? null
  );
}

function doubtsOf(columns: readonly ProfiledColumn[], roles: Proposal["roles"], time: string | null): ProposedDoubt[] {
  const doubts: ProposedDoubt[] = [];
  if (time === null) doubts.push({ column: null, code: "no-time", count: 1 });
  const words = columns.map(({ name }) => plainName(name)).join(" | ");
  const saysTax = /\b(?:btw|vat|tax|taxes|incl|excl|inclusief|exclusief|net|netto|gross|bruto)\b/.test(words);
  for (const column of columns) {
    const role = roles.get(column.name)?.role;
    if ((role === "amount" || role === "price") && roles.get(column.name)!.confidence >= 0.8) {
      if (!saysTax && role === "amount") doubts.push({ column: column.name, code: "tax-unknown", count: 1 });
      if (column.type === "integer" && isInCents(column, columns)) doubts.push({ column: column.name, code: "cents", count: 1 });
    }
    if ((role === "amount" || role === "quantity") && column.low !== null && column.low < 0)
      doubts.push({ column: column.name, code: "negative-lines", count: 1 });
    if (role === "status" && column.sample.some((value) => /cancel|annul|return|retour|refund|terugbeta/i.test(value)))
      doubts.push({ column: column.name, code: "cancelled-rows", count: 1 });
    if (role === "order" && column.sample.some((value) => /^C\d/.test(value)) && column.sample.some((value) => /^\d/.test(value)))
      doubts.push({ column: column.name, code: "cancelled-rows", count: 1 });
  }
  return doubts;
}

/** Whole amounts of hundreds and more beside a column of currencies, or all of them hundreds: payment systems count in cents. */
function isInCents(column: ProfiledColumn, columns: readonly ProfiledColumn[]): boolean {
  if (column.sample.length === 0 || column.low === null || column.low < 0) return false;
  const hasCurrency = columns.some(({ name }) => /\b(?:currency|valuta)\b/.test(plainName(name)));
  const areHundreds = column.sample.length >= 5 && column.sample.every((value) => Number(value) % 100 === 0);
  return areHundreds || (hasCurrency && (column.high ?? 0) >= 1000);
}
