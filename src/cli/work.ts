import type { Engine } from "../engine/index.ts";
import type { Framework } from "../framework/index.ts";
import type { Context } from "./command.ts";

/** Opens the workspace and its engine for a command, and closes the engine whatever happens. */
export async function atWork(context: Context, task: (work: { engine: Engine; framework: Framework }) => Promise<number>): Promise<number> {
  const directory = context.directory();
  const { openEngine } = await import("../engine/index.ts");
  const engine = await openEngine(directory, {
    ...(context.trace ? { trace: context.trace } : {}),
    progress: (line) => context.note(line),
  });
  try {
    const framework = await engine.framework();
    context.speak(framework.settings.language);
    return await task({ engine, framework });
  } finally {
    await engine.close();
  }
}
