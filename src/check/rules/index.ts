import type { Rule } from "../rule.ts";
import { accountableOnUnprovenLink } from "./accountable-on-unproven-link.ts";
import { cpiInCompanyWords } from "./cpi-in-company-words.ts";
import { cpiWithoutIncrement } from "./cpi-without-increment.ts";
import { cpiWithoutInteraction } from "./cpi-without-interaction.ts";
import { cpiWithoutLink } from "./cpi-without-link.ts";
import { cpiWithoutOutcome } from "./cpi-without-outcome.ts";
import { duplicateLink } from "./duplicate-link.ts";
import { enablerWithoutNeed } from "./enabler-without-need.ts";
import { enablerWithoutObjective } from "./enabler-without-objective.ts";
import { endsBeforeItBegins } from "./ends-before-it-begins.ts";
import { experimentWithoutDesign } from "./experiment-without-design.ts";
import { experimentWithoutLink } from "./experiment-without-link.ts";
import { goalWithoutAudience } from "./goal-without-audience.ts";
import { goalWithoutInteraction } from "./goal-without-interaction.ts";
import { goalWithoutPromise } from "./goal-without-promise.ts";
import { incompleteEvidence } from "./incomplete-evidence.ts";
import { interactionOneSided } from "./interaction-one-sided.ts";
import { interactionWithoutAudience } from "./interaction-without-audience.ts";
import { interactionWithoutObjective } from "./interaction-without-objective.ts";
import { kpiPosingAsCpi } from "./kpi-posing-as-cpi.ts";
import { linkToItself } from "./link-to-itself.ts";
import { linkWithoutBecause } from "./link-without-because.ts";
import { linkWithoutExperiment } from "./link-without-experiment.ts";
import { objectiveWithoutGoal } from "./objective-without-goal.ts";
import { scorecardLineTwice } from "./scorecard-line-twice.ts";
import { segmentUnused } from "./segment-unused.ts";
import { stakeholderUnused } from "./stakeholder-unused.ts";
import { staleEvidence } from "./stale-evidence.ts";
import { steeringWithoutLearning } from "./steering-without-learning.ts";
import { superKpiOutOfReach } from "./super-kpi-out-of-reach.ts";
import { teamScoredOnUnreachable } from "./team-scored-on-unreachable.ts";
import { teamWithoutCpi } from "./team-without-cpi.ts";
import { themeColoursTooClose } from "./theme-colours-too-close.ts";
import { themeUnused } from "./theme-unused.ts";
import { waiverOfNothing } from "./waiver-of-nothing.ts";
import { waiverWithoutEnd } from "./waiver-without-end.ts";
import { waiverWithoutReason } from "./waiver-without-reason.ts";
import { weakEvidence } from "./weak-evidence.ts";
import { weightsNotOne } from "./weights-not-one.ts";
import { noSuperKpi } from "./no-super-kpi.ts";
import { objectiveWithoutKpi } from "./objective-without-kpi.ts";
import { overBudget } from "./over-budget.ts";
import { targetWithoutDates } from "./target-without-dates.ts";
import { kpiWithoutMeasures } from "./kpi-without-measures.ts";
import { noOwner } from "./no-owner.ts";
import { notAgreed } from "./not-agreed.ts";
import { targetWithoutBaseline } from "./target-without-baseline.ts";
import { targetEqualsBaseline } from "./target-equals-baseline.ts";
import { targetInPast } from "./target-in-past.ts";
import { targetBackwards } from "./target-backwards.ts";
import { targetLongerThanYear } from "./target-longer-than-year.ts";
import { targetUnrealistic } from "./target-unrealistic.ts";
import { cadenceTooSlow } from "./cadence-too-slow.ts";
import { retentionTooShort } from "./retention-too-short.ts";
import { quarterlyKpiWithoutSlices } from "./quarterly-kpi-without-slices.ts";
import { kpiWithoutAction } from "./kpi-without-action.ts";
import { commentNamesNobody } from "./comment-names-nobody.ts";
import { commentTooLong } from "./comment-too-long.ts";
import { actionWithoutActor } from "./action-without-actor.ts";
import { vanityKpi } from "./vanity-kpi.ts";
import { volumeKpi } from "./volume-kpi.ts";
import { noLeadingKpi } from "./no-leading-kpi.ts";
import { noGuardrail } from "./no-guardrail.ts";
import { guardrailIsItself } from "./guardrail-is-itself.ts";
import { surveyScale } from "./survey-scale.ts";
import { expiredWaiver } from "./expired-waiver.ts";
import { interactionWithoutPhase } from "./interaction-without-phase.ts";
import { phaseWithoutExperience } from "./phase-without-experience.ts";
import { unusedMetric } from "./unused-metric.ts";
import { duplicateDefinition } from "./duplicate-definition.ts";
import { qualitativeWording } from "./qualitative-wording.ts";
import { qualityWithoutGround } from "./quality-without-ground.ts";
import { directionAgainstEffect } from "./direction-against-effect.ts";
import { ratioOfUnlikePeriods } from "./ratio-of-unlike-periods.ts";
import { nearDuplicateName } from "./near-duplicate-name.ts";
import { kpiInWrongPhase } from "./kpi-in-wrong-phase.ts";
import { kpiWithoutTarget } from "./kpi-without-target.ts";
import { noMetric } from "./no-metric.ts";
import { objectivePosingAsKpi } from "./objective-posing-as-kpi.ts";
import { phaseWithoutKpi } from "./phase-without-kpi.ts";
import { harmWithoutGuardrail } from "./harm-without-guardrail.ts";
import { goalWithoutStakeholder } from "./goal-without-stakeholder.ts";
import { planLength } from "./plan-length.ts";
import { planDoesNotAddUp } from "./plan-does-not-add-up.ts";

/** Every rule of the linter. */
export const rules = {
  "no-super-kpi": noSuperKpi,
  "objective-without-kpi": objectiveWithoutKpi,
  "over-budget": overBudget,
  "target-without-dates": targetWithoutDates,
  "accountable-on-unproven-link": accountableOnUnprovenLink,
  "cpi-in-company-words": cpiInCompanyWords,
  "cpi-without-increment": cpiWithoutIncrement,
  "cpi-without-interaction": cpiWithoutInteraction,
  "cpi-without-link": cpiWithoutLink,
  "cpi-without-outcome": cpiWithoutOutcome,
  "duplicate-link": duplicateLink,
  "enabler-without-need": enablerWithoutNeed,
  "enabler-without-objective": enablerWithoutObjective,
  "ends-before-it-begins": endsBeforeItBegins,
  "experiment-without-design": experimentWithoutDesign,
  "experiment-without-link": experimentWithoutLink,
  "goal-without-audience": goalWithoutAudience,
  "goal-without-interaction": goalWithoutInteraction,
  "goal-without-promise": goalWithoutPromise,
  "incomplete-evidence": incompleteEvidence,
  "interaction-one-sided": interactionOneSided,
  "interaction-without-audience": interactionWithoutAudience,
  "interaction-without-objective": interactionWithoutObjective,
  "kpi-posing-as-cpi": kpiPosingAsCpi,
  "link-to-itself": linkToItself,
  "link-without-because": linkWithoutBecause,
  "link-without-experiment": linkWithoutExperiment,
  "objective-without-goal": objectiveWithoutGoal,
  "scorecard-line-twice": scorecardLineTwice,
  "segment-unused": segmentUnused,
  "stakeholder-unused": stakeholderUnused,
  "stale-evidence": staleEvidence,
  "steering-without-learning": steeringWithoutLearning,
  "super-kpi-out-of-reach": superKpiOutOfReach,
  "team-scored-on-unreachable": teamScoredOnUnreachable,
  "team-without-cpi": teamWithoutCpi,
  "theme-colours-too-close": themeColoursTooClose,
  "theme-unused": themeUnused,
  "waiver-of-nothing": waiverOfNothing,
  "waiver-without-end": waiverWithoutEnd,
  "waiver-without-reason": waiverWithoutReason,
  "weak-evidence": weakEvidence,
  "weights-not-one": weightsNotOne,
  "kpi-without-measures": kpiWithoutMeasures,
  "no-owner": noOwner,
  "not-agreed": notAgreed,
  "target-without-baseline": targetWithoutBaseline,
  "target-equals-baseline": targetEqualsBaseline,
  "target-in-past": targetInPast,
  "target-backwards": targetBackwards,
  "target-longer-than-year": targetLongerThanYear,
  "target-unrealistic": targetUnrealistic,
  "cadence-too-slow": cadenceTooSlow,
  "retention-too-short": retentionTooShort,
  "quarterly-kpi-without-slices": quarterlyKpiWithoutSlices,
  "comment-too-long": commentTooLong,
  "comment-names-nobody": commentNamesNobody,
  "kpi-without-action": kpiWithoutAction,
  "action-without-actor": actionWithoutActor,
  "vanity-kpi": vanityKpi,
  "volume-kpi": volumeKpi,
  "no-leading-kpi": noLeadingKpi,
  "no-guardrail": noGuardrail,
  "guardrail-is-itself": guardrailIsItself,
  "survey-scale": surveyScale,
  "expired-waiver": expiredWaiver,
  "interaction-without-phase": interactionWithoutPhase,
  "phase-without-experience": phaseWithoutExperience,
  "unused-metric": unusedMetric,
  "duplicate-definition": duplicateDefinition,
  "qualitative-wording": qualitativeWording,
  "quality-without-ground": qualityWithoutGround,
  "direction-against-effect": directionAgainstEffect,
  "ratio-of-unlike-periods": ratioOfUnlikePeriods,
  "near-duplicate-name": nearDuplicateName,
  "kpi-in-wrong-phase": kpiInWrongPhase,
  "kpi-without-target": kpiWithoutTarget,
  "no-metric": noMetric,
  "objective-posing-as-kpi": objectivePosingAsKpi,
  "phase-without-kpi": phaseWithoutKpi,
  "harm-without-guardrail": harmWithoutGuardrail,
  "goal-without-stakeholder": goalWithoutStakeholder,
  "plan-length": planLength,
  "plan-does-not-add-up": planDoesNotAddUp,
} as const satisfies Record<string, Rule>;
