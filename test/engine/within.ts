import { type Engine, openLocalEngine } from "../../src/engine/index.ts";

/** Work with a workspace's engine on the first of May 2026. */
export async function within<T>(directory: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = openLocalEngine(directory, { now: () => Date.parse("2026-05-01T10:00:00Z") });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
