export type { Doubt, Engine, LoadedFile, LoadResult, QueryRequest, SqlResult, Timings } from "./engine.ts";
