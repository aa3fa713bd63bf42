export { type Course, coursePath } from "./course.ts";
export { courseOf, judge, type JudgeInput } from "./judge.ts";
export { type Forecast, type Judgement, type Measured, type Reason, type Status, statuses } from "./judgement.ts";
export { type Nature, natureOf } from "./nature.ts";
export { type Asked, type Needs, needs } from "./needs.ts";
export { pace } from "./pace.ts";
export type { Speak } from "./reason.ts";
export { reasonCodes, reasonSentence } from "./reasons.ts";
