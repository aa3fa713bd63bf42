import type { Understood, UnderstoodColumn } from "../../../report/index.ts";
import type { Corrections } from "../../discover.ts";
import { useLoaded } from "../../say.ts";
import { Scroll, Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./discover.module.css";

/** What was understood of each kind of file, with example values; the reader says where a column is about something else. */
export function UnderstoodFiles({
  understood,
  known,
  roles,
  correct,
}: {
  understood: readonly Understood[];
  known: readonly string[];
  roles: Corrections;
  correct: (roles: Corrections) => void;
}) {
  const { say } = useLoaded();
  const words = say.words.discover.understood;
  return (
    <Section title={words.title}>
      <p className={section["teach"]}>{words.text}</p>
      {understood.map((kind) => (
        <Kind key={kind.files.join("/")} kind={kind} known={known} roles={roles} correct={correct} />
      ))}
    </Section>
  );
}

function Kind({
  kind,
  known,
  roles,
  correct,
}: {
  kind: Understood;
  known: readonly string[];
  roles: Corrections;
  correct: (roles: Corrections) => void;
}) {
  const { say } = useLoaded();
  const words = say.words.discover.understood;
  const span = kind.from === null || kind.to === null ? null : say.fullRange(kind.from, kind.to);
  const parts = [
    ...(kind.encoding === null ? [] : [words.encoding(kind.encoding)]),
    ...(kind.delimiter === null ? [] : [words.delimiter(kind.delimiter === "\t" ? "tab" : kind.delimiter)]),
    ...(kind.decimal === null ? [] : [words.decimal(kind.decimal)]),
  ];
  const title = words.file(kind.files.join(", "), say.number(kind.rows), span);
  const says = (column: string, role: string | null) => {
    const own = kind.columns.find(({ name }) => name === column)!.role;
    const { [column]: _before, ...others } = roles;
    // One column at a time is about one thing: the one that was found for it is not any more.
    correct(role === own ? others : { ...others, [column]: role });
  };
  return (
    <>
      <h3 className={classes["kind"]}>{title}</h3>
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
              <Column key={column.name} column={column} known={known} said={roles[column.name]} says={says} />
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
  says,
}: {
  column: UnderstoodColumn;
  known: readonly string[];
  said: string | null | undefined;
  says: (column: string, role: string | null) => void;
}) {
  const { say } = useLoaded();
  const words = say.words.discover.understood;
  const shown = said === undefined ? role : said;
  const why =
    said !== undefined
      ? words.said
      : reason === null || confidence === null
        ? ""
        : words.reason(reason.code, reason.value, say.percent(confidence));
  return (
    <tr>
      <th scope="row" className={classes["column"]}>
        {name}
      </th>
      <td className={classes["example"]}>{example === null ? "–" : type === "date" ? say.day(example) : example}</td>
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
