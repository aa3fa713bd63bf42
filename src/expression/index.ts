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
  ValueType,
} from "./ast.ts";
export { functionNames } from "./ast.ts";
