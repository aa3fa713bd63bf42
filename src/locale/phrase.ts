export type StatusWord = "no-target" | "no-data" | "immature" | "achieved" | "missed" | "on-track" | "at-risk" | "behind";

/** A stretch of a sentence: the texts one after the other are the sentence. A status colours it, `muted` lets it step back. */
export interface Phrase {
  readonly text: string;
  readonly strong?: true;
  readonly tone?: StatusWord | "muted";
}
