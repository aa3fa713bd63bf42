import { Link } from "@tanstack/react-router";
import { kindOf } from "../../path.ts";
import { type Loaded, useLoaded } from "../../say.ts";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import { StatusGlyph } from "../../ui/status.tsx";
import { type Change, changesSince, type Visit } from "../../visit.ts";
import classes from "./overview.module.css";

export function Changes({ visit }: { visit: Visit | null }) {
  const { report, say } = useLoaded();
  const words = say.words.overview.since;
  const changes = visit === null ? [] : changesSince(visit, report);
  return (
    <Section title={words.title} aside={visit === null ? undefined : say.day(visit.day)}>
      {visit === null ? (
        <p className={section["teach"]}>{words.first}</p>
      ) : changes.length === 0 ? (
        <p className={section["teach"]}>{words.nothing(say.day(visit.day))}</p>
      ) : (
        <ul className={classes["list"]}>
          {changes.map((change) => (
            <li key={`${change.entry.kind}/${change.entry.id}`}>
              <StatusGlyph status={change.entry.status} />
              <p>
                <Link className={classes["name"]} to="/kpi/$id" params={{ id: change.entry.id }}>
                  {change.entry.name}
                </Link>{" "}
                {told(change, say)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function told({ entry, before }: Change, say: Loaded["say"]): string {
  const words = say.words.overview.since;
  const { statusInSentence } = say.words;
  if (before === null) return words.fresh;
  const target = entry.target && say.value(entry.target.value, entry.unit, { round: kindOf(entry) === "total" });
  if (entry.status === "achieved" && target) return words.achieved(target);
  if (entry.status === "missed" && target) return words.missed(target);
  if (entry.status === "on-track" && (before === "at-risk" || before === "behind")) return words.back;
  return words.changed(statusInSentence[before], statusInSentence[entry.status]);
}
