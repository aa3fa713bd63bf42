export { buildReport, type Gauged, guardMetrics, type Judged, type ReportInput } from "./build.ts";
export { byPhase, type PhaseGroup } from "./byphase.ts";
export { coverageSentence } from "./coverage-sentence.ts";
export { courseSteps, sparkPaths } from "./figures/course.ts";
export { pathInPeriod } from "./figures/path.ts";
export { glyphs } from "./glyph.ts";
export { erasedText, erasuresText } from "./erase.ts";
export { headline, type Piece } from "./headline.ts";
export { inert } from "./inert.ts";
export type { ReportJson, ToldEntry, ToldFinding, ToldReason } from "./json.ts";
export { type LoadedRows, loadText } from "./load.ts";
export { markdown } from "./md.ts";
export { momentNotes } from "./moment.ts";
export { nextAction } from "./action.ts";
export { person } from "./person.ts";
export { tellFaults, type ToldFault } from "./quality.ts";
export { type Processing, type ProcessingRecord, processingRecord, processingText } from "./processing.ts";
export { queryText } from "./query.ts";
export type { Budget, Entry, Report, ReportFinding, Score, Tree, TreeEdge, TreeLayer, TreeNode } from "./report.ts";
export type { Contribution, Grid, GridCell, GridSpan, LinkState, Scenario, Scorecard } from "../framework/index.ts";
export { type SmartCard, smartCard, type SmartLetter } from "./smart-card.ts";
export type { Letter, SmartPart } from "./smart-sentence.ts";
export type { CheckWords, FindingMessage } from "./tell.ts";
export {
  type ChangedIndicator,
  type ChangedPeriod,
  changesText,
  type Driver,
  expectedValue,
  type GrowthMeasured,
  type GrowthOutcome,
  growthOutcome,
  growthText,
  type LinkCounted,
  type LinkLeft,
  type ScenarioDoubt,
  type TreeChanges,
  type TreeOutcome,
  treeOutcome,
} from "./scenario/index.ts";
export {
  attainedColumns,
  attainedTitle,
  lineText,
  scorecardText,
  teamNamed,
  tellAttainments,
  type ToldAttainment,
  type ToldLine,
} from "./scorecard.ts";
export { sliceSentence } from "./slices.ts";
export { spark } from "./spark.ts";
export { runText } from "./terminal.ts";
export { toJson } from "./told.ts";
export { treeOf } from "./tree.ts";
export { type OwnTree, treeFor } from "./tree-for.ts";
export { treeText } from "./tree-text.ts";
export { type WaterfallOptions, waterfallSvg } from "./waterfall.ts";
export { tellWhy, type WhySpeaker, whyText, type WhyTold } from "./why.ts";
export { steeredTitle } from "./steering/steered.ts";
export { type Board, boardOf, type Cycle, type CycleState, cycleStates, type CycleTest } from "./steering/board.ts";
export { calendarFeed } from "./steering/calendar-feed.ts";
export type { Option } from "./steering/option.ts";
export { optionSourceWord, steerText, tellWaiting, type ToldWaiting } from "./steering/steer-text.ts";
export { type Waiting, waitingOf } from "./steering/waiting.ts";
export { addsUp } from "./wording.ts";
export { type Figure, figureSvg } from "./figures/figure.ts";
export type { Discovered } from "./story/discovered.ts";
export { type Cohort, fewest, type Pictures } from "./story/pictures.ts";
export type { Step, StoryCell, StoryTable } from "./story/step.ts";
export { sinceTold, type SinceTold } from "./story/since.ts";
export { type Story, storyOf } from "./story/story.ts";
export type { DiscoverState, TakenFile, Understood, UnderstoodColumn, WaitingFile } from "./story/understood.ts";
export { storyMarkdown } from "./story/story-md.ts";
export { wrap } from "./width.ts";
