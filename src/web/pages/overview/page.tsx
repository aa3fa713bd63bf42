import { useMemo } from "react";
import { headline } from "../../../report/index.ts";
import { useLoaded } from "../../say.ts";
import { Empty } from "../../ui/empty.tsx";
import { useTitle, WithReport } from "../../ui/page.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import { StatusDot } from "../../ui/status.tsx";
import { Glance, TimeLine } from "../../ui/time-line.tsx";
import { remember } from "../../visit.ts";
import { byPhase } from "./by-phase.ts";
import { Changes } from "./changes.tsx";
import { Faults } from "./faults.tsx";
import { Freshness } from "./freshness.tsx";
import { Findings } from "./findings.tsx";
import { CpiTable, KpiTable } from "./indicator-table.tsx";
import classes from "./overview.module.css";
import { SuperKpi } from "./super-kpi.tsx";
import { Waiting } from "./waiting.tsx";

export function OverviewPage() {
  return (
    <WithReport>
      <Overview />
    </WithReport>
  );
}

function Overview() {
  const loaded = useLoaded();
  const { report, say } = loaded;
  const visit = useMemo(() => remember(report), [report]);
  useTitle(say.words.overview.title);
  const groups = byPhase(report.kpis, loaded.phases, say.words.noPhase);
  if (report.kpis.length === 0) {
    const { empty } = say.words;
    return <Empty title={empty.kpisTitle} text={empty.kpisText} how={empty.kpisHow} code={kpiExample[say.language]} />;
  }
  return (
    <>
      <TimeLine>
        <Glance>
          {groups.map(({ phase, entries }) => (
            <a key={phase.id ?? ""} href={`#phase-${phase.id ?? "none"}`}>
              {phase.name}
              {entries.map((entry) => (
                <StatusDot key={entry.id} status={entry.status} name={entry.name} />
              ))}
            </a>
          ))}
        </Glance>
      </TimeLine>
      <Sentence phrases={headline(report, say.language)} />
      {report.datasets.every((dataset) => dataset.rows === 0) ? <NoData /> : null}
      <Faults />
      <div className={classes["lead"]}>
        <SuperKpi />
        <div className={classes["aside"]}>
          <Changes visit={visit} />
          <Waiting />
        </div>
      </div>
      <KpiTable groups={groups} />
      <CpiTable groups={byPhase(report.cpis, loaded.phases, say.words.noPhase)} />
      <Findings />
      <Freshness />
    </>
  );
}

function NoData() {
  const { empty } = useLoaded().say.words;
  return (
    <div className={classes["noData"]}>
      <h2>{empty.dataTitle}</h2>
      <p>{empty.dataText}</p>
      <pre tabIndex={0}>npx helder load</pre>
      <p>{empty.dataHow}</p>
    </div>
  );
}

const kpiExample = {
  nl: `kpis:
  - id: verkochte-badkamers
    name: Verkochte badkamers
    metric: orders
    direction: up
    target: {value: 250, from: 2026-01-01, to: 2026-03-31, measured: total}
    owner: sales`,
  en: `kpis:
  - id: bathrooms-sold
    name: Bathrooms sold
    metric: orders
    direction: up
    target: {value: 250, from: 2026-01-01, to: 2026-03-31, measured: total}
    owner: sales`,
};
