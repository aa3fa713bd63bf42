import type { Engine } from "../engine/index.ts";
import type { Framework } from "../framework/index.ts";
import { open } from "../workspace/index.ts";
import type { Context } from "./command.ts";

/** Opens the workspace and its engine for a command, and closes the engine whatever happens. */
export async function atWork(context: Context, task: (work: { engine: Engine; framework: Framework }) => Promise<number>): Promise<number> {
  const directory = context.directory();
  const { framework } = await open(directory);
  context.speak(framework.settings.language);
  const { openEngine } = await import("../engine/index.ts");
  const engine = await openEngine(directory, {
    ...(context.trace ? { trace: context.trace } : {}),
    progress: (line) => context.note(line),
  });
  try {
    return await task({ engine, framework });
  } finally {
    await engine.close();
  }
}
