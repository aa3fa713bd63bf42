/** Signs that mean the same in every language. */
const signs = new Map<string, number>([
  ...[":)", ":-)", ":D", ":-D", "😀", "😃", "😄", "😁", "😊", "🙂", "😍", "🥰", "😘", "🤩", "😋", "👍", "👏", "❤", "♥", "💯", "🎉"].map(
    (sign) => [sign, 2] as const,
  ),
  ...[":(", ":-(", "😡", "😠", "🤬", "😢", "😭", "👎", "😞", "😔", "😒", "🙁", "☹", "💩", "🤮", "🤢", "😤"].map(
    (sign) => [sign, -2] as const,
  ),
]);

/** The value of a sign, undefined for any other token. */
export function signed(token: string): number | undefined {
  return signs.get(token);
}

const token = /:-?[)(D]|\p{Extended_Pictographic}|[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*|[.!?;:,()\n]/gu;

/** The sentences of a text, as lower-case words, signs and the punctuation inside. */
export function sentencesOf(text: string): readonly (readonly string[])[] {
  const sentences: string[][] = [[]];
  for (const [found] of text
    .normalize("NFC")
    .replace(/[’‘`´]/g, "'")
    .matchAll(token)) {
    if (/^[.!?\n]$/.test(found)) sentences.push([]);
    else sentences.at(-1)!.push(signs.has(found) ? found : found.toLowerCase());
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

export function isWord(found: string): boolean {
  return /^[\p{L}\p{N}]/u.test(found) && !signs.has(found);
}
