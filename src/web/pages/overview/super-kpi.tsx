import { Link } from "@tanstack/react-router";
import { useLoaded } from "../../say.ts";
import { IndicatorChart } from "../../ui/chart/indicator-chart.tsx";
import { findingOf } from "../../ui/chart/finding.ts";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import { StatusMark } from "../../ui/status.tsx";
import { wordingOf } from "../../path.ts";
import classes from "./overview.module.css";

export function SuperKpi() {
  const loaded = useLoaded();
  const { report, say } = loaded;
  const words = say.words.overview.super;
  const entry = report.superKpi === null ? undefined : loaded.entries.get(`kpi/${report.superKpi}`);
  if (!entry)
    return (
      <Section title={words.none} aside={say.words.superKpi} className={classes["super"] ?? ""}>
        <p className={section["teach"]}>{words.teach}</p>
      </Section>
    );
  const target = entry.target;
  return (
    <Section
      title={findingOf(entry, say)}
      className={classes["super"] ?? ""}
      aside={
        <>
          <Link className={section["link"]} to="/scenario" search={{ kpi: entry.id }}>
            {say.words.scenario.link}
          </Link>
          <Link className={section["link"]} to="/kpi/$id" params={{ id: entry.id }}>
            {words.open}
          </Link>
        </>
      }
    >
      <div className={classes["big"]}>
        <span className={classes["number"]}>{say.value(entry.value, entry.unit, { round: true })}</span>
        <span className={classes["with"]}>
          <span>
            {entry.name} {target ? say.words.ofTarget(say.value(target.value, entry.unit, { round: true }), wordingOf(entry)) : null}
            <span className={classes["tag"]}>{say.words.superKpi}</span>
          </span>
          <span>
            <StatusMark status={entry.status} />
            {entry.expected === null ? null : ` · ${words.path(say.value(entry.expected, entry.unit, { round: true }))}`}
            {entry.chance === null ? null : ` · ${say.words.chance(say.chance(entry.chance))}`}
          </span>
        </span>
      </div>
      <IndicatorChart entry={entry} height={344} />
    </Section>
  );
}
