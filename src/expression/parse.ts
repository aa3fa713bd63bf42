import { isDay } from "../calendar/index.ts";
import { type BinaryOperator, castTargets, type Expression, functionNames, type Outcome, type Span } from "./ast.ts";
import { fail, failSyntax, outcome } from "./fault.ts";
import { Lexer, type TokenKind } from "./lexer.ts";
import { readTimestamp } from "./moment.ts";
import { binaryPrecedence, comparisonPrecedence, postfixPrecedence, precedence, precedenceOf } from "./precedence.ts";
import { suggest } from "./suggest.ts";
import { otherNames, otherTypes, reservedWords, rowsFunctions } from "./word.ts";

const maximumLength = 20_000;
const maximumHeight = 200;
const maximumNodes = 20_000;

/**
 * Reads one expression in SQL syntax. Errors carry the offsets of what is wrong. At most 20,000 characters and 200 operations inside
 * each other, so that no room after this one can run out of stack.
 */
export function parse(text: string): Outcome<Expression> {
  return outcome(() => {
    if (text.length > maximumLength) fail("too-deep", { start: maximumLength, end: text.length }, { length: String(maximumLength) });
    return new Parser(text).whole();
  });
}

class Parser {
  readonly #lexer: Lexer;
  /** how many of our own calls are inside each other */
  #nesting = 0;
  /** how many nodes stand below each other in the expression that was read last, itself included */
  #height = 0;
  #nodes = 0;

  constructor(text: string) {
    this.#lexer = new Lexer(text);
  }

  whole(): Expression {
    if (this.#isKind("end")) failSyntax("empty", this.#here());
    const expression = this.#expression(0);
    if (!this.#isKind("end")) {
      const suggestion = this.#isKind("word") ? suggest(this.#lexer.value, ["and", "or", "in", "like", "between", "is", "not"]) : null;
      failSyntax("trailing", this.#here(), { found: this.#lexer.typed, ...(suggestion !== null && { suggestion }) });
    }
    return expression;
  }

  /** Reads an operand and every operator after it that binds at least as tightly as `minimum`. */
  #expression(minimum: number): Expression {
    if (++this.#nesting > maximumHeight) this.#tooDeep(this.#here());
    const { start } = this.#lexer;
    const first = this.#operand();
    let left = first;
    for (;;) {
      const next = this.#operation(left, left === first, start, minimum);
      if (next === null) break;
      left = next;
    }
    this.#nesting--;
    return left;
  }

  /** The operation that follows `left`, which began at `start`; null where none does that binds tightly enough. */
  #operation(left: Expression, leftIsOperand: boolean, start: number, minimum: number): Expression | null {
    const { kind, value } = this.#lexer;
    if (kind !== "symbol" && kind !== "word") return null;
    const operator = value === "==" ? "=" : value === "!=" ? "<>" : value;
    const binding = binaryPrecedence(operator);
    if (binding !== null) {
      if (binding < minimum) return null;
      const height = this.#height;
      if (binding === comparisonPrecedence && !leftIsOperand && precedenceOf(left) === binding) {
        failSyntax("chained-comparison", this.#here());
      }
      this.#lexer.next();
      const right = this.#expression(binding + 1);
      const at = this.#since(start);
      return this.#node({ kind: "binary", operator: operator as BinaryOperator, left, right, at }, Math.max(height, this.#height));
    }
    if (kind !== "word") return null;
    if (value === "is") return precedence["is-null"] < minimum ? null : this.#isNull(left, start);
    if (value === "not" || value === "in" || value === "between" || value === "like") {
      return postfixPrecedence < minimum ? null : this.#postfix(left, start);
    }
    return null;
  }

  #isNull(operand: Expression, start: number): Expression {
    const height = this.#height;
    this.#lexer.next();
    const negated = this.#take("not");
    this.#expect("null");
    return this.#node({ kind: "is-null", operand, negated, at: this.#since(start) }, height);
  }

  #postfix(operand: Expression, start: number): Expression {
    let height = this.#height;
    const negated = this.#take("not");
    if (this.#take("between")) {
      const low = this.#expression(postfixPrecedence + 1);
      height = Math.max(height, this.#height);
      this.#expect("and");
      const high = this.#expression(postfixPrecedence + 1);
      return this.#node({ kind: "between", operand, low, high, negated, at: this.#since(start) }, Math.max(height, this.#height));
    }
    if (this.#take("like")) {
      const { kind, value: pattern } = this.#lexer;
      if (kind !== "string") failSyntax("like-pattern", this.#here());
      this.#lexer.next();
      return this.#node({ kind: "like", operand, pattern, negated, at: this.#since(start) }, height);
    }
    this.#expect("in");
    this.#expect("(");
    const list = this.#list();
    height = Math.max(height, this.#height);
    this.#expect(")");
    return this.#node({ kind: "in", operand, list, negated, at: this.#since(start) }, height);
  }

  /** One expression or more, separated by commas; leaves the height of the highest. */
  #list(): Expression[] {
    const list: Expression[] = [];
    let height = 0;
    do {
      list.push(this.#expression(0));
      height = Math.max(height, this.#height);
    } while (this.#take(","));
    this.#height = height;
    return list;
  }

  #operand(): Expression {
    const { kind, value, start, end } = this.#lexer;
    const at = { start, end };
    switch (kind) {
      case "number":
        this.#lexer.next();
        return this.#node(numberLiteral(value, at), 0);
      case "string":
        this.#lexer.next();
        return this.#node({ kind: "literal", value, type: "text", at }, 0);
      case "name":
        this.#lexer.next();
        return this.#node({ kind: "column", name: value, quoted: true, at }, 0);
      case "word":
        return this.#word(value, at);
      case "symbol":
        return this.#symbol(value, at);
      case "end":
        return failSyntax("operand-missing", at, { found: "" });
    }
  }

  #symbol(symbol: string, at: Span): Expression {
    if (symbol === "-" || symbol === "+") {
      this.#lexer.next();
      const operand = this.#expression(precedence["minus"]);
      if (symbol === "+") return operand;
      return this.#node({ kind: "unary", operator: "-", operand, at: this.#since(at.start) }, this.#height);
    }
    if (symbol !== "(") failSyntax("operand-missing", at, { found: symbol });
    this.#lexer.next();
    const inner = this.#expression(0);
    this.#expect(")");
    return inner;
  }

  #word(word: string, at: Span): Expression {
    const typed = this.#lexer.typed;
    if (word === "select" || word === "exists") failSyntax("subquery", at);
    this.#lexer.next();
    if (word === "true" || word === "false") return this.#node({ kind: "literal", value: word === "true", type: "boolean", at }, 0);
    if (word === "null") return this.#node({ kind: "literal", value: null, type: "null", at }, 0);
    if (word === "not") {
      const operand = this.#expression(precedence["not"] + 1);
      return this.#node({ kind: "unary", operator: "not", operand, at: this.#since(at.start) }, this.#height);
    }
    if (word === "case") return this.#case(at.start);
    if (word === "cast") return this.#cast(at.start);
    if (reservedWords.has(word)) failSyntax("reserved-word", at, { found: typed });
    if (this.#lexer.kind === "string" && (word === "date" || word === "timestamp")) return this.#moment(word, at.start);
    if (this.#lexer.kind === "symbol" && this.#lexer.value === "(") return this.#call(word, typed, at);
    return this.#node({ kind: "column", name: typed, quoted: false, at }, 0);
  }

  #moment(type: "date" | "timestamp", start: number): Expression {
    const { value: text } = this.#lexer;
    const value = type === "timestamp" ? readTimestamp(text) : isDay(text) ? text : null;
    if (value === null) failSyntax(type, this.#here(), { found: text });
    this.#lexer.next();
    return this.#node({ kind: "literal", value, type, at: this.#since(start) }, 0);
  }

  #call(name: string, typed: string, at: Span): Expression {
    const known = functionNames.find((candidate) => candidate === name);
    if (known === undefined) failUnknownFunction(name, typed, at);
    this.#lexer.next();
    const empty = this.#lexer.kind === "symbol" && this.#lexer.value === ")";
    const list = empty ? [] : this.#list();
    const height = empty ? 0 : this.#height;
    this.#expect(")");
    return this.#node({ kind: "call", name: known, arguments: list, at: this.#since(at.start) }, height);
  }

  #cast(start: number): Expression {
    this.#expect("(");
    const operand = this.#expression(0);
    const height = this.#height;
    this.#expect("as");
    const { value, typed } = this.#lexer;
    const to = castTargets.find((target) => target === value);
    if (this.#lexer.kind !== "word" || to === undefined) {
      const suggestion = otherTypes.get(value) ?? suggest(value, castTargets);
      failSyntax("cast-type", this.#here(), { found: typed, types: castTargets.join(", "), ...(suggestion !== null && { suggestion }) });
    }
    this.#lexer.next();
    this.#expect(")");
    return this.#node({ kind: "cast", operand, to, at: this.#since(start) }, height);
  }

  /** `case x when 1 …` is read as `case when x = 1 …`. */
  #case(start: number): Expression {
    const nodesBefore = this.#nodes;
    let height = 0;
    const subject = this.#at("when") ? null : this.#expression(0);
    const subjectHeight = subject === null ? 0 : this.#height;
    const subjectNodes = this.#nodes - nodesBefore;
    const branches: { when: Expression; then: Expression }[] = [];
    this.#expect("when");
    do {
      let when = this.#expression(0);
      if (subject !== null) {
        // Every branch repeats the subject: counted as often, or cases inside cases would grow without bound.
        if (branches.length > 0) this.#nodes += subjectNodes;
        when = this.#node(
          { kind: "binary", operator: "=", left: subject, right: when, at: when.at },
          Math.max(this.#height, subjectHeight),
        );
      }
      height = Math.max(height, this.#height);
      this.#expect("then");
      branches.push({ when, then: this.#expression(0) });
      height = Math.max(height, this.#height);
    } while (this.#take("when"));
    const otherwise = this.#take("else") ? this.#expression(0) : null;
    if (otherwise !== null) height = Math.max(height, this.#height);
    this.#expect("end");
    return this.#node({ kind: "case", branches, otherwise, at: this.#since(start) }, height);
  }

  /** Counts `node`, whose highest child has height `below`. */
  #node(node: Expression, below: number): Expression {
    this.#height = below + 1;
    if (this.#height > maximumHeight || ++this.#nodes > maximumNodes) this.#tooDeep(node.at);
    return node;
  }

  #tooDeep(at: Span): never {
    fail("too-deep", at, { height: String(maximumHeight) });
  }

  /** From `start` to the end of the token that was read last. */
  #since(start: number): Span {
    return { start, end: this.#lexer.previousEnd };
  }

  #here(): Span {
    return { start: this.#lexer.start, end: this.#lexer.end };
  }

  #isKind(kind: TokenKind): boolean {
    return this.#lexer.kind === kind;
  }

  #at(token: string): boolean {
    const { kind, value } = this.#lexer;
    return (kind === "word" || kind === "symbol") && value === token;
  }

  #take(token: string): boolean {
    if (!this.#at(token)) return false;
    this.#lexer.next();
    return true;
  }

  #expect(token: string): void {
    if (!this.#take(token)) failSyntax("token-missing", this.#here(), { expected: token, found: this.#lexer.typed });
  }
}

/** Digits are kept, without needless zeros in front: a decimal stays exact, however long. */
function numberLiteral(typed: string, at: Span): Expression {
  const value = Number(typed);
  if (!Number.isFinite(value)) failSyntax("number", at, { found: typed });
  const digits = typed
    .replace(/^0+(?=\d)/, "")
    .replace(/^\./, "0.")
    .replace(/\.(?=$|e)/i, "")
    .toLowerCase();
  const length = digits.replace(".", "").length;
  // DECIMAL holds 38 digits and a 64-bit integer 18 whole ones.
  const type = digits.includes("e") || length > 38 ? "double" : digits.includes(".") || length > 18 ? "decimal" : "integer";
  return { kind: "literal", value, digits, type, at };
}

function failUnknownFunction(name: string, typed: string, at: Span): never {
  if (rowsFunctions.has(name)) fail("unknown-function", at, { name: typed, over: "rows" });
  const suggestion = otherNames.get(name) ?? suggest(name, functionNames);
  fail("unknown-function", at, { name: typed, ...(suggestion !== null && { suggestion }) });
}
