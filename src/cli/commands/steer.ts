import { resolve } from "node:path";
import type { Framework } from "../../framework/index.ts";
import { HelderError } from "../../framework/index.ts";
import type { CommentWritten, SteeringSaid } from "../../engine/index.ts";
import type { Report, ToldWaiting } from "../../report/index.ts";
import { type Command, type Context, textArgument, textOption, type Told } from "../command.ts";
import { atWork } from "../work.ts";

export const steer: Command = {
  name: "steer",
  told: {
    nl: "zegt wat er op wie wacht, of schrijft een stap van een bijsturing op",
    en: "says what waits for whom, or writes down a step",
  },
  arguments: [
    {
      name: "[id]",
      told: {
        nl: "een KPI of CPI (opent zo nodig een bijsturing) of een bijsturing",
        en: "a KPI or CPI (opens a cycle if needed) or a cycle",
      },
    },
  ],
  options: [
    { flags: "--who <id>", told: { nl: "alleen van dit team of deze persoon", en: "only of this team or person" } },
    { flags: "--calendar <file>", told: { nl: "schrijf de dagen als agenda (.ics)", en: "write the days as a calendar (.ics)" } },
    {
      flags: "--comment <text>",
      told: {
        nl: "een opmerking van hoogstens drie zinnen; @id vraagt om antwoord",
        en: "a comment of at most three sentences; @id asks for an answer",
      },
    },
    { flags: "--by <id>", told: { nl: "wie de opmerking maakt", en: "who makes the comment" } },
    { flags: "--cause <text>", told: { nl: "waardoor het komt", en: "what it comes from" } },
    { flags: "--options <text...>", told: { nl: "wat je kunt doen, een tekst per optie", en: "what can be done, a text each" } },
    { flags: "--choose <text>", told: { nl: "wat je gaat doen", en: "what you will do" } },
    { flags: "--experiment <id>", told: { nl: "het experiment dat het test", en: "the experiment that tests it" } },
    {
      flags: "--decide <verdict>",
      told: { nl: "het besluit na de test: start stop continue", en: "the decision after the test: start stop continue" },
      choices: ["start", "stop", "continue"],
    },
    { flags: "--effect <text>", told: { nl: "wat het deed", en: "what it did" } },
    { flags: "--learned <text>", told: { nl: "wat je leerde", en: "what you learned" } },
    { flags: "--close", told: { nl: "sluit de bijsturing vandaag", en: "closes the cycle today" } },
    { flags: "--owner <id>", told: { nl: "wie het doet", en: "who does it" } },
    { flags: "--due <day>", told: { nl: "wanneer de volgende stap klaar is", en: "when the next step is due" } },
  ],
  run: (context) =>
    atWork(context, async ({ engine }) => {
      const noted = await comment(context, engine.directory, await engine.framework());
      const written = await write(context, engine.directory, await engine.framework());
      const { report } = await engine.run({ asOf: context.asOf });
      const framework = await engine.framework();
      const { boardOf, tellWaiting, waitingOf } = await import("../../report/index.ts");
      const who = textOption(context, "who");
      const all = waitingOf(framework, report);
      const waiting =
        written === null ? all.filter((one) => who === null || one.who === who) : all.filter((one) => one.cycle === written.cycle.id);
      const told = tellWaiting(waiting, report, context.language);
      const file = textOption(context, "calendar");
      if (file !== null) await writeCalendar(resolve(file), told, report);
      if (context.json)
        context.printJson({
          waiting: told,
          ...boardOf(framework, report, all),
          ...(written === null ? {} : { written }),
          ...(noted === null ? {} : { comment: noted.comment }),
          ...(file === null ? {} : { file: resolve(file) }),
        });
      else {
        const { steerText } = await import("../../report/index.ts");
        if (noted !== null) context.print(`${ending[context.language]}: ${noted.file}`);
        if (written !== null) context.print(`${ending[context.language]}: ${written.file} (${written.cycle.id})`);
        context.print(steerText(waiting, report, context.language));
      }
      return 0;
    }),
};

const ending: Told = { nl: "Opgeschreven", en: "Written" };

async function writeCalendar(file: string, told: readonly ToldWaiting[], report: Report): Promise<void> {
  const [{ calendarFeed }, { writeFileAtomically }] = await Promise.all([
    import("../../report/index.ts"),
    import("../../workspace/index.ts"),
  ]);
  await writeFileAtomically(file, calendarFeed(told, { name: report.workspace.name, asOf: report.asOf }));
}

/** A comment on the command line goes into the workspace; null where there is none. */
async function comment(context: Context, directory: string, { settings }: Framework): Promise<CommentWritten | null> {
  const [on, text, by] = [textArgument(context, 0), textOption(context, "comment"), textOption(context, "by")];
  if (text === null && by === null) return null;
  const hint = 'helder steer <kpi> --comment "@sales, …" --by marketing';
  if (on === null) throw new HelderError("bad-option", { option: "[id]", value: "", hint });
  if (text === null) throw new HelderError("bad-option", { option: "--comment", value: "", hint });
  if (by === null) throw new HelderError("bad-option", { option: "--by", value: "", hint });
  const [{ commentOn }, { dayInZone }] = await Promise.all([import("../../engine/index.ts"), import("../../calendar/index.ts")]);
  return commentOn(directory, { on, by, text, today: context.asOf ?? dayInZone(Date.now(), settings.timezone) });
}

/** What was said on the command line goes into the workspace; null where nothing was. */
async function write(context: Context, directory: string, { settings }: Framework) {
  const of = textArgument(context, 0);
  const { dayInZone, isDay } = await import("../../calendar/index.ts");
  const today = context.asOf ?? dayInZone(Date.now(), settings.timezone);
  const due = textOption(context, "due");
  if (due !== null && !isDay(due)) throw new HelderError("bad-option", { option: "--due", value: due, hint: "2026-12-31" });
  const options = context.options["options"] as readonly string[] | undefined;
  const said = Object.fromEntries(
    Object.entries({
      cause: textOption(context, "cause"),
      options: options ?? null,
      chosen: textOption(context, "choose"),
      experiment: textOption(context, "experiment"),
      decided: textOption(context, "decide"),
      effect: textOption(context, "effect"),
      learning: textOption(context, "learned"),
      closed: context.options["close"] === true ? today : null,
      owner: textOption(context, "owner"),
      due,
    }).filter(([, value]) => value !== null),
  ) as SteeringSaid;
  if (Object.keys(said).length === 0 && (of === null || textOption(context, "comment") !== null)) return null;
  if (of === null) throw new HelderError("bad-option", { option: "[id]", value: "", hint: "helder steer <kpi> --cause …" });
  const { steerCycle } = await import("../../engine/index.ts");
  return steerCycle(directory, { of, said, today });
}
