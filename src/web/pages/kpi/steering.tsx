import { Link } from "@tanstack/react-router";
import type { Entry } from "../../report.ts";
import { useLoaded } from "../../say.ts";
import { useSteering } from "../../steering.ts";
import button from "../../ui/button.module.css";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import { Comments } from "./comments.tsx";
import { Checkin } from "./checkin.tsx";
import classes from "./steering.module.css";

/** The cycle that runs for this indicator, what earlier ones taught, and where people keep the number themselves, the place to type it. */
export function SteeringOf({ entry }: { entry: Entry }) {
  const { say } = useLoaded();
  const { data } = useSteering(say.language);
  const words = say.words.steering;
  if (data === undefined) return null;
  const own = data.cycles.filter(({ kpi }) => kpi === entry.id);
  const open = own.filter(({ closed }) => closed === null);
  const past = own.filter(({ closed, learning }) => closed !== null && learning !== null);
  return (
    <>
      {data.noted.includes(entry.id) ? <Checkin key={entry.id} entry={entry} /> : null}
      <Section title={words.onKpi.title}>
        {open.length === 0 ? <p className={section["teach"]}>{words.onKpi.none}</p> : null}
        {open.map((cycle) => {
          const waiting = data.waiting.find(({ id }) => id === cycle.waiting);
          return (
            <div key={cycle.id} className={classes["cycle"]}>
              <p>
                <b>{words.states[cycle.state].name}</b> {waiting?.sentence ?? words.states[cycle.state].asks}{" "}
                {waiting === undefined ? null : (
                  <span className={section["note"]}>{words[waiting.overdue ? "overdue" : "by"](say.day(waiting.due))}</span>
                )}
              </p>
              {cycle.cause === null ? null : <p className={section["soft"]}>{cycle.cause}</p>}
              <Link className={section["link"]} to="/steering" search={{ cycle: cycle.id }}>
                {words.onKpi.goOn}
              </Link>
            </div>
          );
        })}
        {past.map((cycle) => (
          <p key={cycle.id} className={classes["past"]}>
            <span className={section["note"]}>
              {words.onKpi.past}
              {cycle.closed === null ? null : `, ${say.day(cycle.closed)}`}
            </span>{" "}
            <Link to="/steering" search={{ cycle: cycle.id }}>
              {cycle.learning}
            </Link>
          </p>
        ))}
        {open.length > 0 ? null : (
          <p className={classes["open"]}>
            <Link className={button["button"]} to="/steering" search={{ kpi: entry.id }}>
              {words.onKpi.open}
            </Link>
          </p>
        )}
      </Section>
      <Comments key={`said/${entry.id}`} entry={entry} steering={data} />
    </>
  );
}
