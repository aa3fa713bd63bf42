import { type ExpressionError, functionNames, type ValueType } from "./ast.ts";
import type { Hint, SyntaxReason } from "./fault.ts";

type Language = "nl" | "en";

type Params = ExpressionError["params"];
type Sentences = Readonly<Record<Language, string>>;

/** What is wrong with an expression and what to do about it, in plain words. The position is in `error.at`. */
export function sentence(error: ExpressionError, language: Language): string {
  const { code, params } = error;
  switch (code) {
    case "syntax":
      return fill(syntax[params["reason"] as SyntaxReason], params, language);
    case "wrong-operand":
      return fill(hints[params["hint"] as Hint], params, language);
    case "unknown-column":
      return fill(columnSentences(params), params, language);
    case "unknown-function":
      return fill(params["over"] === undefined ? unknownFunction : overRows, { ...params, functions: functionNames.join(", ") }, language);
    case "wrong-arguments":
      return fill(wrongArguments, { ...params, wanted: wanted(params, language) }, language);
    case "too-deep":
      return fill(params["length"] === undefined ? tooDeep : tooLong, params, language);
  }
}

/** `{left}` and `{right}` are types in words, `{found}` is quoted, `{suggestion}` a question or nothing; what was typed is cut to a line. */
function fill(sentences: Sentences, params: Params, language: Language): string {
  return sentences[language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (name === "suggestion") return value === undefined ? "" : ` ${suggestion[language].replace("{name}", () => readable(value))}`;
    if (value === undefined) return "";
    if (name === "left" || name === "right") return types[value as ValueType | "null"][language];
    if (name === "found") return value === "" ? ending[language] : `“${readable(value)}”`;
    return name === "name" || name === "value" ? readable(value) : value;
  });
}

/** What somebody typed, fit to stand in a sentence: on one line, without control characters, not too long. */
function readable(typed: string): string {
  const characters = [...typed.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, "\ufffd")];
  return characters.length > 60 ? `${characters.slice(0, 59).join("")}…` : characters.join("");
}

function wanted({ minimum, maximum }: Params, language: Language): string {
  if (maximum === minimum) return minimum ?? "";
  if (maximum === undefined) return `${minimum} ${language === "nl" ? "of meer" : "or more"}`;
  return `${minimum} ${language === "nl" ? "of" : "or"} ${maximum}`;
}

const suggestion: Sentences = { nl: "Bedoel je “{name}”?", en: "Do you mean “{name}”?" };
const ending: Sentences = { nl: "niets meer", en: "nothing" };

const types: Readonly<Record<ValueType | "null", Sentences>> = {
  integer: { nl: "een geheel getal", en: "a whole number" },
  decimal: { nl: "een decimaal getal", en: "a decimal number" },
  double: { nl: "een getal", en: "a number" },
  text: { nl: "tekst", en: "text" },
  boolean: { nl: "waar of onwaar", en: "true or false" },
  date: { nl: "een datum", en: "a date" },
  timestamp: { nl: "een tijdstip", en: "a timestamp" },
  null: { nl: "leeg", en: "null" },
};

const syntax: Readonly<Record<SyntaxReason, Sentences>> = {
  empty: { nl: "Er staat niets. Schrijf een kolom of een berekening.", en: "There is nothing here. Write a column or a calculation." },
  "operand-missing": {
    nl: "Hier hoort een kolom of een waarde, maar daar staat {found}.",
    en: "A column or a value belongs here, but there is {found}.",
  },
  "token-missing": { nl: "Hier hoort “{expected}”, maar daar staat {found}.", en: "“{expected}” belongs here, but there is {found}." },
  trailing: {
    nl: "{found} kan hier niet staan. Zet er een bewerking voor, zoals + of and, of haal het weg.{suggestion}",
    en: "{found} cannot stand here. Put an operator before it, such as + or and, or take it away.{suggestion}",
  },
  "reserved-word": {
    nl: "{found} is een woord van de taal. Is het een kolom, zet de naam dan tussen dubbele aanhalingstekens.",
    en: "{found} is a word of the language. If it is a column, put its name in double quotes.",
  },
  "unclosed-string": {
    nl: "Deze tekst houdt niet op. Sluit hem af met '; schrijf een ' in de tekst dubbel ('').",
    en: "This text does not end. Close it with '; write a ' inside the text twice ('').",
  },
  "unclosed-name": { nl: 'Deze naam houdt niet op. Sluit hem af met ".', en: 'This name does not end. Close it with ".' },
  "empty-name": {
    nl: "Tussen de dubbele aanhalingstekens staat geen naam. Lege tekst schrijf je als ''.",
    en: "There is no name between the double quotes. Empty text is written ''.",
  },
  number: {
    nl: "{found} is geen getal. Schrijf getallen als 1234.5, zonder eenheid.",
    en: "{found} is no number. Write numbers like 1234.5, without a unit.",
  },
  character: {
    nl: "Het teken {found} hoort niet in een expressie. Haal het weg; tekst hoort tussen ' en '.",
    en: "The character {found} does not belong in an expression. Take it away; text goes between ' and '.",
  },
  "curly-quote": {
    nl: "{found} is geen aanhalingsteken van de taal. Gebruik ' voor tekst en \" voor namen.",
    en: "{found} is no quotation mark of the language. Use ' for text and \" for names.",
  },
  comment: {
    nl: "Commentaar kan hier niet. Zet het in het bestand achter #. Schrijf min min met een spatie: a - -1.",
    en: "A comment cannot stand here. Put it in the file after #. Write minus minus with a space: a - -1.",
  },
  semicolon: {
    nl: "Een expressie is één berekening. Haal de puntkomma en alles erna weg.",
    en: "An expression is one calculation. Take away the semicolon and all after it.",
  },
  subquery: {
    nl: "Een expressie kijkt naar één rij en kent geen “select”. Maak van de vraag een metriek.",
    en: "An expression looks at one row and knows no “select”. Make the question a metric.",
  },
  "chained-comparison": {
    nl: "Vergelijk twee waarden tegelijk: schrijf a < b and b < c, of b between a and c.",
    en: "Compare two values at a time: write a < b and b < c, or b between a and c.",
  },
  date: {
    nl: "{found} is geen bestaande dag. Schrijf DATE '2026-01-31'.",
    en: "{found} is no existing day. Write DATE '2026-01-31'.",
  },
  timestamp: {
    nl: "{found} is geen bestaand tijdstip. Schrijf TIMESTAMP '2026-01-31 10:00:00'.",
    en: "{found} is no existing time. Write TIMESTAMP '2026-01-31 10:00:00'.",
  },
  "cast-type": {
    nl: "cast maakt er een van deze soorten van: {types}. {found} is dat niet.{suggestion}",
    en: "cast makes one of these types: {types}. {found} is none of them.{suggestion}",
  },
  "like-pattern": {
    nl: "Na like hoort een patroon tussen aanhalingstekens: like 'NL%'.",
    en: "like needs a pattern in quotes: like 'NL%'.",
  },
};

const hints: Readonly<Record<Hint, Sentences>> = {
  "quote-value": {
    nl: "Hier hoort tekst. Zet de waarde tussen aanhalingstekens: '{value}'.",
    en: "Text belongs here. Put the value in quotes: '{value}'.",
  },
  "unquote-value": {
    nl: "Hier hoort een getal. Schrijf {value} zonder aanhalingstekens.",
    en: "A number belongs here. Write {value} without quotes.",
  },
  cast: {
    nl: "“{operator}” vraagt hier om een getal, maar krijgt tekst. Maak er een getal van met cast(… as decimal).",
    en: "“{operator}” needs a number here but gets text. Make it a number with cast(… as decimal).",
  },
  concatenate: { nl: "Teksten zet je achter elkaar met ||, niet met +.", en: "Texts are joined with ||, not with +." },
  "cast-to-text": {
    nl: "“{operator}” vraagt om tekst, maar dit is {left}. Maak er tekst van met cast(… as text).",
    en: "“{operator}” needs text, but this is {left}. Make it text with cast(… as text).",
  },
  "cast-to-date": {
    nl: "“{operator}” vraagt hier om datums. Maak er een datum van met cast(… as date).",
    en: "“{operator}” needs dates here. Make it a date with cast(… as date).",
  },
  "no-cast": {
    nl: "cast kan van {left} geen {value} maken. Kies een andere kolom of een andere soort.",
    en: "cast cannot make {left} into {value}. Choose another column or another type.",
  },
  date: {
    nl: "“{operator}” vraagt hier om een datum. Schrijf hem als '2026-01-31', of kies een kolom met datums.",
    en: "“{operator}” needs a date here. Write it like '2026-01-31', or choose a column with dates.",
  },
  "date-literal": {
    nl: "Rekenen met een dag gaat met DATE ervoor: DATE '{value}'.",
    en: "To count with a day, put DATE before it: DATE '{value}'.",
  },
  "invalid-date": {
    nl: "“{value}” is geen bestaande dag. Schrijf een datum als '2026-01-31'.",
    en: "“{value}” is no existing day. Write a date like '2026-01-31'.",
  },
  "whole-days": {
    nl: "“{operator}” kan niet met {left} en {right}. Tel bij een datum hele dagen op, of trek twee datums van elkaar af.",
    en: "“{operator}” is not possible with {left} and {right}. Add whole days to a date, or take one date from another.",
  },
  "is-null": {
    nl: "Een vergelijking met null is nooit waar. Schrijf is null of is not null.",
    en: "A comparison with null is never true. Write is null or is not null.",
  },
  "true-false": {
    nl: "Je kunt {left} niet vergelijken met {right}. Schrijf true of false zonder aanhalingstekens.",
    en: "You cannot compare {left} with {right}. Write true or false without quotes.",
  },
  condition: {
    nl: "Hier hoort een voorwaarde die waar of onwaar is, maar dit is {left}. Vergelijk het met een waarde.",
    en: "A condition that is true or false belongs here, but this is {left}. Compare it with a value.",
  },
  "case-number": {
    nl: "“{operator}” vraagt om een getal, maar dit is waar of onwaar. Schrijf case when … then 1 else 0 end.",
    en: "“{operator}” needs a number, but this is true or false. Write case when … then 1 else 0 end.",
  },
  number: {
    nl: "“{operator}” vraagt om een getal, maar dit is {left}. Kies een kolom met getallen.",
    en: "“{operator}” needs a number, but this is {left}. Choose a column with numbers.",
  },
  "whole-number": {
    nl: "“{operator}” vraagt hier om een geheel getal, maar dit is {left}. Rond het af met cast(… as integer).",
    en: "“{operator}” needs a whole number here, but this is {left}. Round it with cast(… as integer).",
  },
  places: {
    nl: "Het aantal decimalen van “{operator}” is een geheel getal van -15 tot en met 15. Schrijf het uit: round(x, 2).",
    en: "The number of decimals of “{operator}” is a whole number from -15 to 15. Write it out: round(x, 2).",
  },
  "same-type": {
    nl: "In “{operator}” gaan {left} en {right} niet samen. Maak ze van dezelfde soort, bijvoorbeeld met cast(… as text).",
    en: "In “{operator}”, {left} and {right} do not go together. Make them the same type, for instance with cast(… as text).",
  },
};

function columnSentences({ candidates, suggestion, quoted }: Params): Sentences {
  if (candidates !== undefined) return ambiguousColumn;
  if (suggestion !== undefined) return misspeltColumn;
  return quoted === "true" ? quotedColumn : unknownColumn;
}

const unknownColumn: Sentences = {
  nl: "De kolom “{name}” bestaat niet. Kijk de naam na.",
  en: "There is no column “{name}”. Check the name.",
};
const misspeltColumn: Sentences = {
  nl: "De kolom “{name}” bestaat niet.{suggestion}",
  en: "There is no column “{name}”.{suggestion}",
};
const quotedColumn: Sentences = {
  nl: "De kolom “{name}” bestaat niet. Bedoel je tekst, gebruik dan enkele aanhalingstekens: '{name}'.",
  en: "There is no column “{name}”. If you mean text, use single quotes: '{name}'.",
};
const ambiguousColumn: Sentences = {
  nl: "“{name}” kan meer kolommen zijn: {candidates}. Neem de hoofdletters precies over.",
  en: "“{name}” can be several columns: {candidates}. Copy the capitals exactly.",
};
const unknownFunction: Sentences = {
  nl: "De functie “{name}” bestaat niet.{suggestion} De functies zijn: {functions}.",
  en: "There is no function “{name}”.{suggestion} The functions are: {functions}.",
};
const overRows: Sentences = {
  nl: "“{name}” rekent over meer rijen; een expressie kijkt naar één rij. Maak er een metriek van, of haal {name} weg.",
  en: "“{name}” works over several rows; an expression looks at one row. Make it a metric, or take {name} away.",
};
const wrongArguments: Sentences = {
  nl: "“{name}” vraagt {wanted} waarden tussen de haakjes en krijgt er {given}. Vul ze aan of haal er weg.",
  en: "“{name}” takes {wanted} values between its brackets and gets {given}. Add some or take some away.",
};
const tooDeep: Sentences = {
  nl: "Deze expressie heeft meer dan {height} bewerkingen in elkaar. Splits haar over berekende kolommen, of gebruik in (…).",
  en: "This expression has more than {height} operations inside each other. Split it over computed columns, or use in (…).",
};
const tooLong: Sentences = {
  nl: "Deze expressie is langer dan {length} tekens. Splits haar over berekende kolommen.",
  en: "This expression is longer than {length} characters. Split it over computed columns.",
};
