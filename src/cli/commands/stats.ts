import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { HelderError, type Language } from "../../framework/index.ts";
import { type Command, textArgument, type Told } from "../command.ts";
import { columnInput, columnOptions, hasColumns } from "./stats-columns.ts";
import { hasTransactions, lifetimeOf, lifetimeOptions } from "./stats-lifetime.ts";

export const stats: Command = {
  name: "stats",
  told: { nl: "rekent een statistische methode uit op JSON of CSV", en: "computes a statistical method on JSON or CSV" },
  arguments: [
    { name: "<method>", told: { nl: "de methode, bijvoorbeeld experiment", en: "the method, for instance experiment" } },
    {
      name: "[file]",
      told: {
        nl: "JSON-bestand, of - voor stdin; CSV met --column; voor lifetime transacties",
        en: "JSON file, or - for stdin; CSV with --column; for lifetime transactions",
      },
    },
  ],
  options: [...lifetimeOptions, ...columnOptions],
  async run(context) {
    const { ask, methodNamed } = await import("../../statistics/index.ts");
    const method = methodNamed(textArgument(context, 0)!);
    const input = hasTransactions(context)
      ? null
      : hasColumns(context)
        ? await columnInput(context, method.name)
        : await jsonOf(textArgument(context, 1) ?? "-");
    const answer = hasTransactions(context)
      ? await lifetimeOf(context)
      : Array.isArray(input)
        ? input.map((one) => {
            try {
              return ask(method, one);
            } catch (problem) {
              if (!(problem instanceof HelderError)) throw problem;
              return { error: { code: problem.code, message: problem.sentence(context.language) } };
            }
          })
        : ask(method, input);
    if (context.json) context.printJson(answer);
    else {
      const { inert } = await import("../../report/index.ts");
      const lines = [...linesOf(answer, "", context.language)];
      const width = Math.max(0, ...lines.map(({ at }) => at.length));
      context.print(lines.map(({ at, value }) => inert(`${at.padEnd(width)}  ${value}`)).join("\n"));
    }
    return 0;
  },
};

async function jsonOf(file: string): Promise<unknown> {
  const content = file === "-" ? await text(process.stdin) : await textOf(file);
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ""));
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem);
    throw new HelderError("bad-input", {
      reason: `it is not JSON (${reason})`,
      "reason-nl": `het is geen JSON (${reason})`,
    });
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === "ENOENT") throw new HelderError("not-found", { what: file });
    const reason = problem instanceof Error ? problem.message : String(problem);
    throw new HelderError("bad-input", {
      reason: `${file} cannot be read (${reason})`,
      "reason-nl": `${file} is niet te lezen (${reason})`,
    });
  }
}

/** Every value with the path to it; a list of plain values is one line, and so is a sentence that is there in both languages. */
function* linesOf(value: unknown, at: string, language: Language): Generator<{ readonly at: string; readonly value: string }> {
  if (Array.isArray(value) && value.some((item) => typeof item === "object" && item !== null)) {
    for (const [index, item] of value.entries()) yield* linesOf(item, `${at}[${index}]`, language);
  } else if (Array.isArray(value)) yield { at, value: value.map(plain).join(", ") };
  else if (isTold(value)) yield { at, value: value[language] };
  else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* linesOf(item, at === "" ? key : `${at}.${key}`, language);
  } else yield { at, value: plain(value) };
}

function isTold(value: unknown): value is Told {
  return typeof value === "object" && value !== null && Object.keys(value).toSorted().join() === "en,nl";
}

function plain(value: unknown): string {
  if (value === null) return "–";
  if (typeof value === "number") return String(Number(value.toPrecision(6)));
  return typeof value === "string" ? value : JSON.stringify(value);
}
