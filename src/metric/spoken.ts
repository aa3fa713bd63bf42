import type { DurationUnit } from "../calendar/index.ts";
import { type Expression, parse, print } from "../expression/index.ts";
import type { Framework, Language } from "../framework/index.ts";
import { isOr } from "./describe.ts";
import { metricNamed } from "./reference.ts";
import { kindOf } from "./types/index.ts";
import type { Narrator } from "./types/kind.ts";

/**
 * How a metric is made, in words: `het aantal rijen in orders waarin status niet ‘cancelled’ is`. Columns and datasets keep their own
 * names. Throws as `metricNamed`.
 */
export function spokenDefinition(framework: Framework, metricId: string): Readonly<Record<Language, string>> {
  const metric = metricNamed(framework, metricId);
  const { spoken } = kindOf(metric);
  return { nl: spoken.nl(metric, narrator(framework, "nl")), en: spoken.en(metric, narrator(framework, "en")) };
}

function narrator(framework: Framework, language: Language): Narrator {
  const datasetOf = (id: string) => framework.datasets.find((dataset) => dataset.id === id);
  // In quotes: a name may hold commas and words of its own.
  const metricName = (id: string) => {
    const name = framework.metrics.find((metric) => metric.id === id)?.name;
    return name === undefined ? id : `“${name}”`;
  };
  const tell = (text: string, names: (column: string) => string): string => {
    const parsed = parse(text);
    return parsed.ok ? inWords(parsed.value, language, names) : text.replace(/\s+/g, " ").trim();
  };
  return {
    expression: (text, dataset) => tell(datasetOf(dataset)?.columns[text] ?? text, (column) => column),
    formula: (text) => tell(text, metricName),
    metric: metricName,
    length: ({ count, unit }) => `${count} ${words[language].units[unit][count === 1 ? 0 : 1]}`,
    rows({ dataset, where, segment }) {
      const known = datasetOf(dataset);
      const typed = [known?.where, where].filter((one) => one !== undefined);
      const conditions = typed.map((one) => {
        const told = tell(one, (column) => column);
        return typed.length > 1 && isOr(one) ? `(${told})` : told;
      });
      const group = framework.segments.find(({ id }) => id === segment);
      const name = `${known?.name ?? dataset}${segment === undefined ? "" : ` ${words[language].of} “${group?.name ?? segment}”`}`;
      return conditions.length === 0 ? name : `${name} ${words[language].where} ${conditions.join(` ${words[language].and} `)}`;
    },
  };
}

interface Words {
  readonly where: string;
  /** rows … a group of customers */
  readonly of: string;
  readonly and: string;
  readonly or: string;
  readonly point: string;
  /** how two things compare, as a clause: Dutch has its verb at the end */
  readonly compare: Readonly<Record<"=" | "<>" | "<" | "<=" | ">" | ">=", (left: string, right: string) => string>>;
  readonly isTrue: (what: string) => string;
  readonly not: (clause: string) => string;
  readonly noneOf: (left: string, list: string) => string;
  readonly between: (what: string, low: string, high: string, negated: boolean) => string;
  readonly like: (what: string, pattern: string, negated: boolean) => string;
  readonly empty: (what: string, negated: boolean) => string;
  /** one, several */
  readonly units: Readonly<Record<DurationUnit, readonly [string, string]>>;
}

const words: Readonly<Record<Language, Words>> = {
  nl: {
    where: "waarin",
    of: "van",
    and: "en",
    or: "of",
    point: ",",
    compare: {
      "=": (left, right) => `${left} ${right} is`,
      "<>": (left, right) => `${left} niet ${right} is`,
      "<": (left, right) => `${left} kleiner dan ${right} is`,
      "<=": (left, right) => `${left} hooguit ${right} is`,
      ">": (left, right) => `${left} groter dan ${right} is`,
      ">=": (left, right) => `${left} minstens ${right} is`,
    },
    isTrue: (what) => `${what} waar is`,
    not: (clause) => `niet geldt dat ${clause}`,
    noneOf: (left, list) => `${left} niet ${list} is`,
    between: (what, low, high, negated) => `${what} ${negated ? "niet " : ""}van ${low} tot en met ${high} loopt`,
    like: (what, pattern, negated) => `${what} ${negated ? "niet " : ""}het patroon ${pattern} heeft`,
    empty: (what, negated) => `${what} ${negated ? "niet " : ""}leeg is`,
    units: {
      day: ["dag", "dagen"],
      week: ["week", "weken"],
      month: ["maand", "maanden"],
      quarter: ["kwartaal", "kwartalen"],
      year: ["jaar", "jaar"],
    },
  },
  en: {
    where: "where",
    of: "of",
    and: "and",
    or: "or",
    point: ".",
    compare: {
      "=": (left, right) => `${left} is ${right}`,
      "<>": (left, right) => `${left} is not ${right}`,
      "<": (left, right) => `${left} is less than ${right}`,
      "<=": (left, right) => `${left} is at most ${right}`,
      ">": (left, right) => `${left} is more than ${right}`,
      ">=": (left, right) => `${left} is at least ${right}`,
    },
    isTrue: (what) => `${what} is true`,
    not: (clause) => `it is not so that ${clause}`,
    noneOf: (left, list) => `${left} is not ${list}`,
    between: (what, low, high, negated) => `${what} is ${negated ? "not " : ""}from ${low} to ${high}`,
    like: (what, pattern, negated) => `${what} ${negated ? "does not have" : "has"} the pattern ${pattern}`,
    empty: (what, negated) => `${what} is ${negated ? "not " : ""}empty`,
    units: {
      day: ["day", "days"],
      week: ["week", "weeks"],
      month: ["month", "months"],
      quarter: ["quarter", "quarters"],
      year: ["year", "years"],
    },
  },
};

const signs: Readonly<Record<string, string>> = { "*": "×", "/": "÷", "-": "−" };

/** What no words were made for (`case`, functions, casts) stands as the expression that it is. */
function inWords(expression: Expression, language: Language, name: (column: string) => string): string {
  const say = words[language];
  const value = (one: Expression): string => inWords(one, language, name);
  const clause = (one: Expression): string =>
    one.kind === "column" || (one.kind === "literal" && typeof one.value === "boolean") ? say.isTrue(value(one)) : value(one);
  const list = (items: readonly Expression[]): string => {
    const told = items.map(value);
    return told.length < 2 ? told.join("") : `${told.slice(0, -1).join(", ")} ${say.or} ${told.at(-1)}`;
  };
  switch (expression.kind) {
    case "column":
      return name(expression.name);
    case "literal":
      return typeof expression.value === "string" ? `‘${expression.value}’` : print(expression).replace(".", say.point);
    case "unary":
      return expression.operator === "not" ? say.not(clause(expression.operand)) : `−${bracketed(expression.operand, value)}`;
    case "binary": {
      const { operator, left, right } = expression;
      if (operator === "and" || operator === "or") {
        const part = (one: Expression) =>
          one.kind === "binary" && one.operator === "or" && operator === "and" ? `(${value(one)})` : clause(one);
        return `${part(left)} ${say[operator]} ${part(right)}`;
      }
      if (operator in say.compare) return say.compare[operator as keyof Words["compare"]](value(left), value(right));
      return `${bracketed(left, value)} ${signs[operator] ?? operator} ${bracketed(right, value)}`;
    }
    case "in":
      return (expression.negated ? say.noneOf : say.compare["="])(value(expression.operand), list(expression.list));
    case "between":
      return say.between(value(expression.operand), value(expression.low), value(expression.high), expression.negated);
    case "like":
      return say.like(value(expression.operand), `‘${expression.pattern}’`, expression.negated);
    case "is-null":
      return say.empty(value(expression.operand), expression.negated);
    default:
      return print(expression);
  }
}

/** Within a sum or product every compound part gets its brackets: no reader should need the rules of precedence. */
function bracketed(expression: Expression, value: (one: Expression) => string): string {
  return expression.kind === "binary" ? `(${value(expression)})` : value(expression);
}
