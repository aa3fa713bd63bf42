import type { Entry } from "../../report.ts";
import { person, useLoaded } from "../../say.ts";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./kpi.module.css";

/** What was agreed to do, per status; what fits the present one stands out. */
export function Actions({ entry }: { entry: Entry }) {
  const { report, say } = useLoaded();
  const words = say.words.kpi;
  const { do: verbs, nobody } = say.words.overview.waiting;
  const { statusInSentence } = say.words;
  return (
    <Section title={words.actions}>
      {entry.actions.length === 0 ? <p className={section["teach"]}>{words.noActions}</p> : null}
      <ul className={classes["actions"]}>
        {entry.actions.map((action) => {
          const now = action.when === entry.status;
          const who = action.who ?? entry.owner;
          return (
            <li key={`${action.when ?? ""}/${action.what}`} data-now={now}>
              <b>{verbs[action.do]}</b>
              <span>
                {action.what}
                <span className={section["note"]}>
                  {" "}
                  {[
                    who === null ? nobody : person(report, who),
                    action.when === undefined ? null : words.when(statusInSentence[action.when]),
                  ]
                    .filter((part) => part !== null)
                    .join(" · ")}
                </span>
              </span>
              {now ? <span className={classes["now"]}>{words.now}</span> : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
