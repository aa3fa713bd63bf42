import { useState } from "react";
import type { Step, Story, StoryTable } from "../../../report/index.ts";
import { type Asked, exportAddress } from "../../discover.ts";
import { useLoaded } from "../../say.ts";
import { Scroll, Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./discover.module.css";
import { Picture } from "./picture.tsx";

/** The steps but the last: a sentence, a picture, tables. */
export function Steps({ story, asked, customers }: { story: Story; asked: Asked; customers: number }) {
  const { say } = useLoaded();
  const words = say.words.discover;
  const steps = story.steps.filter(({ id }) => id !== "opportunities");
  return (
    <>
      <nav className={classes["contents"]} aria-label={words.story.contents}>
        <ol>
          {story.steps.map(({ id, title }) => (
            <li key={id}>
              <a href={`#step-${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {steps.map((step) => (
        <div key={step.id} id={`step-${step.id}`} className={classes["step"]}>
          <Section title={step.title}>
            <Told step={step} />
            {step.id === "active" ? <Export asked={asked} customers={customers} /> : null}
          </Section>
        </div>
      ))}
    </>
  );
}

/** So many tables of a step are shown at once; the others open when somebody asks. */
const mostOpen = 3;

function Told({ step: { sentence, picture, missing, tables, folded } }: { step: Step }) {
  return (
    <>
      <p className={classes["sentence"]}>{sentence}</p>
      {picture === null ? missing === null ? null : <p className={section["teach"]}>{missing}</p> : <Picture {...picture} />}
      {tables.map((table, at) =>
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
      )}
      {folded === null ? null : (
        <details className={classes["aside"]}>
          <summary>{folded.sentence}</summary>
          <ul className={classes["doubts"]}>
            {folded.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Table({ table: { name, columns, rows } }: { table: StoryTable }) {
  const { say } = useLoaded();
  return (
    <Scroll label={say.words.discover.story.table(name)}>
      <table className={`${section["plain"]} ${columns.length <= 4 && columns[0]?.kind !== "long" ? section["compact"] : ""}`}>
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

function Export({ asked, customers }: { asked: Asked; customers: number }) {
  const { say } = useLoaded();
  const words = say.words.discover.story;
  const [isPrivate, tell] = useState(false);
  if (customers === 0) return null;
  return (
    <div className={classes["export"]}>
      <h3 className={classes["kind"]}>{words.export}</h3>
      <p className={section["teach"]}>{words.exportText(say.number(customers))}</p>
      <p className={classes["links"]}>
        <a className={section["link"]} href={exportAddress("xlsx", isPrivate, asked, say.language)} download>
          {words.xlsx}
        </a>
        <a className={section["link"]} href={exportAddress("csv", isPrivate, asked, say.language)} download>
          {words.csv}
        </a>
        <label className={classes["check"]}>
          <input type="checkbox" checked={isPrivate} onChange={(event) => tell(event.target.checked)} />
          {words.private}
        </label>
      </p>
    </div>
  );
}
