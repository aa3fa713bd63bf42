/** A reason not to believe the outcome of a scenario. */
export interface ScenarioDoubt {
  readonly code: string;
  readonly sentence: string;
}
