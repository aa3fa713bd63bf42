import { getRouteApi, Link } from "@tanstack/react-router";
import { gapOf, kindOf, wordingOf } from "../../path.ts";
import type { Entry } from "../../report.ts";
import { person, useLoaded } from "../../say.ts";
import { HomeButton } from "../../ui/button.tsx";
import { findingOf } from "../../ui/chart/finding.ts";
import { IndicatorChart } from "../../ui/chart/indicator-chart.tsx";
import { useTitle, WithReport } from "../../ui/page.tsx";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import { Sentence } from "../../ui/sentence.tsx";
import state from "../../ui/state.module.css";
import { StatusMark } from "../../ui/status.tsx";
import { newestDay } from "../../ui/time-line.tsx";
import { Actions } from "./actions.tsx";
import { Agreement } from "./agreement.tsx";
import { Definition, Evidence, Reasons } from "./background.tsx";
import classes from "./kpi.module.css";
import { SteeringOf } from "./steering.tsx";
import { Values } from "./values.tsx";
import { Why } from "./why.tsx";

const route = getRouteApi("/kpi/$id");

export function KpiPage() {
  return (
    <WithReport>
      <Indicator />
    </WithReport>
  );
}

function Indicator() {
  const { id } = route.useParams();
  const { entries, say } = useLoaded();
  const entry = entries.get(`kpi/${id}`) ?? entries.get(`cpi/${id}`);
  useTitle(entry?.name ?? say.words.kpi.unknownTitle);
  if (entry) return <Known entry={entry} />;
  return (
    <div className={state["state"]}>
      <h1 className={state["title"]}>{say.words.kpi.unknownTitle}</h1>
      <p className={state["text"]}>{say.words.kpi.unknownText(id)}</p>
      <p>
        <HomeButton>{say.words.notFound.back}</HomeButton>
      </p>
    </div>
  );
}

function Known({ entry }: { entry: Entry }) {
  const { report, say } = useLoaded();
  const words = say.words.kpi;
  const value = (amount: number | null) => (amount === null ? null : say.value(amount, entry.unit, { round: true }));
  const kind = kindOf(entry);
  const from = entry.target?.from ?? null;
  return (
    <>
      <Trail entry={entry} />
      <Sentence
        phrases={words.sentence({
          name: entry.name,
          status: entry.status,
          value: value(entry.value),
          target: entry.target && value(entry.target.value),
          expected: gapOf(entry) && entry.expected !== entry.target?.value ? value(entry.expected) : null,
          kind: wordingOf(entry),
          chance: entry.chance === null ? null : say.chance(entry.chance),
          lower: entry.direction === "down",
        })}
      />
      {entry.outcome === null ? null : <p className={classes["outcome"]}>“{entry.outcome}”</p>}
      <Facts entry={entry} />
      <div className={classes["two"]}>
        <div className={classes["stack"]}>
          <Section
            title={findingOf(entry, say)}
            aside={kind === "total" && from !== null ? words.summed(say.day(from)) : say.words.per[entry.seriesGrain]}
            className={classes["picture"] ?? ""}
          >
            {entry.series.length === 0 && entry.progress.length === 0 ? (
              <p className={classes["problem"]}>{entry.problem?.sentence ?? say.words.empty.dataText}</p>
            ) : (
              <>
                <IndicatorChart entry={entry} height={400} />
                <p className={classes["whatIf"]}>
                  <Link className={section["link"]} to="/scenario" search={{ kpi: entry.id }}>
                    {say.words.scenario.link}
                  </Link>
                </p>
              </>
            )}
          </Section>
          <Reasons entry={entry} />
          <Why key={entry.id} entry={entry} />
          <Actions entry={entry} />
          <SteeringOf entry={entry} />
          {entry.kind === "cpi" ? <Evidence entry={entry} /> : null}
          <Definition entry={entry} />
        </div>
        <div className={classes["stack"]}>
          <Agreement entry={entry} />
          <Values entry={entry} asOf={report.asOf} />
        </div>
      </div>
    </>
  );
}

function Trail({ entry }: { entry: Entry }) {
  const { report, phases, say } = useLoaded();
  const phase = phases.find((one) => one.id === entry.phase);
  const node = report.tree.nodes.find((one) => one.entity === entry.measures && one.layer !== "kpi" && one.layer !== "cpi");
  const newest = newestDay(report);
  return (
    <div className={classes["trail"]}>
      <nav aria-label={say.words.nav.trail}>
        <Link to="/">{say.words.nav.overview}</Link>
        {phase ? (
          <Link to="/" hash={`phase-${phase.id ?? "none"}`}>
            {phase.name}
          </Link>
        ) : null}
        {node ? (
          <Link to="/tree" search={{ node: node.id }}>
            {node.name}
          </Link>
        ) : null}
        <span aria-current="page">{entry.name}</span>
      </nav>
      <span>{newest === null ? say.words.time.noData : say.words.time.dataThrough(say.weekday(newest))}</span>
    </div>
  );
}

function Facts({ entry }: { entry: Entry }) {
  const { report, say } = useLoaded();
  const words = say.words.kpi;
  return (
    <p className={classes["facts"]}>
      <StatusMark status={entry.status} />
      {entry.owner === null ? null : (
        <span>
          {words.owner} <b>{person(report, entry.owner)}</b>
        </span>
      )}
      {entry.side === null ? null : <span>{words[entry.side]}</span>}
      {entry.timing === null ? null : <span>{words[entry.timing]}</span>}
      {entry.guardrails.length === 0 ? null : (
        <span className={classes["guardrails"]}>
          {words.guardrail}:
          {entry.guardrails.map((guardrail) => (
            <span key={guardrail.id} className={classes["guardrail"]}>
              <b>{guardrail.name}</b>
              {guardrail.value === null ? null : <b>{say.value(guardrail.value, guardrail.unit)}</b>}
              {guardrail.status === null ? null : <StatusMark status={guardrail.status} />}
            </span>
          ))}
        </span>
      )}
    </p>
  );
}
