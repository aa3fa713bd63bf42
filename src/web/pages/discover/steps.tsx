import { useState } from "react";
import type { Step, Story } from "../../../report/index.ts";
import { type Asked, exportAddress } from "../../discover.ts";
import { useLoaded } from "../../say.ts";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./discover.module.css";
import { Picture } from "./picture.tsx";
import { Folded, Tables } from "./tables.tsx";

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

function Told({ step: { sentence, picture, missing, tables, folded } }: { step: Step }) {
  return (
    <>
      <p className={classes["sentence"]}>{sentence}</p>
      {picture === null ? missing === null ? null : <p className={section["teach"]}>{missing}</p> : <Picture {...picture} />}
      <Tables tables={tables} />
      {folded === null ? null : <Folded {...folded} />}
    </>
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
