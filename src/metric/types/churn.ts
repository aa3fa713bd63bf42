import { formatDuration } from "../../calendar/index.ts";
import { HelderError } from "../../framework/index.ts";
import { contractColumns, contracts } from "../relations/contracts.ts";
import { readMoment } from "../relations/moment.ts";
import { stateColumns, states } from "../relations/states.ts";
import { own } from "../reading.ts";
import { earlierColumns } from "../spine.ts";
import { extentOf, nothing } from "../extent.ts";
import type { Kind, MetricOf, Part, Planner } from "./kind.ts";

/** Of the customers who were active when the period began, the part that is not when it ends. */
export const churn: Kind<"churn"> = {
  unit: () => "percent",
  empty: null,
  additive: false,
  plan: (metric, planner) => (metric.kind === "contractual" ? contractual(metric, planner) : silent(metric, planner)),
  reach: ({ kind, after }) => (kind === "silence" && after ? { before: nothing, after: extentOf(after) } : { before: "all", after: "all" }),
  definition(metric, { expression, over }) {
    const { kind, started, ended, after, dataset } = metric;
    return kind === "silence"
      ? `share of customers who fall silent for ${after ? formatDuration(after) : "?"}${over(metric)}`
      : `share of contracts from ${expression(started ?? "?", dataset)} to ${expression(ended ?? "?", dataset)} that end${over(metric)}`;
  },
  spoken: {
    nl: (metric, { rows, length }) =>
      `van de actieve klanten in ${rows(metric)} het deel ${metric.after && metric.kind === "silence" ? `dat ${length(metric.after)} niets van zich laat horen` : "waarvan het contract eindigt"}`,
    en: (metric, { rows, length }) =>
      `of the active customers in ${rows(metric)}, the share ${metric.after && metric.kind === "silence" ? `that is silent for ${length(metric.after)}` : "whose contract ends"}`,
  },
};

function contractual(metric: MetricOf<"churn">, planner: Planner): Part {
  const { started, ended } = metric;
  if (started === undefined || ended === undefined) throw missing(metric.id, "started", "ended");
  const material = planner.material(metric);
  const relation = contracts(
    [metric.dataset, metric.where ?? null, started, ended, null],
    material,
    { started: readMoment(started, metric.id, material), ended: readMoment(ended, metric.id, material), amount: null },
    planner,
  );
  const rows = planner.derived(metric.id, material, relation);
  const { before, after } = contractColumns;
  const n = rows.measure("active", "count", null, { where: own(`"${before}" > 0`, rows.columns) });
  const lost = rows.measure("lost", "count", null, { where: own(`"${before}" > 0 and "${after}" = 0`, rows.columns) });
  return { value: { kind: "quotient", numerator: lost, denominator: n }, n, rows: () => [n], sources: [material.source] };
}

function silent(metric: MetricOf<"churn">, planner: Planner): Part {
  if (metric.after === undefined) throw missing(metric.id, "after");
  const material = planner.material(metric);
  const relation = states([metric.dataset, metric.where ?? null], material, [metric.after], planner);
  const rows = planner.derived(metric.id, material, relation);
  const { from, next } = earlierColumns(metric.after);
  const { before, last } = stateColumns;
  const active = `"${before}" >= "${from}"`;
  const n = rows.measure("active", "count", null, { where: own(active, rows.columns) });
  const lost = rows.measure("lost", "count", null, { where: own(`${active} and "${last}" < "${next}"`, rows.columns) });
  return { value: { kind: "quotient", numerator: lost, denominator: n }, n, rows: () => [n], sources: [material.source] };
}

function missing(name: string, ...keys: readonly string[]): HelderError {
  return new HelderError("broken-metric", {
    name,
    reason: `it has no ${keys.map((key) => `“${key}”`).join(" or no ")}`,
    "reason-nl": `${keys.map((key) => `“${key}”`).join(" of ")} ontbreekt`,
  });
}
