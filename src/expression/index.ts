export type {
  BinaryOperator,
  CastTarget,
  Columns,
  Expression,
  ExpressionError,
  FunctionName,
  Outcome,
  Span,
  Typed,
  Value,
  ValueType,
} from "./ast.ts";
export { evaluate } from "./evaluate.ts";
export { parse } from "./parse.ts";
export { print } from "./print.ts";
export { references } from "./references.ts";
export { sentence } from "./sentences.ts";
export { slip, suggest } from "./suggest.ts";
export { condition, type, typeOf } from "./type.ts";
