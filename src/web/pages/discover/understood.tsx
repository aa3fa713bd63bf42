import type { Understood, UnderstoodColumn } from "../../../report/index.ts";
import type { Corrections } from "../../discover.ts";
import { type Loaded, useLoaded } from "../../say.ts";
import { Choice } from "../../ui/choice.tsx";
import { Scroll, Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./discover.module.css";

/** What was understood of each kind of file, with example values; the reader says where a column is about something else. */
export function UnderstoodFiles({ understood, ...change }: { understood: readonly Understood[] } & Change) {
  const { say } = useLoaded();
  const words = say.words.discover.understood;
  return (
    <Section title={words.title}>
      <p className={section["teach"]}>{words.text}</p>
      {understood.map((kind) => (
        <Kind key={kind.files.map(({ id }) => id).join("/")} kind={kind} {...change} />
      ))}
    </Section>
  );
}

interface Change {
  known: readonly string[];
  roles: Corrections;
  correct: (roles: Corrections) => void;
  chooseSheet: (file: string, sheet: string) => void;
}

function Kind({ kind, known, roles, correct, chooseSheet }: { kind: Understood } & Change) {
  const { say } = useLoaded();
  const words = say.words.discover.understood;
  const span = kind.from === null || kind.to === null ? null : say.fullRange(kind.from, kind.to);
  const parts = [
    ...(kind.encoding === null ? [] : [words.encoding(kind.encoding)]),
    ...(kind.delimiter === null ? [] : [words.delimiter(kind.delimiter === "\t" ? "tab" : kind.delimiter)]),
    ...(kind.decimal === null ? [] : [words.decimal(kind.decimal)]),
  ];
  const names = kind.files.map(({ name }) => name).join(", ");
  const title = words.file(names, say.number(kind.rows), span);
  // Files with the same columns are read as one: what is said of one is said of all of them.
  const said = new Map(kind.files.flatMap(({ id }) => Object.entries(roles[id] ?? {})));
  const taken = new Set(said.values());
  const says = (column: string, role: string | null) => {
    const own = kind.columns.find(({ name }) => name === column)!.role;
    // One column at a time is about one thing: the one of which it was said is not any more.
    const others = [...said].filter(([name, other]) => name !== column && (role === null || other !== role));
    const now = Object.fromEntries(role === own ? others : [...others, [column, role] as const]);
    correct({ ...roles, ...Object.fromEntries(kind.files.map(({ id }) => [id, now])) });
  };
  return (
    <>
      <h3 className={classes["kind"]}>{title}</h3>
      {kind.sheets.map(({ file, read, names: all }) => (
        <p key={file} className={classes["sheet"]}>
          <Choice
            label={words.sheet(kind.files.length === 1 ? null : kind.files.find(({ id }) => id === file)!.name)}
            chosen={read}
            choose={(sheet) => chooseSheet(file, sheet!)}
          >
            {all.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Choice>
        </p>
      ))}
      <p className={classes["soft"]}>
        {parts.length === 0 ? null : words.written(parts.join(", "))}{" "}
        {kind.rejected === 0 ? null : words.rejected(say.number(kind.rejected))}
      </p>
      <Scroll label={title}>
        <table className={`${section["plain"]} ${classes["columns"]}`}>
          <thead>
            <tr>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.example}</th>
              <th scope="col">{words.about}</th>
              <th scope="col">{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {kind.columns.map((column) => (
              <Column
                key={column.name}
                column={column}
                known={known}
                // What was found of a column counts no more where another is said to be that.
                said={said.has(column.name) ? said.get(column.name) : column.role !== null && taken.has(column.role) ? null : undefined}
                isSaid={said.has(column.name)}
                says={says}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
      {kind.doubts.length === 0 ? null : (
        <>
          <h4 className={classes["doubtTitle"]}>{words.doubts}</h4>
          <ul className={classes["doubts"]}>
            {kind.doubts.map(({ column, code, sentence }) => (
              <li key={`${code}/${column ?? ""}`}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Column({
  column: { name, type, example, role, confidence, reason },
  known,
  said,
  isSaid,
  says,
}: {
  column: UnderstoodColumn;
  known: readonly string[];
  /** undefined: what was found counts */
  said: string | null | undefined;
  isSaid: boolean;
  says: (column: string, role: string | null) => void;
}) {
  const { say } = useLoaded();
  const words = say.words.discover.understood;
  const shown = said === undefined ? role : said;
  const why = isSaid
    ? words.said
    : said !== undefined || reason === null || confidence === null
      ? ""
      : words.reason(reason.code, reason.value, say.percent(confidence));
  return (
    <tr>
      <th scope="row" className={classes["column"]}>
        {name}
      </th>
      <td className={classes["example"]}>{example === null ? "–" : shownExample(example, type, say)}</td>
      <td>
        <select
          className={classes["role"]}
          aria-label={words.aboutOf(name)}
          value={shown ?? ""}
          data-used={shown !== null}
          onChange={(event) => says(name, event.target.value === "" ? null : event.target.value)}
        >
          <option value="">{words.nothing}</option>
          {known.map((one) => (
            <option key={one} value={one}>
              {words.roles[one] ?? one}
            </option>
          ))}
        </select>
      </td>
      <td className={classes["soft"]}>{why}</td>
    </tr>
  );
}

/** As the reader writes it: how the file does stands above. Whole numbers may be names of things. */
function shownExample(example: string, type: string, say: Loaded["say"]): string {
  if (type === "date") return say.day(example);
  if (type === "timestamp") return `${say.day(example.slice(0, 10))} ${example.slice(11, 16)}`;
  const decimals = /^-?\d+\.(\d{1,6})$/.exec(example)?.[1]?.length;
  return (type === "decimal" || type === "double") && decimals !== undefined ? say.number(Number(example), decimals) : example;
}
