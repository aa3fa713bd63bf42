import { Link } from "@tanstack/react-router";
import { useLoaded } from "../../say.ts";
import { Section } from "../../ui/section.tsx";
import classes from "./customer.module.css";

/** Two that move against each other, one at the cost of the other perhaps. */
export function Conflicts() {
  const { report, entries, say } = useLoaded();
  const { conflicts } = report;
  if (conflicts.length === 0) return null;
  return (
    <Section title={say.words.customer.conflicts(conflicts.length)}>
      <ul className={classes["conflicts"]}>
        {conflicts.map(({ code, kpi, cpi, sentence }) => (
          <li key={`${code}/${kpi}/${cpi}`}>
            <p>{sentence}</p>
            <p>
              {[`kpi/${kpi}`, `cpi/${cpi}`].map((key) => {
                const entry = entries.get(key);
                return entry === undefined ? null : (
                  <Link key={key} to="/kpi/$id" params={{ id: entry.id }} className={classes["link"]}>
                    {entry.name}
                  </Link>
                );
              })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
