import type { Language } from "../framework/index.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** So many words of a language are remembered at most; sentences repeat few. */
const most = 20_000;

/** What `compute` says of a word, computed once: sentences are made of the same words over and over. */
export function perWord<Answer>(compute: (key: string, vocabulary: Vocabulary) => Answer): (key: string, vocabulary: Vocabulary) => Answer {
  const memories: Readonly<Record<Language, Map<string, Answer>>> = { nl: new Map<string, Answer>(), en: new Map<string, Answer>() };
  return (key, vocabulary) => {
    const memory = memories[vocabulary.language];
    const known = memory.get(key);
    if (known !== undefined) return known;
    const answer = compute(key, vocabulary);
    if (memory.size >= most) memory.clear();
    memory.set(key, answer);
    return answer;
  };
}
