import { en } from "./en.ts";
import { nl } from "./nl.ts";
import { phraseAt } from "./phrases.ts";
import { tokens } from "./tokens.ts";
import type { Field } from "./vocabulary.ts";

/** The lines of a text that are not empty. */
export function lines(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The sentences of a text: a line each, but the labelled lines of one form (`Periode: Q2`, `- Meetbaar: …`) belong together. */
export function sentences(text: string): string[] {
  const found: { text: string; labels: Set<string>; objective: boolean }[] = [];
  for (const line of lines(text)) {
    const label = labelOf(line);
    const form = found.at(-1);
    const opens = label === null || label.field === "objective" || (label.field === "metric" && form?.labels.size === 0);
    const gauge = form?.objective === true && (label?.field === "metric" || label?.field === "target");
    if (form && !opens && !gauge && !form.labels.has(label.word)) {
      form.text += `\n${line}`;
      form.labels.add(label.word);
    } else {
      found.push({ text: line, labels: new Set(label ? [label.word] : []), objective: label?.field === "objective" });
    }
  }
  return found.map((form) => form.text);
}

const longestLabel = 60;

function labelOf(line: string): { word: string; field: Field } | null {
  const colon = line.slice(0, longestLabel).indexOf(":");
  if (colon < 0) return null;
  const words = tokens(line.slice(0, colon)).filter(({ kind }) => kind === "word");
  for (const { labels } of [nl, en]) {
    const label = phraseAt(labels, words, 0);
    if (label && (label.end === words.length || line[line.indexOf("/")] === "/"))
      return { word: words.map(({ key }) => key).join(" "), field: label.meaning };
  }
  return null;
}
