import { failSyntax } from "./fault.ts";

export type TokenKind = "number" | "string" | "word" | "name" | "symbol" | "end";

const space = /\s+/y;
const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const word = /[\p{L}_][\p{L}\p{M}\p{N}_$]*(?:\.[\p{L}_][\p{L}\p{M}\p{N}_$]*)*/uy;
const string = /'[^']*(?:''[^']*)*'(?!')/y;
const name = /"[^"]*(?:""[^"]*)*"(?!")/y;
const symbol = /\|\||==|<>|!=|<=|>=|[-+*/%=<>(),]/y;
const wordCharacters = /[\p{L}\p{M}\p{N}_$]+/uy;

/** Whether `text` is a column name that needs no quotes for its characters (it may still be a reserved word). */
export function isWord(text: string): boolean {
  word.lastIndex = 0;
  return word.exec(text)?.[0].length === text.length;
}

/** Reads an expression's text token by token; the fields describe the token it stands on. */
export class Lexer {
  kind: TokenKind = "end";
  /** a string's or quoted name's content, a word in lower case, else the token as typed */
  value = "";
  start = 0;
  end = 0;
  previousEnd = 0;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.next();
  }

  get typed(): string {
    return this.text.slice(this.start, this.end);
  }

  next(): void {
    this.previousEnd = this.end;
    this.start = this.#match(space, this.end) ?? this.end;
    this.end = this.start;
    if (this.start === this.text.length) {
      this.kind = "end";
      this.value = "";
    } else if (this.#read("symbol", symbol)) {
      this.value = this.typed;
      const two = this.text.slice(this.start, this.start + 2);
      if (two === "--" || two === "/*") failSyntax("comment", { start: this.start, end: this.start + 2 });
    } else if (this.#read("word", word)) {
      this.value = this.typed.toLowerCase();
    } else if (this.#read("number", number)) {
      this.value = this.typed;
      const glued = this.#match(wordCharacters, this.end);
      if (glued !== null) failSyntax("number", { start: this.start, end: glued }, { found: this.text.slice(this.start, glued) });
    } else if (this.#read("string", string)) {
      this.value = this.text.slice(this.start + 1, this.end - 1).replaceAll("''", "'");
    } else if (this.#read("name", name)) {
      this.value = this.text.slice(this.start + 1, this.end - 1).replaceAll('""', '"');
      if (this.value === "") failSyntax("empty-name", this);
    } else {
      this.#reject();
    }
  }

  #match(pattern: RegExp, from: number): number | null {
    pattern.lastIndex = from;
    return pattern.test(this.text) ? pattern.lastIndex : null;
  }

  #read(kind: TokenKind, pattern: RegExp): boolean {
    const end = this.#match(pattern, this.start);
    if (end === null) return false;
    this.kind = kind;
    this.end = end;
    return true;
  }

  #reject(): never {
    const found = String.fromCodePoint(this.text.codePointAt(this.start)!);
    const at = { start: this.start, end: this.start + found.length };
    const rest = { start: this.start, end: this.text.length };
    if (found === "'") failSyntax("unclosed-string", rest);
    if (found === '"') failSyntax("unclosed-name", rest);
    if (found === ";") failSyntax("semicolon", at);
    if ("‘’‚“”„`´".includes(found)) failSyntax("curly-quote", at, { found });
    failSyntax("character", at, { found });
  }
}
