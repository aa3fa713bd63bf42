import type { Language } from "../framework/index.ts";
import type { Phrases } from "./phrases.ts";

/** What a lead in front of a date makes of it. `until` holds its day, `before` does not; `since` has no end. */
export type Lead = "in" | "until" | "before" | "since" | "after" | "between";
export type PeriodUnit = "day" | "week" | "month" | "quarter" | "half" | "year";
export type TimeUnit = "millisecond" | "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";
export type Edge = "start" | "middle" | "end";
export type Way = "up" | "down";
/** What a metric is measured in; a share cannot pass 100 %, growth can. */
export type Measure = "share" | "growth" | "money" | "time" | "score" | "ratio" | "count";
export type Field = "objective" | "metric" | "target" | "period" | "baseline" | "agreement" | "reason" | "note";

/** `measure/way`, for instance `share/up`; `-` where a metric has no good direction of its own */
export type MetricKind = `${Measure}/${Way | "-"}`;

/** The word lists of one language. Keys are lower case and without accents, as in a token's `key`. */
export interface Vocabulary {
  readonly language: Language;
  /** frequent words that only this language has */
  readonly marks: ReadonlySet<string>;
  /** how many of its words look, and few of the other language */
  readonly shape: RegExp;
  /** words that are never part of a noun phrase */
  readonly stop: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  /** verbs that stand beside what is counted */
  readonly verbs: ReadonlySet<string>;
  /** adjectives that look like nouns */
  readonly adjectives: ReadonlySet<string>;
  readonly isAdjective: (word: string) => boolean;
  /** what `more` does not count: more `efficient` */
  readonly isQuality: (word: string) => boolean;
  /** an adjective that compares: `efficiënter` */
  readonly isComparative: (word: string) => boolean;
  readonly isPlural: (word: string) => boolean;
  readonly isParticiple: (word: string) => boolean;
  /** the counted noun is the last plural of its phrase (English), else the first (Dutch) */
  readonly headLast: boolean;

  readonly numerals: ReadonlyMap<string, number>;
  readonly tens: ReadonlyMap<string, number>;
  readonly dozen: string;
  readonly hundred: string;
  readonly thousand: string;
  /** what a number written as one word may look like; null where there are none */
  readonly compounds: RegExp | null;
  /** million and so on, as powers of ten */
  readonly magnitudes: ReadonlyMap<string, number>;
  readonly and: string;
  /** `a`, `an`: one before a magnitude, a dozen or a unit of time */
  readonly one: ReadonlySet<string>;
  readonly halves: Phrases<"0.5" | "1.5">;
  readonly quarters: Phrases<"quarter">;
  readonly andAHalf: Phrases<"half">;
  /** parts of a whole, where `of` or a change stands beside them */
  readonly fractions: Phrases<
    "0.5" | "0.25" | "0.75" | "0.3333333333333333" | "0.6666666666666666" | "0.2" | "0.4" | "0.6" | "0.8" | "0.1"
  >;
  /** between the two numbers of a share: 9 `van de` 10; `one` only behind 1 */
  readonly outOf: Phrases<"share" | "one">;
  /** between the ends of a range: 200 `à` 250 */
  readonly rangeLinks: ReadonlySet<string>;
  readonly scale: Phrases<"scale">;
  readonly groups: "." | ",";
  readonly factors: ReadonlyMap<string, string>;
  /** one word for `2 times`; a number only before one of `multiples` */
  readonly multipliers: ReadonlyMap<string, number>;
  /** behind `3 times`: as many as there were */
  readonly multiples: Phrases<"multiple">;
  /** amounts that are no number: dozens, a few */
  readonly vagueAmounts: Phrases<"vague">;

  readonly percent: Phrases<"percent" | "points">;
  readonly currencies: ReadonlyMap<string, string>;
  readonly times: ReadonlyMap<string, TimeUnit>;
  /** a unit that is a number of another: a quarter of an hour */
  /** singular and plural, to say a time */
  readonly timeNames: ReadonlyMap<TimeUnit, readonly [string, string]>;
  readonly quarterHour: ReadonlySet<string>;
  readonly occasions: ReadonlySet<string>;
  readonly none: Phrases<"none">;
  /** words before a number that is a name: top 10, stage 2 */
  readonly numbered: ReadonlySet<string>;

  readonly months: ReadonlyMap<string, number>;
  readonly monthNames: readonly string[];
  /** months and seasons that are also other words and need a date around them */
  readonly doubtfulMonths: ReadonlySet<string>;
  readonly seasons: ReadonlyMap<string, number>;
  readonly periodUnits: ReadonlyMap<string, PeriodUnit>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly halfYears: ReadonlySet<string>;
  /** what is glued to a day or a quarter: 1`st` */
  readonly ordinalEnds: ReadonlySet<string>;
  readonly every: ReadonlySet<string>;
  readonly current: ReadonlySet<string>;
  readonly next: ReadonlySet<string>;
  readonly past: ReadonlySet<string>;
  readonly coming: Phrases<"coming">;
  readonly edges: Phrases<Edge>;
  readonly yearEnd: Phrases<"year-end">;
  /** feasts that fall on the same days each year */
  readonly holidays: ReadonlyMap<string, { readonly month: number; readonly first: number; readonly last: number }>;
  readonly leads: Phrases<Lead>;
  readonly fillers: ReadonlySet<string>;
  readonly links: Phrases<"until" | "before">;
  readonly yearLinks: ReadonlySet<string>;
  readonly within: Phrases<"within" | "later">;
  readonly fromNow: Phrases<"later">;
  readonly today: Phrases<"today">;
  /** nouns after which `voor 2026` means “for 2026” */
  readonly goals: ReadonlySet<string>;

  readonly levels: Phrases<"now" | "then">;
  readonly comparisons: Phrases<"compare" | "than">;
  readonly towards: Phrases<"to">;
  readonly from: ReadonlySet<string>;
  readonly reasons: Phrases<"clause" | "phrase" | "agent" | "enabling">;
  readonly agreeing: Phrases<"agree" | "weak">;
  readonly contesting: Phrases<"contest" | "against">;
  /** verbs that part: `keurt … af`, with what the particle at the end of the clause makes of them */
  readonly separable: ReadonlyMap<string, ReadonlyMap<string, "agree" | "contest">>;
  readonly negations: ReadonlySet<string>;
  readonly pending: Phrases<"pending">;
  readonly parties: ReadonlySet<string>;
  readonly partySuffixes: readonly string[];
  /** words before a party; behind `agents` and `of` any noun is one */
  readonly partyLeads: ReadonlySet<string>;
  readonly agents: ReadonlySet<string>;
  readonly of: ReadonlySet<string>;
  /** words that mean what their list says only with one of these before them */
  readonly idioms: ReadonlyMap<string, ReadonlySet<string>>;
  /** words before an “against” that takes a stand */
  readonly stands: ReadonlySet<string>;
  /** what one may go against: their wishes */
  readonly wills: ReadonlySet<string>;
  /** everybody agrees `except` these */
  readonly exceptions: ReadonlySet<string>;
  /** `door … te openen`: the word before an infinitive */
  readonly infinitive: ReadonlySet<string>;
  /** words that name a channel where an article follows */
  readonly channels: ReadonlySet<string>;
  /** words that give a reason before an -ing form alone */
  readonly gerundLeads: ReadonlySet<string>;
  readonly turns: Phrases<"turn">;

  /** words before a number that only describes what is counted: groups `of` 8 people */
  readonly conditions: ReadonlySet<string>;
  /** words that say the same again: € 1.1m, `an increase` of 10 % */
  /** what stands before the size of a change: `met` 3 %, `by` 3 % */
  readonly by: ReadonlySet<string>;
  readonly restating: ReadonlySet<string>;
  /** ends of words for people, who do things rather than make them happen */
  readonly people: RegExp;

  readonly bounds: Phrases<Way | "about">;
  /** verbs that give a mark */
  readonly scoring: ReadonlySet<string>;
  /** nl `er` before a number: its noun was named before, so that what follows is a verb */
  readonly ellipsis: ReadonlySet<string>;
  readonly quantifiers: ReadonlyMap<string, Way>;
  readonly changes: ReadonlyMap<string, Way>;
  readonly numberOf: Phrases<"number">;
  /** between two things that are both meant; some only with one of `idioms` before them */
  readonly joiners: Phrases<"joins">;
  readonly labels: Phrases<Field>;

  readonly metrics: ReadonlyMap<string, MetricKind>;
  readonly metricPhrases: Phrases<MetricKind>;
  /** ends of compounds (Dutch) or last words (English) that make a metric */
  readonly metricEnds: ReadonlyMap<string, MetricKind>;
  /** scores that run to ten */
  readonly marksOutOfTen: ReadonlySet<string>;
  /** nouns that nobody can count */
  readonly vague: ReadonlySet<string>;
  /** ends of compounds that nobody can count */
  readonly vagueEnds: readonly string[];
  /** the words whose misspellings are mended */
  readonly mended: ReadonlySet<string>;
}
