import { dutch } from "./nl.ts";
import { english } from "./en.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";
import { wordsOf } from "./lexicon.ts";
import { isWord } from "./tokens.ts";

export const languages = ["nl", "en"] as const;
type CommentLanguage = (typeof languages)[number];
export type TextLanguage = CommentLanguage | "other";

export const vocabularies: Readonly<Record<CommentLanguage, Vocabulary>> = { nl: vocabularyOf(dutch), en: vocabularyOf(english) };

/** Frequent words of the languages that comments come in where they are neither Dutch nor English. */
const others: readonly string[] = [
  // German
  `der die das und ist ich nicht ein eine einen sie es mit auf für den von zu im auch war sehr gut aber wir haben hat bei wie so dass
  dem noch nur mir mich schnell alles wurde sind kein keine immer wieder gerne schlecht leider lieferung`,
  // French
  `le la les de des et est je pas un une vous que pour dans avec sur qui très bien mais nous au ce du tout merci bon bonne produit
  livraison rapide j'ai c'est n'est qualité mauvais jamais reçu parfait`,
  // Spanish
  `el la los las de y es no un una que en por para con muy bien pero se lo del al mi me más todo gracias producto bueno buena llegó
  entrega rápido excelente mala nunca recomiendo calidad está perfecto`,
  // Portuguese
  `o a os as de e é não um uma que em por para com muito bem mas se do da no na meu minha mais tudo obrigado produto bom boa chegou
  entrega rápido excelente ótimo prazo antes recebi nunca recomendo qualidade está ainda foi veio loja comprei gostei
  perfeito certo ruim péssimo parabéns eu ao aos pelo pela até já só sem ter nao estou fui dia dias ser esta este`,
  // Italian
  `il lo la i gli le di e è non un una che in per con molto bene ma si del della mi più tutto grazie prodotto buono buona consegna
  veloce ottimo mai ho sono anche qualità pessimo perfetto consiglio`,
];

/** In how many languages a word is at home decides how much it says; a valued word says a little less than a function word. */
const evidence = ((): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>();
  const profiles = [
    ...languages.map((language) => ({ often: vocabularies[language].functionWords, valued: vocabularies[language].valued.keys() })),
    ...others.map((words) => ({ often: new Set(wordsOf(words)), valued: [] })),
  ];
  for (const [index, { often, valued }] of profiles.entries()) {
    const add = (word: string, weight: number): void => {
      const weights = found.get(word) ?? profiles.map(() => 0);
      weights[index] = Math.max(weights[index]!, weight);
      found.set(word, weights);
    };
    for (const word of valued) add(word, 0.8);
    for (const word of often) add(word, 1);
  }
  for (const weights of found.values()) {
    const homes = weights.filter((weight) => weight > 0).length;
    for (const index of weights.keys()) weights[index]! /= homes;
  }
  return found;
})();

export interface Detected {
  readonly language: TextLanguage;
  /** Dutch and English explain it equally well */
  readonly tie: boolean;
}

/**
 * Which language a text is in, by its function words and valued words against those of Dutch, English, German, French, Spanish,
 * Portuguese and Italian: the language with the most words of its own. Where nothing, or too little (less than a fifth of the words) speaks
 * for Dutch or English, it is `other`. After the function-word method of Grefenstette (1995), JADT 3, 263–268.
 */
export function languageOf(sentences: readonly (readonly string[])[]): Detected {
  const words = sentences.flat().filter(isWord);
  const totals = [...languages, ...others].map(() => 0);
  for (const word of words) {
    let weights = evidence.get(word);
    if (weights === undefined) {
      // A form of a valued word: “trage”, “delayed”.
      const known = languages.map((language) => (vocabularies[language].valueOf(word) === null ? 0 : 0.8));
      weights = known.some((weight) => weight > 0) ? known.map((weight) => weight / known.filter((one) => one > 0).length) : undefined;
    }
    for (const [index, weight] of weights?.entries() ?? []) totals[index]! += weight;
  }
  const [nl, en, ...rest] = totals;
  const most = Math.max(nl!, en!);
  if (most === 0 || most < words.length / 5 || rest.some((other) => other >= most)) return { language: "other", tie: false };
  return { language: nl! >= en! ? "nl" : "en", tie: nl === en };
}
