import { Link } from "@tanstack/react-router";
import { useLoaded } from "../../say.ts";
import { useSteering } from "../../steering.ts";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./overview.module.css";

/** As many as a glance takes; the rest stands on the page of steering. */
const most = 4;

/** What waits for whom, the first due first: each person once, with what is asked of them. */
export function Waiting() {
  const { say } = useLoaded();
  const { data, error } = useSteering(say.language);
  const words = say.words.steering;
  const all = data?.waiting ?? [];
  const shown = all.slice(0, most);
  const people = [...new Set(shown.map(({ whoName }) => whoName))];
  return (
    <Section title={say.words.overview.waiting.title}>
      {error !== null && data === undefined ? <p className={section["teach"]}>{words.overview.failed}</p> : null}
      {data !== undefined && all.length === 0 ? <p className={section["teach"]}>{words.overview.nothing}</p> : null}
      <ul className={classes["list"]}>
        {people.map((who) => (
          <li key={who ?? ""} className={classes["who"]}>
            <b>{who ?? words.nobody}</b>
            {shown
              .filter(({ whoName }) => whoName === who)
              .map((one) => (
                <p key={one.id}>
                  {one.kind === "open" || one.cycle !== null ? (
                    <Link className={classes["by"]} to="/steering" search={one.cycle === null ? { kpi: one.kpi } : { cycle: one.cycle }}>
                      {one.sentence}
                    </Link>
                  ) : (
                    <Link className={classes["by"]} to="/kpi/$id" params={{ id: one.kpi }}>
                      {one.sentence}
                    </Link>
                  )}{" "}
                  <span className={section["note"]}>{words[one.overdue ? "overdue" : "by"](say.day(one.due))}</span>
                  {one.options[0] === undefined ? null : (
                    <span className={classes["promising"]}>
                      {words.overview.first}: {one.options[0].what}
                    </span>
                  )}
                </p>
              ))}
          </li>
        ))}
      </ul>
      {data === undefined ? null : (
        <p>
          <Link className={section["link"]} to="/steering">
            {words.overview.all(all.length - shown.length)}
          </Link>
        </p>
      )}
    </Section>
  );
}
