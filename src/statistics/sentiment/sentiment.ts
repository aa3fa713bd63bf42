import { z } from "zod";
import type { Method } from "../method.ts";
import { languageOf, languages, type TextLanguage, vocabularies } from "./language.ts";
import { sentencesOf } from "./tokens.ts";
import { scoreOf, type ValuedWord, valuedWords } from "./valence.ts";

const Input = z.strictObject({
  texts: z.array(z.string().max(100_000).nullable()),
  language: z.enum(languages).optional(),
});

export interface TextSentiment {
  /** −1 to 1; null for an empty text and for one in another language */
  readonly score: number | null;
  /** null for an empty text */
  readonly language: TextLanguage | null;
  /** what counted, as it stands in the text, and for how much */
  readonly words: readonly ValuedWord[];
}

export interface Sentiment {
  readonly texts: readonly TextSentiment[];
  /** of the texts with a score; null where there are none */
  readonly mean: number | null;
  /** texts with a score */
  readonly n: number;
}

/**
 * How positive comments are, in Dutch and English, by a lexicon of valued words (`nl.ts`, `en.ts`) and what stands around them
 * (`valence.ts`). A score of 0 is neutral, or says nothing that the lexicon knows: `words` is empty then. The language is found per text, a
 * text that may be either has the one that most others have; `language` sets it for all. Assumes that people mean what they write: no irony.
 * Example: “Heel lekker gegeten” → lekker 2.6, score 0.557.
 */
export const sentiment: Method<z.infer<typeof Input>, Sentiment> = {
  name: "sentiment",
  told: { nl: "hoe positief opmerkingen zijn, Nederlands en Engels", en: "how positive comments are, Dutch and English" },
  input: Input,
  compute({ texts, language: given }) {
    const read = texts.map((text) => sentencesOf(text ?? ""));
    const detected = read.map((sentences) => (sentences.length === 0 || given !== undefined ? null : languageOf(sentences)));
    const usual = usualOf(detected.flatMap((one) => (one === null || one.tie ? [] : [one.language])));
    const answers = read.map((sentences, index): TextSentiment => {
      if (sentences.length === 0) return { score: null, language: null, words: [] };
      const one = detected[index];
      const language = given ?? (one!.tie ? usual : one!.language);
      if (language === "other") return { score: null, language, words: [] };
      const words = sentences.flatMap((sentence) => valuedWords(sentence, vocabularies[language]));
      return { score: scoreOf(words), language, words };
    });
    const scores = answers.flatMap(({ score }) => (score === null ? [] : [score]));
    const n = scores.length;
    return { texts: answers, mean: n === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / n, n };
  },
};

/** The most frequent; Dutch where nothing tells. */
function usualOf(found: readonly TextLanguage[]): TextLanguage {
  const count = (language: TextLanguage): number => found.filter((one) => one === language).length;
  return ([...languages, "other"] as const).toSorted((a, b) => count(b) - count(a))[0]!;
}
