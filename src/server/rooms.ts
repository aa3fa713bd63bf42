import type { Engine } from "../engine/index.ts";
import type { Schedule } from "./schedule/index.ts";

/** What the routes work with. */
export interface Rooms {
  readonly engine: Engine;
  /** a view of the same engine that tells its statements to `trace` */
  readonly traced: (trace: (line: string) => void) => Engine;
  readonly token: string;
  /** absent: what the workspace asks for is told, and not done */
  readonly schedule?: Schedule;
}
