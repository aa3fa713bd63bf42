import { type Addition, doubtSentence } from "../engine/index.ts";
import type { Language } from "../framework/index.ts";
import { formats } from "../locale/index.ts";

/** Proposed datasets as `helder add --json` gives them. */
export function additionsJson(additions: readonly Addition[], language: Language): readonly object[] {
  return additions.map(({ id, file, change, format, roles, columns, rows, rejected, key, time, customer, from, to, doubts }) => ({
    id,
    file,
    change,
    format,
    key,
    time,
    customer,
    roles: Object.fromEntries([...roles].map(([column, { role }]) => [column, role])),
    reasons: Object.fromEntries([...roles].map(([column, { confidence, reason }]) => [column, { confidence, ...reason }])),
    columns,
    rows,
    rejected,
    from,
    to,
    doubts: doubts.map((doubt) => ({ column: doubt.column, code: doubt.code, sentence: doubtSentence(doubt, language) })),
  }));
}

const words = {
  nl: {
    new: "nieuw",
    widened: "leest er bestanden bij",
    known: "leest dit al",
    rows: "rijen",
    key: "sleutel",
    time: "tijd",
    customer: "klant",
    format: "schrijfwijze",
    check: "Kijk na",
  },
  en: {
    new: "new",
    widened: "reads more files",
    known: "reads this already",
    rows: "rows",
    key: "key",
    time: "time",
    customer: "customer",
    format: "format",
    check: "Check",
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;

/** What was understood of the files, for a person: each column with its type, its role and an example. */
export function additionsText(additions: readonly Addition[], language: Language): string {
  return additions.map((addition) => textOf(addition, language)).join("\n");
}

function textOf(
  { id, file, change, format, key, time, customer, roles, columns, rows, from, to, doubts }: Addition,
  language: Language,
): string {
  const word = words[language];
  const shape = formats(language);
  const span = from !== null && to !== null ? `, ${shape.day(from)} – ${shape.day(to)}` : "";
  const named = [
    [word.key, key],
    [word.time, time],
    [word.customer, customer],
    [
      word.format,
      Object.entries(format)
        .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
        .join(", "),
    ],
  ].flatMap(([name, value]) => (value ? [`  ${name!}: ${shown(value, 100)}`] : []));
  const width = Math.min(32, Math.max(...columns.map(({ name }) => shown(name, 32).length), 0));
  const lines = columns.map(({ name, type, example }) => {
    const role = roles.get(name)?.role ?? "";
    return `    ${shown(name, 32).padEnd(width)}  ${type.padEnd(9)}  ${role.padEnd(9)}  ${example === null ? "–" : shown(example, 30)}`.trimEnd();
  });
  const asked = doubts.map((doubt) => `    ? ${shown(doubtSentence(doubt, language), 300)}`);
  return [
    `${id}  ←  ${shown(file, 80)}  (${word[change]}; ${shape.number(rows)} ${word.rows}${span})`,
    ...named,
    ...lines,
    ...(asked.length > 0 ? [`  ${word.check}:`, ...asked] : []),
    "",
  ].join("\n");
}

/** A text out of a file, on one line and no longer than this: it must not move the cursor of whoever reads it. */
function shown(text: string, most: number): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
