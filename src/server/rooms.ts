import type { Engine } from "../engine/index.ts";

/** What the routes work with. */
export interface Rooms {
  readonly engine: Engine;
  /** a view of the same engine that tells its statements to `trace` */
  readonly traced: (trace: (line: string) => void) => Engine;
  readonly token: string;
}
