/**
 * What a language says of how somebody feels. Words are told apart by white space, phrases by commas; all in lower case, adjectives and
 * nouns without endings (`forms` adds those back). `valued` goes by strength: −3 dreadful … 3 wonderful.
 */
export interface Lexicon {
  readonly valued: readonly (readonly [value: number, words: string])[];
  /** of two to five words; a phrase goes before its words, and 0 says that they mean nothing together */
  readonly phrases: readonly (readonly [value: number, phrases: string])[];
  /** of the valued words those that a negator may follow: “werkt niet” */
  readonly turnedAfter: string;
  readonly negators: string;
  /** a negator right before one of these denies nothing: “niet alleen” */
  readonly notDenied: string;
  readonly stronger: string;
  readonly weaker: string;
  /** what comes after these counts for more than what came before: “maar” */
  readonly contrasts: string;
  /** by which the language is known, and which are no themes */
  readonly functionWords: string;
  /** what a word may be without its ending, the likeliest first */
  readonly forms: (word: string) => readonly string[];
}

export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

export function phrasesOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((phrase) => wordsOf(phrase).join(" "))
    .filter((phrase) => phrase !== "");
}
