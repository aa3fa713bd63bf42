import { useState } from "react";
import type { Entry } from "../../report.ts";
import { useLoaded } from "../../say.ts";
import { CheckIcon, CloseIcon } from "../../ui/icons.tsx";
import { Section } from "../../ui/section.tsx";
import classes from "./kpi.module.css";

type Letter = keyof Entry["smart"]["letters"];
const letters: readonly Letter[] = ["S", "M", "A", "R", "T"];
const states = { true: "yes", false: "no", null: "unsaid" } as const;

/** The agreement as a spoken sentence, and below it each of the letters S M A R T with its verdict and its reason. */
export function Agreement({ entry }: { entry: Entry }) {
  const { say } = useLoaded();
  const words = say.words.kpi;
  const { sentence, letters: verdicts } = entry.smart;
  const [near, setNear] = useState<Letter | null>(null);
  const right = letters.filter((letter) => verdicts[letter].ok === true).length;
  return (
    <Section title={words.agreement} aside={words.smart.score(right)} className={classes["agreement"] ?? ""}>
      <p className={classes["say"]}>
        {sentence.map(({ text, letter, missing }, index) =>
          letter === null ? (
            text
          ) : (
            <span key={index} className={classes["piece"]} data-missing={missing} data-near={letter === near}>
              {text}
            </span>
          ),
        )}
      </p>
      <ol className={classes["smart"]}>
        {letters.map((letter) => {
          const { ok, reason } = verdicts[letter];
          const state = states[`${ok}`];
          return (
            <li key={letter} data-ok={ok} onPointerEnter={() => setNear(letter)} onPointerLeave={() => setNear(null)}>
              <b aria-hidden="true">{letter}</b>
              <span className={classes["letter"]}>
                {words.smart.letters[letter]}
                <span className={classes["mark"]}>
                  {ok === true ? <CheckIcon /> : ok === false ? <CloseIcon /> : <Ring />}
                  {words.smart[state]}
                </span>
              </span>
              <span className={classes["reason"]}>{reason}</span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

/** Nothing there yet: the ring that no data has too. */
function Ring() {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
