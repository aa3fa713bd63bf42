import type { DigestResult } from "../../engine/index.ts";
import type { Command, Context } from "../command.ts";
import { atWork } from "../work.ts";

export const alert: Command = {
  name: "alert",
  told: { nl: "zegt wat er gemeld zou worden, of meldt het", en: "says what would be told, or tells it" },
  arguments: [],
  options: [
    {
      flags: "--digest",
      told: { nl: "hoe alles ervoor staat, voor wie een digest vroeg", en: "how all stands, for those who asked for a digest" },
    },
    { flags: "--send", told: { nl: "verstuur het aan wie er in alerts staat", en: "send it to those named in alerts" } },
  ],
  run: (context) =>
    atWork(context, async ({ engine, framework }) => {
      const { report } = await engine.run({ asOf: context.asOf });
      const [{ alert: tell, digest }, { inert, tellWaiting, toJson, waitingOf }, { checkWords }] = await Promise.all([
        import("../../engine/index.ts"),
        import("../../report/index.ts"),
        import("../../check/index.ts"),
      ]);
      const send = context.options["send"] === true;
      const request = {
        directory: engine.directory,
        framework,
        report: toJson(report, context.language, checkWords),
        language: context.language,
        send,
        environment: process.env,
        now: Math.floor(Date.now() / 1000),
      };
      if (context.options["digest"] === true) {
        const waiting = tellWaiting(waitingOf(framework, report), report, context.language);
        return printDigests(context, await digest({ ...request, waiting, to: null }), send);
      }
      const result = await tell(request);
      if (context.json) context.printJson(result);
      else {
        const say = words[context.language];
        const lines = result.messages.flatMap(({ title, text, to }) => [
          title,
          `  ${text}`,
          `  → ${to.length === 0 ? say.nobody : to.join(", ")}`,
        ]);
        const failed = result.failed.map(({ to, sentence }) => `${say.failed} ${to}: ${sentence}`);
        const closing = lines.length === 0 ? [say.nothing] : send ? [say.sent(result.sent.length)] : [say.would];
        context.print([...lines, ...failed, ...closing].map(inert).join("\n"));
      }
      return send && result.failed.length > 0 ? 2 : 0;
    }),
};

async function printDigests(context: Context, result: DigestResult, send: boolean): Promise<number> {
  const { inert } = await import("../../report/index.ts");
  const say = words[context.language];
  if (context.json) context.printJson(result);
  else {
    const letters = result.digests.flatMap(({ to, subject, text }) => [`→ ${to}`, subject, "", ...text.trimEnd().split("\n"), ""]);
    const failed = result.failed.map(({ to, sentence }) => `${say.failed} ${to}: ${sentence}`);
    const closing = letters.length === 0 ? say.noDigest : send ? say.sent(result.sent.length) : say.would;
    context.print([...letters, ...failed, closing].map(inert).join("\n"));
  }
  return send && result.failed.length > 0 ? 2 : 0;
}

const words = {
  nl: {
    nobody: "niemand; zet in de werkmap onder alerts wie het wil weten",
    failed: "Niet aangekomen bij",
    nothing: "Er is niets nieuws te melden.",
    noDigest: "Niemand krijgt nu een digest. Zet in de werkmap onder alerts {to: …, digest: weekly}; een dag wordt één keer verteld.",
    would: "Er is niets verstuurd. Versturen doe je met --send.",
    sent: (count: number) => `Verstuurd aan ${count}.`,
  },
  en: {
    nobody: "nobody; say under alerts in the workspace who wants to know",
    failed: "Did not reach",
    nothing: "There is nothing new to tell.",
    noDigest: "Nobody gets a digest now. Put {to: …, digest: weekly} under alerts in the workspace; a day is told once.",
    would: "Nothing was sent. Send it with --send.",
    sent: (count: number) => `Sent to ${count}.`,
  },
} as const;
