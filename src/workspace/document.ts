import {
  type Alias,
  Composer,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type ParsedNode,
  Parser,
  Scalar,
  type YAMLMap,
} from "yaml";
import type { Range } from "../framework/index.ts";
import type { YamlReason } from "./findings/broken-yaml.ts";
import { guard, TooMuch } from "./guard.ts";

/** One file of a workspace as text; `path` is relative to the workspace, with `/`. `problem` says why there is no usable text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly problem?: FileProblem;
}

/** Why a file's text cannot be used. `line` counts from 1, null where the whole file is meant. */
export interface FileProblem {
  readonly reason: "too-large" | "not-utf-8" | "nul" | "not-a-file" | "outside-workspace" | "no-access";
  readonly line: number | null;
}

/** Sizes above which a file is refused: YAML costs about a second per megabyte, and an alias can multiply itself. */
export const limits = { bytes: 2_000_000, aliased: 20_000 } as const;

/** Where a value stands, as offsets in the text. */
export interface Place {
  /** of its key; of the value itself in a list */
  readonly key: number;
  readonly value: number;
  /** offset of the first character where the scalar's text is its value to the letter, else null */
  readonly exact: number | null;
}

export type Container = Record<string, unknown> | unknown[];

/** What a YAML file says, as plain data that belongs to the caller alone, and where each part of it stands. */
export interface YamlText {
  readonly file: string;
  readonly text: string;
  /** null where the file cannot be read as YAML; undefined where it is empty */
  readonly root: unknown;
  readonly start: number;
  readonly problems: readonly YamlProblem[];
  /** places of the members of every map (by key) and list (by index, in step with the list) */
  readonly places: WeakMap<Container, Map<string, Place> | Place[]>;
  range(offset: number): Range;
}

export type YamlProblem =
  | { readonly kind: "broken"; readonly reason: YamlReason; readonly offset: number }
  | { readonly kind: "duplicate"; readonly key: string; readonly offset: number; readonly first: number }
  | { readonly kind: "forbidden-key"; readonly key: string; readonly offset: number };

/** Reads one YAML file. Never throws on its content; a file with a syntax error has root null. */
export function readYaml(file: string, typed: string): YamlText {
  // Editors count columns after the byte order mark.
  const text = typed.startsWith("\uFEFF") ? typed.slice(1) : typed;
  const lines = new LineCounter();
  const problems: YamlProblem[] = [];
  const places: YamlText["places"] = new WeakMap();
  const range = (offset: number): Range => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const answer = (root: unknown, start: number): YamlText => ({ file, text, root, start, problems, places, range });
  const broken = (reason: YamlReason, offset: number) => {
    problems.push({ kind: "broken", reason, offset });
    return answer(null, 0);
  };

  let documents: readonly Document.Parsed[];
  try {
    documents = compose(text, lines);
  } catch (error) {
    if (error instanceof TooMuch) return broken(error.reason, error.offset);
    throw error;
  }
  const [document, second] = documents;
  // The first error is the cause; what follows it is mostly its echo.
  const error = document?.errors[0] ?? document?.warnings.find((warning) => warning.code === "TAG_RESOLVE_FAILED");
  if (error) return broken(reasonOf(error.code), error.pos[0]);
  if (second) return broken("several-documents", second.range[0]);
  const contents = document?.contents ?? null;
  if (!contents || (isScalar(contents) && contents.value === null && contents.source === "")) return answer(undefined, 0);
  try {
    const convert = converter(places, problems);
    return answer(convert(contents), contents.range[0]);
  } catch (error) {
    if (error instanceof BadAlias) return broken(error.reason, error.offset);
    throw error;
  }
}

/** The documents of a YAML text, usually one. Throws TooMuch; errors in the text are in each document's `errors`. */
export function compose(text: string, lines = new LineCounter(), keepSourceTokens = false): readonly Document.Parsed[] {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  function* tokens() {
    const watch = guard();
    for (const lexeme of new Lexer().lex(text)) {
      watch(lexeme);
      yield* parser.next(lexeme);
    }
    yield* parser.end();
  }
  // The library looks for duplicate keys in quadratic time; ours are found while converting.
  const composer = new Composer({ uniqueKeys: false, logLevel: "silent", keepSourceTokens });
  return [...composer.compose(tokens(), true, text.length)];
}

function reasonOf(code: string): YamlReason {
  if (code === "TAB_AS_INDENT") return "tab";
  if (code === "MULTIPLE_DOCS") return "several-documents";
  if (code === "BAD_INDENT") return "indentation";
  if (code === "MISSING_CHAR" || code === "MULTILINE_IMPLICIT_KEY" || code === "KEY_OVER_1024_CHARS") return "missing-character";
  if (code === "BLOCK_AS_IMPLICIT_KEY" || code === "BLOCK_IN_FLOW") return "nested-on-one-line";
  if (code === "BAD_SCALAR_START") return "reserved-character";
  if (code === "BAD_DQ_ESCAPE") return "escape";
  if (code === "TAG_RESOLVE_FAILED" || code === "MULTIPLE_TAGS") return "tag";
  if (code === "BAD_ALIAS" || code === "ALIAS_PROPS" || code === "MULTIPLE_ANCHORS") return "alias";
  if (code === "RESOURCE_EXHAUSTION") return "too-deep";
  return "unexpected";
}

class BadAlias extends Error {
  readonly reason: YamlReason;
  readonly offset: number;
  constructor(reason: YamlReason, offset: number) {
    super(reason);
    this.reason = reason;
    this.offset = offset;
  }
}

/** Turns nodes into plain data of their own. An alias is copied, so that no two places share an object. */
function converter(places: YamlText["places"], problems: YamlProblem[]): (node: unknown) => unknown {
  const anchors = new Map<string, ParsedNode>();
  const open = new Set<unknown>();
  let aliased = 0;
  let inAlias = 0;

  function resolve(alias: Alias): ParsedNode {
    const target = anchors.get(alias.source);
    const offset = alias.range?.[0] ?? 0;
    if (!target) throw new BadAlias("unknown-alias", offset);
    if (open.has(target)) throw new BadAlias("alias-of-itself", offset);
    return target;
  }

  function convert(node: unknown): unknown {
    if (isAlias(node)) {
      const target = resolve(node);
      inAlias += 1;
      const value = convert(target);
      inAlias -= 1;
      return value;
    }
    if (inAlias > 0 && ++aliased > limits.aliased) throw new BadAlias("alias-bomb", offsetOf(node));
    if (isScalar(node)) {
      if (node.anchor && inAlias === 0) anchors.set(node.anchor, node as ParsedNode);
      // Under `%YAML 1.1` the library makes dates of its own; here a date is text.
      return node.value === null || ["string", "number", "boolean"].includes(typeof node.value) ? node.value : (node.source ?? null);
    }
    if (!isMap(node) && !isSeq(node)) return null;
    if (node.anchor && inAlias === 0) anchors.set(node.anchor, node as ParsedNode);
    open.add(node);
    const value = isMap(node) ? pairMap(node.items) : list(node.items);
    open.delete(node);
    return value;
  }

  function list(items: readonly unknown[]): unknown[] {
    const found: unknown[] = [];
    const at: Place[] = [];
    for (const item of items) {
      // `[a: 1]` is a list with a map of one pair.
      const value = isPair(item) ? pairMap([item]) : convert(item);
      const offset = offsetOf(isPair(item) ? item.key : item);
      found.push(value);
      at.push({ key: offset, value: offset, exact: exactStart(item) });
    }
    places.set(found, at);
    return found;
  }

  function pairMap(pairs: YAMLMap["items"]): Record<string, unknown> {
    const found: Record<string, unknown> = {};
    const at = new Map<string, Place>();
    const merged: unknown[] = [];
    for (const pair of pairs) {
      const offset = offsetOf(pair.key);
      if (isScalar(pair.key) && pair.key.value === "<<" && pair.key.type === Scalar.PLAIN) {
        merged.push(pair.value);
        continue;
      }
      const key = keyText(isAlias(pair.key) ? resolve(pair.key) : pair.key);
      const value = pair.value === null ? null : convert(pair.value);
      const first = at.get(key);
      if (key === "__proto__") problems.push({ kind: "forbidden-key", key, offset });
      else if (first) problems.push({ kind: "duplicate", key, offset, first: first.key });
      else {
        found[key] = value;
        at.set(key, { key: offset, value: pair.value === null ? offset : offsetOf(pair.value), exact: exactStart(pair.value) });
      }
    }
    places.set(found, at);
    for (const source of merged) merge(source, found, at);
    return found;
  }

  /** `<<: *defaults`: keys of its own win over merged ones, and of the merged ones the first. */
  function merge(source: unknown, into: Record<string, unknown>, at: Map<string, Place>): void {
    const value = convert(source);
    for (const part of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof part !== "object" || part === null || Array.isArray(part)) throw new BadAlias("merge", offsetOf(source));
      const from = places.get(part as Container) as Map<string, Place>;
      for (const [key, place] of from) {
        if (at.has(key)) continue;
        into[key] = (part as Record<string, unknown>)[key];
        at.set(key, place);
      }
    }
  }

  return convert;
}

export function keyText(key: unknown): string {
  if (isScalar(key)) return key.source ?? (key.value === null ? "" : JSON.stringify(key.value));
  return "?";
}

function offsetOf(node: unknown): number {
  const range = (node as { range?: readonly number[] | null } | null)?.range;
  return range?.[0] ?? 0;
}

function exactStart(node: unknown): number | null {
  if (!isScalar(node) || typeof node.value !== "string" || !node.range) return null;
  const [start, end] = node.range;
  if (node.type === Scalar.PLAIN && end - start === node.value.length) return start;
  const quoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE;
  return quoted && end - start === node.value.length + 2 ? start + 1 : null;
}
