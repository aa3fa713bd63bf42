import { type Framework, type Link, type LinkState, untilOf } from "../../framework/index.ts";
import { elasticityOf, type Lift } from "../../judge/index.ts";
import type { Move } from "../../metric/index.ts";
import type { LinkCounted, LinkLeft } from "../../report/index.ts";
import type { ExperimentAnalysis, ExperimentsResult } from "../experiment-analysis.ts";
import { betterWay, metricOf } from "../experiment-decision.ts";

/** A link whose effect is a number: it moves the metric of one indicator along with that of another. */
export interface LinkEffect extends Move, LinkCounted {}

interface LinkEffects {
  readonly counted: readonly LinkEffect[];
  readonly left: readonly LinkLeft[];
}

/**
 * What the links between indicators do, as far as experiments measured it: those that count today for a link that they support, and that
 * moved both of its ends. An experiment that speaks against it counts as well.
 */
export function linkEffects(framework: Framework, { experiments, links }: Pick<ExperimentsResult, "experiments" | "links">): LinkEffects {
  const counted: LinkEffect[] = [];
  const left: LinkLeft[] = [];
  for (const state of links) {
    const link = framework.links.find(({ id }) => id === state.id);
    const [from, to] = [metricOf(framework, link?.from), metricOf(framework, link?.to)];
    if (link === undefined || from === null || to === null) continue;
    const told = { id: link.id, between: [link.from, link.to] as const };
    if (state.status !== "supported") {
      left.push({ ...told, why: "unsupported" });
      continue;
    }
    const measured = experiments.flatMap((one) => liftsOf(framework, one, link, { from, to }) ?? []);
    const elasticity = elasticityOf(measured);
    if (elasticity === null) left.push({ ...told, why: measured.length === 0 ? "unmeasured" : "still" });
    else counted.push({ ...told, from, to, elasticity, experiments: measured.map(({ id }) => id) });
  }
  return { counted, left };
}

/** The lifts of both ends in the arm that did most, as in the verdict; null where the experiment counts for nothing, or lacks one. */
function liftsOf(
  framework: Framework,
  experiment: ExperimentAnalysis,
  link: Link,
  { from, to }: Move,
): { readonly id: LinkState["id"]; readonly cause: Lift; readonly result: Lift } | null {
  const decision = experiment.links.find(({ id }) => id === link.id);
  if (decision === undefined || experiment.running || experiment.srm?.mismatch === true) return null;
  const until = untilOf({ on: experiment.ended, redefined: decision.redefined });
  if (until !== null && until < experiment.asOf) return null;
  const sign = betterWay(framework, link, to) === "up" ? 1 : -1;
  const lifts = (metric: string) =>
    experiment.metrics.flatMap(({ metric: of, variant, relative }) => (of === metric && relative !== null ? [{ variant, relative }] : []));
  const best = lifts(to).toSorted((a, b) => sign * (b.relative.estimate - a.relative.estimate))[0];
  const cause = lifts(from).find(({ variant }) => variant === best?.variant);
  return best === undefined || cause === undefined ? null : { id: experiment.id, cause: cause.relative, result: best.relative };
}
