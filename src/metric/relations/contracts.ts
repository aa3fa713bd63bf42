import type { Typed } from "../../expression/index.ts";
import { columnsOf } from "../columns.ts";
import type { Key, Measure, Node } from "../plan.ts";
import { own, quoted } from "../reading.ts";
import { spineColumns, spineOf } from "../spine.ts";
import type { Material, Planner, Relation } from "../types/kind.ts";
import { rowsOf, segmentName } from "./rows.ts";

/** The columns of `contracts`. */
export const contractColumns = {
  /** what the customer's contracts come to on the day before the period */
  before: "$before",
  /** what they come to at the end of the period's last day */
  after: "$after",
} as const;

/** What a row says of a contract: from its `started` on and before its `ended` (null: it has no end) it runs. */
export interface Contract {
  readonly started: Typed;
  readonly ended: Typed;
  /** null: contracts are counted */
  readonly amount: Typed | null;
}

/**
 * A row per customer, segment and period that had a running contract just before the period or has one at its end: what they came to
 * then. A row without a customer is a customer of its own.
 */
export function contracts(
  key: readonly unknown[],
  material: Material,
  { started, ended, amount }: Contract,
  { frame, asOf }: Pick<Planner, "frame" | "asOf">,
): Relation {
  const { customer, by } = material;
  return {
    key: JSON.stringify(["contracts", key]),
    placed: "frame",
    by: by.map((_, index) => segmentName(index)),
    build(range) {
      const used = [started, ended, ...(amount ? [amount] : [])].flatMap(({ columns }) => columns);
      const rows = rowsOf(material, [...(customer === null ? [] : [customer]), ...by, ...used], null, asOf);
      const columns = columnsOf(rows);
      const expression = (text: string) => ({ kind: "expression", expression: own(text, columns) }) as const;
      const terms: Node = {
        op: "project",
        input: rows,
        columns: [
          ...(customer === null ? [] : [{ name: "$customer", of: expression(quoted(customer)) }]),
          { name: "$alone", of: expression(customer === null ? '"$row"' : `case when ${quoted(customer)} is null then "$row" else 0 end`) },
          { name: "$started", of: { kind: "expression", expression: asDay(started) } },
          { name: "$ended", of: { kind: "expression", expression: asDay(ended) } },
          ...(amount ? [{ name: "$amount", of: { kind: "expression", expression: amount } as const }] : []),
          ...by.map((column, index) => ({ name: segmentName(index), of: expression(quoted(column)) })),
        ],
      };
      const { from, next, period } = spineColumns;
      const spine = spineOf(range, frame, [], asOf);
      const around = new Map([...columnsOf(spine), ...columnsOf(terms)]);
      const where = own(`"$started" < "${next}" and ("$ended" is null or "$ended" >= "${from}")`, around);
      const total = (name: string, running: string): Measure => ({
        name,
        function: amount ? "sum" : "count",
        of: amount && own('"$amount"', around),
        where: own(running, around),
      });
      const keys = [...(customer === null ? [] : ["$customer"]), "$alone", period, ...by.map((_, index) => segmentName(index))];
      return {
        op: "aggregate",
        input: { op: "join", left: spine, right: terms, where },
        keys: keys.map((name): Key => ({ name, of: { kind: "column", column: name } })),
        measures: [
          total(contractColumns.before, `"$started" < "${from}"`),
          total(contractColumns.after, `"$ended" is null or "$ended" >= "${next}"`),
        ],
      };
    },
  };
}

function asDay(moment: Typed): Typed {
  if (moment.type === "date") return moment;
  const { expression, columns } = moment;
  return { expression: { kind: "cast", operand: expression, to: "date", at: expression.at }, type: "date", columns };
}
