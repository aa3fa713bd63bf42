import type { SinceTold } from "../../../report/index.ts";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./discover.module.css";
import { Folded, Lines, Tables } from "./tables.tsx";

/** What changed since an earlier run: facts, opportunities that came and went, and whether actions worked. */
export function Since({ told: { title, sentence, caveat, tables, opportunities, actions } }: { told: SinceTold }) {
  return (
    <div id="since" className={classes["step"]}>
      <Section title={title}>
        <p className={classes["sentence"]}>{sentence}</p>
        {caveat === null ? null : <p className={section["teach"]}>{caveat}</p>}
        <Tables tables={tables} />
        {opportunities.map(({ name, lines }) => (
          <div key={name}>
            <h3 className={classes["kind"]}>{name}</h3>
            <Lines lines={lines} />
          </div>
        ))}
        {actions === null ? null : (
          <>
            <h3 className={classes["kind"]}>{actions.name}</h3>
            {actions.missing === null ? <Lines lines={actions.proven} /> : <p className={section["teach"]}>{actions.missing}</p>}
            {actions.folded === null ? null : <Folded {...actions.folded} />}
          </>
        )}
      </Section>
    </div>
  );
}
