import { isMap, isPair, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from "yaml";

/** Replaces the characters from `start` to `end` (exclusive) by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a node hangs on: a key, a dash, or nothing at the top. */
export type Holder = { readonly pair: Pair } | { readonly seq: YAMLSeq; readonly index: number } | null;

/** A text and where the parts of its nodes stand in it. */
export interface Layout {
  readonly text: string;
  readonly eol: string;
  /** column at which a block's keys or dashes stand */
  column(node: YAMLMap | YAMLSeq): number;
  /** offset of an item's dash */
  dash(seq: YAMLSeq, index: number): number;
  /** offset just after a pair's colon; after its key where it has none */
  colon(pair: Pair): number;
  /** offset just after the last character of a node's or pair's content */
  end(node: unknown, holder?: Holder): number;
}

interface SourceTokens {
  readonly indent?: number;
  readonly items?: readonly { readonly start: readonly { readonly type: string; readonly offset: number }[] }[];
  readonly sep?: readonly { readonly type: string; readonly offset: number }[];
}

const tokens = (node: unknown) => (node as { srcToken?: SourceTokens }).srcToken;
const rangeOf = (node: unknown) => (node as { range?: readonly [number, number, number] | null }).range ?? [0, 0, 0];

export function layoutOf(text: string): Layout {
  const layout: Layout = {
    text,
    eol: text.includes("\r\n") ? "\r\n" : "\n",
    column: (node) => tokens(node)?.indent ?? 0,
    dash: (seq, index) => tokens(seq)?.items?.[index]?.start.find(({ type }) => type === "seq-item-ind")?.offset ?? rangeOf(seq)[0],
    colon: (pair) => {
      const colon = tokens(pair)?.sep?.find(({ type }) => type === "map-value-ind")?.offset;
      return colon === undefined ? rangeOf(pair.key)[1] : colon + 1;
    },
    end(node, holder = null) {
      if (isPair(node)) return node.value === null || isBlank(node.value) ? layout.colon(node) : layout.end(node.value);
      if (isMap(node) && !node.flow && node.items.length > 0) return layout.end(node.items.at(-1));
      if (isSeq(node) && !node.flow && node.items.length > 0) {
        const index = node.items.length - 1;
        return layout.end(node.items[index], { seq: node, index });
      }
      if (holder && "seq" in holder && isBlank(node)) return layout.dash(holder.seq, holder.index) + 1;
      return rangeOf(node)[1];
    },
  };
  return layout;
}

function isBlank(node: unknown): boolean {
  return isScalar(node) && node.value === null && rangeOf(node)[0] === rangeOf(node)[1];
}

export function lineStart(offset: number, text: string): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Puts lines below the line on which content ends at `end`; that line's comment stays on it. */
export function insertLines(end: number, lines: string, indent: number, { text, eol }: Layout): Edit {
  const space = " ".repeat(indent);
  if (end > 0 && text[end - 1] === "\n") return { start: end, end, text: `${space}${lines}${eol}` };
  const at = lineEnd(end, text);
  return { start: at, end: at, text: `${eol}${space}${lines}` };
}

/** Fills an empty value: the word goes after the colon or the dash. */
export function wordAfter(word: string, holder: Holder, layout: Layout): Edit {
  if (!holder) return { start: layout.text.length, end: layout.text.length, text: word };
  if ("pair" in holder) {
    const at = layout.colon(holder.pair);
    return { start: at, end: at, text: layout.text[at - 1] === ":" ? ` ${word}` : `: ${word}` };
  }
  const at = layout.dash(holder.seq, holder.index) + 1;
  return { start: at, end: at, text: ` ${word}` };
}

/** Replaces a block map or list by one word (`{}` where nothing is left of it) on the line of its key or dash. */
export function replaceBlock(node: YAMLMap | YAMLSeq, word: string, holder: Holder, layout: Layout): Edit {
  const { text } = layout;
  const start = isSeq(node) ? layout.dash(node, 0) : rangeOf(node)[0];
  const end = contentEnd(layout.end(node), text);
  const line = lineStart(start, text);
  if (holder && "pair" in holder && line > layout.colon(holder.pair)) {
    const colon = layout.colon(holder.pair);
    return { start: colon, end: lineAfter(end, text), text: ` ${word}${text.slice(colon, line)}` };
  }
  return { start, end, text: word };
}

export function removePair(map: YAMLMap, pair: Pair, holder: Holder, layout: Layout): Edit {
  const index = map.items.indexOf(pair);
  const start = rangeOf(pair.key)[0];
  const next = map.items[index + 1];
  if (map.flow) return removeFromFlow(map, index, layout);
  if (map.items.length === 1) return replaceBlock(map, "{}", holder, layout);
  return cut(start, layout.end(pair), next ? rangeOf(next.key)[0] : null, layout.text);
}

export function removeItem(seq: YAMLSeq, index: number, holder: Holder, layout: Layout): Edit {
  if (seq.flow) return removeFromFlow(seq, index, layout);
  if (seq.items.length === 1) return replaceBlock(seq, "[]", holder, layout);
  const next = index + 1 < seq.items.length ? layout.dash(seq, index + 1) : null;
  return cut(layout.dash(seq, index), layout.end(seq.items[index], { seq, index }), next, layout.text);
}

function removeFromFlow(node: YAMLMap | YAMLSeq, index: number, layout: Layout): Edit {
  const startOf = (item: unknown) => rangeOf(isPair(item) ? item.key : item)[0];
  const item = node.items[index];
  const next = node.items[index + 1];
  const before = node.items[index - 1];
  if (next !== undefined) return { start: startOf(item), end: startOf(next), text: "" };
  if (before !== undefined) return { start: layout.end(before), end: layout.end(item), text: "" };
  const [start, end] = rangeOf(node);
  return { start, end, text: isMap(node) ? "{}" : "[]" };
}

/** Takes out whole lines; where the part shares its first line with a dash, up to the next part. */
function cut(start: number, end: number, next: number | null, text: string): Edit {
  const line = lineStart(start, text);
  if (text.slice(line, start).trim() !== "" && next !== null) return { start, end: next, text: "" };
  const after = lineAfter(end, text);
  // At the end of a file without a last line break the break before goes instead.
  if (after === text.length && !text.endsWith("\n") && line > 0)
    return { start: line - (text[line - 2] === "\r" ? 2 : 1), end: after, text: "" };
  return { start: line, end: after, text: "" };
}

function contentEnd(end: number, text: string): number {
  if (text[end - 1] !== "\n") return end;
  return text[end - 2] === "\r" ? end - 2 : end - 1;
}

function lineEnd(offset: number, text: string): number {
  const at = text.indexOf("\n", offset);
  if (at < 0) return text.length;
  return text[at - 1] === "\r" ? at - 1 : at;
}

function lineAfter(end: number, text: string): number {
  if (end > 0 && text[end - 1] === "\n") return end;
  const at = text.indexOf("\n", end);
  return at < 0 ? text.length : at + 1;
}
