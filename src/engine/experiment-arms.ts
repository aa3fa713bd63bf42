import { type Experiment, HelderError } from "../framework/index.ts";
import { armColumns, type PlannedEffect, type SumsAt } from "../metric/index.ts";
import type { Table } from "../sql/index.ts";

/** Who was in which arm. */
export interface Arms {
  readonly control: string;
  /** the other arms, in order of name */
  readonly treatments: readonly string[];
  /** customers per arm, control first */
  readonly customers: ReadonlyMap<string, number>;
  /** those whose window is over */
  readonly mature: ReadonlyMap<string, number>;
  readonly excluded: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** Throws `experiment-incomplete` without a control, `experiment-empty` where the control or every other arm is. */
export function armsOf(experiment: Experiment, table: Table): Arms {
  const at = (row: Table["rows"][number], name: string) => row[table.columns.indexOf(name)] ?? null;
  const counted = (name: string) => new Map(table.rows.map((row) => [String(at(row, armColumns.arm)), Number(at(row, name) ?? 0)]));
  const [customers, mature] = [counted(armColumns.customers), counted(armColumns.mature)];
  const { control, weights } = experiment;
  if (control === undefined) throw new HelderError("experiment-incomplete", { name: experiment.id, missing: "control" });
  const planned = weights === undefined || Array.isArray(weights) ? [] : Object.keys(weights);
  const others = [...new Set([...planned, ...customers.keys()])].filter((arm) => arm !== control && (customers.get(arm) ?? 0) > 0).sort();
  const silent = planned.filter((arm) => arm !== control && !others.includes(arm));
  if ((customers.get(control) ?? 0) === 0) throw new HelderError("experiment-empty", { name: experiment.id, missing: control });
  if (others.length === 0)
    throw new HelderError("experiment-empty", {
      name: experiment.id,
      missing: "any other arm than the control",
      "missing-nl": "een andere groep dan de controlegroep",
    });
  const days = (name: string) =>
    table.rows
      .map((row) => at(row, name))
      .filter((day) => typeof day === "string")
      .sort();
  return {
    control,
    treatments: others,
    customers: new Map([control, ...others, ...silent].map((arm) => [arm, customers.get(arm) ?? 0])),
    mature,
    excluded: table.rows.reduce((sum, row) => sum + Number(at(row, armColumns.excluded) ?? 0), 0),
    first: days(armColumns.first)[0] ?? null,
    last: days(armColumns.last).at(-1) ?? null,
  };
}

/** The planned parts of the arms, control first; null where there is no plan: equal parts. Throws `bad-input` for a list that does not fit. */
export function weightsOf({ id, weights }: Experiment, { customers }: Arms): readonly number[] | null {
  if (weights === undefined) return null;
  const planned = Array.isArray(weights) ? weights : [...customers.keys()].map((arm) => weights[arm] ?? 0);
  if (planned.length === customers.size) return planned;
  throw new HelderError("bad-input", {
    reason: `weights of ${id} has ${planned.length} numbers for ${customers.size} arms`,
    "reason-nl": `weights van ${id} heeft ${planned.length} getallen voor ${customers.size} groepen`,
  });
}

/** The input of `stats experiment` for one arm. */
export interface ArmSums {
  readonly n: number;
  readonly sum: number;
  readonly sumSquares?: number;
  readonly denominatorSum?: number;
  readonly denominatorSumSquares?: number;
  readonly crossSum?: number;
}

/** What the tables say of one metric in one arm; an arm without rows is zeros. */
export function sumsOfArm(tables: readonly Table[], effect: PlannedEffect, arm: string, mature: number): ArmSums {
  const read = (plan: number, name: string): number => {
    const table = tables[plan]!;
    const row = table.rows.find((one) => one[table.columns.indexOf(armColumns.arm)] === arm);
    return row === undefined ? 0 : Number(row[table.columns.indexOf(name)] ?? 0);
  };
  const sum = (at: SumsAt) => read(at.plan, at.sum);
  const squares = (at: SumsAt) => read(at.plan, at.sumSquares);
  switch (effect.kind) {
    case "mean":
      return { n: mature, sum: sum(effect.of), sumSquares: squares(effect.of) };
    case "proportion":
      return { n: effect.among === null ? mature : sum(effect.among), sum: sum(effect.of) };
    case "ratio":
      return {
        n: mature,
        sum: sum(effect.numerator),
        sumSquares: squares(effect.numerator),
        denominatorSum: sum(effect.denominator),
        denominatorSumSquares: squares(effect.denominator),
        crossSum: read(effect.cross.plan, effect.cross.name),
      };
  }
}
