import { Link } from "@tanstack/react-router";
import type { Entry } from "../../report.ts";
import { person, useLoaded } from "../../say.ts";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./overview.module.css";

const order = ["missed", "behind", "at-risk", "on-track", "achieved"];

/**
 * What was agreed to start or stop at the status that now holds, worst first; and who has nothing agreed for a status that asks for it.
 * To go on as before waits for nobody.
 */
export function Waiting() {
  const { report, say } = useLoaded();
  const words = say.words.overview.waiting;
  const entries = [...report.kpis, ...report.cpis].toSorted((a, b) => rank(a) - rank(b));
  const waiting = entries.flatMap((entry) =>
    entry.actions.filter((action) => action.when === entry.status && action.do !== "continue").map((action) => ({ entry, action })),
  );
  const bare = entries.filter(
    (entry) => (entry.status === "behind" || entry.status === "missed") && !entry.actions.some((action) => action.when === entry.status),
  );
  return (
    <Section title={words.title}>
      {waiting.length === 0 && bare.length === 0 ? <p className={section["teach"]}>{words.nothing}</p> : null}
      <ul className={classes["list"]}>
        {waiting.map(({ entry, action }) => {
          const who = action.who ?? entry.owner;
          return (
            <li key={`${entry.kind}/${entry.id}/${action.what}`} className={classes["who"]}>
              <p>
                <b>{who === null ? words.nobody : person(report, who)}</b> <span className={classes["do"]}>{words.do[action.do]}</span>{" "}
                {action.what}{" "}
                <Link className={classes["by"]} to="/kpi/$id" params={{ id: entry.id }}>
                  {words.by(entry.name)}
                </Link>
              </p>
            </li>
          );
        })}
        {bare.map((entry) => (
          <li key={`${entry.kind}/${entry.id}`} className={classes["who"]}>
            <p>
              <b>{entry.owner === null ? words.nobody : person(report, entry.owner)}</b>{" "}
              <Link className={classes["by"]} to="/kpi/$id" params={{ id: entry.id }}>
                {words.noAction(entry.name, say.words.statusInSentence[entry.status])}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function rank(entry: Entry): number {
  const place = order.indexOf(entry.status);
  return place === -1 ? order.length : place;
}
