export { ask, methodNamed } from "./ask.ts";
export type { Method } from "./method.ts";
export { methods } from "./methods.ts";
export { experiment, type ExperimentResult } from "./experiment/experiment.ts";
export { momentsOf } from "./experiment/arm.ts";
export { pooledEffect, type PooledEffect } from "./experiment/pooled-effect.ts";
export { sumOfEffects, type SummedEffect } from "./experiment/sum-of-effects.ts";
export { bothDifferences, type BothDifferences, typedResult } from "./experiment/typed.ts";
export { type Verdict, verdictOf } from "./experiment/verdict.ts";
export { benjaminiHochberg, holm } from "./experiment/multiplicity.ts";
export { sampleRatio, type SampleRatio } from "./experiment/sample-ratio.ts";
export { type Counts, npsDifference, npsInterval, npsOf, npsStandardError } from "./survey/promoters.ts";
export { newcombe, wilson } from "./survey/proportion.ts";
export { sampleSize, type SampleSize } from "./experiment/sample-size.ts";
export { survey, type SurveyResult } from "./survey/survey.ts";
export { type Culprit, culprits, type Element } from "./decomposition/culprits.ts";
export { decompose, type FactorResult } from "./decomposition/decompose.ts";
export { type Amount, type DrillDown, drillDown, type ExplainingSegment, type Leaf } from "./decomposition/drill-down.ts";
export { lmdi } from "./decomposition/lmdi.ts";
export { type MixRate, mixRate, type Part } from "./decomposition/mix-rate.ts";
export { exactFactors, shapley } from "./decomposition/shapley.ts";
export { sampledShapley } from "./decomposition/sampled-shapley.ts";
export { type Forecast, forecast, type ForecastInput, forecastSum, type SumForecast } from "./forecast/forecast.ts";
export { cycles } from "./forecast/cycles.ts";
export { fewestForOutlook, type Outlook, outlook, type OutlookInput } from "./forecast/outlook.ts";
export { seasonalEffects } from "./forecast/season.ts";
export { Random } from "./random.ts";
export { type Alarm, type Signals, signals, type SignalsInput } from "./signal/signals.ts";
export { type Association, association, type AssociationInput, type Lagged } from "./association/association.ts";
export { discountedValue } from "./lifetime/value.ts";
export { type FittedCustomers, fitCustomers } from "./lifetime/fit.ts";
export { fitSpend, type FittedSpend, type Spends } from "./lifetime/spend.ts";
export {
  type CustomerData,
  type CustomersForecast,
  forecastCustomers,
  type LifetimeResult,
  type ModelName,
  models,
} from "./lifetime/forecast-customers.ts";
export { aggregate, type Histories, type History } from "./lifetime/histories.ts";
