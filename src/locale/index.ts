export { formats, type Formats, type Unit, type ValueOptions } from "./format.ts";
export type { Language } from "./language.ts";
export { webWords } from "./web.ts";
export type { DiscoverWords } from "./discover-words.ts";
export type { FrameworkWords, Trade } from "./framework-words.ts";
export type { Phrase } from "./phrase.ts";
export type { PhaseCount, WebWords } from "./web-words.ts";
export { phaseWords, words } from "./vocabulary.ts";
export type { Words } from "./words.ts";
