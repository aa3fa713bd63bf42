import { HelderError, type Language } from "../../framework/index.ts";
import { type Command, type Context, textOption } from "../command.ts";

export const serve: Command = {
  name: "serve",
  told: { nl: "opent de webapp", en: "opens the web app" },
  arguments: [],
  options: [
    { flags: "--port <port>", told: { nl: "poort (anders 4747, of de volgende vrije)", en: "port (else 4747, or the next free one)" } },
    { flags: "--host <host>", told: { nl: "adres om op te luisteren (anders 127.0.0.1)", en: "address to listen on (else 127.0.0.1)" } },
  ],
  async run(context) {
    const directory = context.directory();
    const { open } = await import("../../workspace/index.ts");
    context.speak((await open(directory)).framework.settings.language);
    await serveWorkspace(context, directory, (url) => {
      if (context.json) context.printJson({ url, directory });
      else context.print(running(url, context.language));
    });
    return 0;
  },
};

export function running(url: string, language: Language): string {
  return language === "nl" ? `Helder draait op ${url} (stop met Ctrl+C)` : `Helder runs at ${url} (stop with Ctrl+C)`;
}

/** Serves until the process is told to stop; `started` gets the address. */
export async function serveWorkspace(context: Context, directory: string, started: (url: string) => void): Promise<void> {
  const typed = textOption(context, "port");
  const port = typed === null ? 4747 : Number(typed);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new HelderError("bad-option", { option: "--port", value: typed, hint: "0 … 65535" });
  const { openLocalEngine } = await import("../../engine/index.ts");
  const { serve: listen } = await import("../../server/index.ts");
  const engine = openLocalEngine(directory, { progress: (line) => context.note(line) });
  await engine.warm();
  const serving = await listen({
    engine,
    traced: (trace) => engine.traced(trace),
    host: textOption(context, "host") ?? "127.0.0.1",
    port,
    nextFree: typed === null,
    onSchedule: {
      done: (job, { ok, failure }) =>
        ok || failure === null
          ? context.note(`${job.do} (${job.cron})`)
          : context.complain(`${job.do} (${job.cron}): ${failure[context.language]}`),
    },
  });
  started(serving.url);
  await new Promise<void>((stop) => {
    process.once("SIGINT", () => stop());
    process.once("SIGTERM", () => stop());
  });
  await serving.close();
  await engine.close();
}
