export { type Address, announce, newToken, withdraw } from "./address.ts";
export {
  type Doubt,
  type Engine,
  type EngineCall,
  engineMethods,
  type LoadedFile,
  type LoadResult,
  type OpenOptions,
  type QueryRequest,
  type SqlResult,
  type Timings,
} from "./engine.ts";
export { type LocalEngine } from "./local.ts";
export { makeExample } from "./example.ts";
export { columnNames } from "./names.ts";
export { openEngine, openLocalEngine } from "./open.ts";
export { whyOf } from "./why.ts";
