import type { Loaded } from "../../say.ts";
import type { TreeNode } from "../../report.ts";
import type { Finding, Gap } from "./model.ts";

/** What a finding is about, as far as the page shows it. */
export interface Concern {
  /** the goal, objective, interaction, KPI or CPI; null where it is about something else */
  readonly node: TreeNode | null;
  readonly phase: string | null;
}

const layers: readonly TreeNode["layer"][] = ["kpi", "cpi", "interaction", "objective", "goal", "enabler"];

/** Ids are unique per section only: where several things have the id, the code's own words say which is meant. */
export function concernOf(finding: Pick<Finding, "code" | "on">, { report }: Loaded): Concern {
  const same = report.tree.nodes.filter((node) => node.entity === finding.on);
  const named = same.find((node) => finding.code.split("-").includes(node.layer));
  const phase = report.phases.some(({ id }) => id === finding.on) ? finding.on : null;
  if (phase !== null && (same.length === 0 || finding.code.split("-").includes("phase"))) return { node: null, phase };
  const node = named ?? same.toSorted((one, other) => layers.indexOf(one.layer) - layers.indexOf(other.layer))[0] ?? null;
  return { node, phase: node?.phase ?? null };
}

const rank = { error: 0, warning: 1, info: 2 } as const;

/** Open findings by what they stand beside: node ids, and phase ids as `phase/see`; the gravest first. */
export function findingsBeside(loaded: Loaded): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  const open = loaded.report.findings.filter(({ waived }) => !waived).toSorted((one, other) => rank[one.severity] - rank[other.severity]);
  for (const finding of open) {
    const { node, phase } = concernOf(finding, loaded);
    const key = node?.id ?? (phase === null ? null : `phase/${phase}`);
    if (key !== null) found.set(key, [...(found.get(key) ?? []), finding]);
  }
  return found;
}

/** The empty cell that a finding is about: filling it mends it. */
export function gapFor(finding: Finding, loaded: Loaded, gaps: readonly Gap[]): Gap | null {
  const { node, phase } = concernOf(finding, loaded);
  if (node === null)
    return (
      gaps.find(
        (gap) => gap.phase === phase && gap.layer === "interaction" && (gap.side === "experience") === finding.code.includes("experience"),
      ) ?? null
    );
  if (!finding.code.includes("without-kpi") && !finding.code.includes("one-sided")) return null;
  return gaps.find((gap) => gap.members.some(({ id }) => id === node.id)) ?? null;
}
