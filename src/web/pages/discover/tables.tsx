import type { StoryTable } from "../../../report/index.ts";
import { useLoaded } from "../../say.ts";
import { Scroll } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./discover.module.css";

/** So many tables are shown at once; the others open when somebody asks. */
const mostOpen = 3;

/** Tables under each other, the first open. */
export function Tables({ tables }: { tables: readonly StoryTable[] }) {
  return tables.map((table, at) =>
    table.aside || at >= mostOpen ? (
      <details key={table.name} className={classes["aside"]}>
        <summary>{table.name}</summary>
        <Table table={table} />
      </details>
    ) : (
      <div key={table.name}>
        <h3 className={classes["kind"]}>{table.name}</h3>
        <Table table={table} />
      </div>
    ),
  );
}

/** Lines that open when somebody asks. */
export function Folded({ sentence, lines }: { sentence: string; lines: readonly string[] }) {
  return (
    <details className={classes["aside"]}>
      <summary>{sentence}</summary>
      <Lines lines={lines} />
    </details>
  );
}

export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className={classes["doubts"]}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Table({ table: { name, columns, rows } }: { table: StoryTable }) {
  const { say } = useLoaded();
  // A number stands near to what it is about.
  const isLong = columns[0]?.kind === "long";
  const width = isLong && columns.length <= 3 ? classes["sentences"] : !isLong && columns.length <= 4 ? section["compact"] : "";
  return (
    <Scroll label={say.words.discover.story.table(name)}>
      <table className={`${section["plain"]} ${width}`}>
        <thead>
          <tr>
            {columns.map(({ title, kind }) => (
              <th key={title} scope="col" className={kind === "number" ? section["number"] : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={`${at}/${row[0]?.text ?? ""}`}>
              {row.map(({ text }, index) => {
                const { kind, title } = columns[index]!;
                const look = kind === "number" ? section["number"] : kind === "long" ? classes["long"] : undefined;
                return index === 0 ? (
                  <th key={title} scope="row" className={look}>
                    {text}
                  </th>
                ) : (
                  <td key={title} className={look}>
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
