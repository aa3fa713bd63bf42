import { sliceSentence } from "../../../report/index.ts";
import type { Entry } from "../../report.ts";
import { useLoaded } from "../../say.ts";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./kpi.module.css";

export function Reasons({ entry }: { entry: Entry }) {
  const { say } = useLoaded();
  const told = [...entry.reasons, ...entry.signals];
  const slices = sliceSentence(entry, say.language, say);
  if (told.length === 0 && !entry.problem && slices === null) return null;
  return (
    <Section title={say.words.kpi.reasons}>
      <ul className={classes["reasons"]}>
        {entry.problem ? <li>{entry.problem.sentence}</li> : null}
        {told.map((reason) => (
          <li key={`${reason.code}/${reason.sentence}`}>{reason.sentence}</li>
        ))}
        {slices === null ? null : <li>{slices}</li>}
      </ul>
    </Section>
  );
}

export function Definition({ entry }: { entry: Entry }) {
  const { say } = useLoaded();
  if (entry.definition === null) return null;
  return (
    <Section title={say.words.kpi.definition} aside={entry.n === null ? undefined : say.words.kpi.customers(say.number(entry.n))}>
      {entry.description === null ? null : <p className={classes["definition"]}>{entry.description}</p>}
      {entry.definitionInWords === null ? null : <p className={classes["definition"]}>{sentenceCase(entry.definitionInWords)}</p>}
      <p className={classes["definition"]}>
        <code>{entry.definition}</code>
      </p>
    </Section>
  );
}

function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** What customers said and did: without it a CPI is a guess. */
export function Evidence({ entry }: { entry: Entry }) {
  const { say } = useLoaded();
  const words = say.words.kpi;
  return (
    <Section title={words.evidence} aside={entry.increment === null ? undefined : words.increment(entry.increment)}>
      {entry.evidence.length === 0 ? <p className={section["teach"]}>{words.noEvidence}</p> : null}
      <ul className={classes["evidence"]}>
        {entry.evidence.map((piece) => (
          <li key={`${piece.method}/${piece.on ?? ""}/${piece.quote ?? ""}`}>
            {piece.quote === null ? null : <blockquote>“{piece.quote}”</blockquote>}
            <p className={section["soft"]}>
              {[
                words.method(piece.method),
                piece.situation,
                piece.customers === null ? null : words.evidenceCustomers(piece.customers),
                piece.on === null ? null : say.day(piece.on),
              ]
                .filter((part) => part !== null)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
