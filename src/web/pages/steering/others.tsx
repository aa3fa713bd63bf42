import { Link } from "@tanstack/react-router";
import type { ToldWaiting } from "../../../report/index.ts";
import { useLoaded } from "../../say.ts";
import { Section } from "../../ui/section.tsx";
import classes from "./steering.module.css";

/** What waits outside of cycles, person by person; nobody is named twice. */
export function Others({ waiting }: { waiting: readonly ToldWaiting[] }) {
  const { say } = useLoaded();
  const words = say.words.steering;
  if (waiting.length === 0) return null;
  const people = [...new Set(waiting.map(({ whoName }) => whoName))];
  return (
    <Section title={words.elsewhere}>
      <dl className={classes["others"]}>
        {people.map((who) => (
          <div key={who ?? ""}>
            <dt>{who ?? words.nobody}</dt>
            {waiting
              .filter(({ whoName }) => whoName === who)
              .map((one) => (
                <dd key={one.id}>
                  <Link to="/kpi/$id" params={{ id: one.kpi }}>
                    {one.sentence}
                  </Link>{" "}
                  <span data-overdue={one.overdue}>{words[one.overdue ? "overdue" : "by"](say.day(one.due))}</span>
                </dd>
              ))}
          </div>
        ))}
      </dl>
    </Section>
  );
}
