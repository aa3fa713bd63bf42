import { Tooltip, VisuallyHidden } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { gapOf, wordingOf } from "../../path.ts";
import type { Entry } from "../../report.ts";
import { type Loaded, person, useLoaded } from "../../say.ts";
import { CopyTable } from "../../ui/copy.tsx";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import { Spark } from "../../ui/spark.tsx";
import { statusColour, StatusMark } from "../../ui/status.tsx";
import type { PhaseGroup } from "./by-phase.ts";
import classes from "./table.module.css";

export function KpiTable({ groups }: { groups: readonly PhaseGroup[] }) {
  const { say } = useLoaded();
  const words = say.words.overview.table;
  const counts = groups.map(({ phase, entries }) => ({
    phase: phase.name,
    late: entries.filter((entry) => entry.status === "behind" || entry.status === "missed").length,
    attention: entries.filter((entry) => entry.status === "at-risk").length,
  }));
  const judged = groups.flatMap((group) => group.entries).filter((entry) => !["no-data", "no-target", "immature"].includes(entry.status));
  return (
    <Section title={words.finding(counts, judged.length)} aside={<CopyTable rows={() => cells(groups, say)} />}>
      <IndicatorTable groups={groups} head={words.kpi} />
    </Section>
  );
}

export function CpiTable({ groups }: { groups: readonly PhaseGroup[] }) {
  const { report, say } = useLoaded();
  const words = say.words.overview;
  const late = report.cpis.filter((cpi) => cpi.status === "behind" || cpi.status === "missed").map((cpi) => cpi.name);
  const attention = report.cpis.filter((cpi) => cpi.status === "at-risk").length;
  if (report.cpis.length === 0)
    return (
      <Section title={words.table.cpi}>
        <p className={section["teach"]}>{words.cpis.teach}</p>
      </Section>
    );
  return (
    <Section title={words.cpis.finding(late, attention, report.cpis.length)} aside={<CopyTable rows={() => cells(groups, say)} />}>
      <IndicatorTable groups={groups} head={words.table.cpi} />
      <p className={`${section["note"]} ${classes["foot"]}`}>{words.table.note}</p>
    </Section>
  );
}

function IndicatorTable({ groups, head }: { groups: readonly PhaseGroup[]; head: string }) {
  const { say } = useLoaded();
  const words = say.words.overview.table;
  return (
    <table className={classes["table"]}>
      <thead>
        <tr>
          <th scope="col">{words.phase}</th>
          <th scope="col">{head}</th>
          <th scope="col">{words.status}</th>
          <th scope="col">{words.value}</th>
          <th scope="col">{words.course}</th>
          <th scope="col">{words.chance}</th>
          <th scope="col">{words.owner}</th>
        </tr>
      </thead>
      {groups.map(({ phase, entries }) => (
        <tbody key={phase.id ?? ""} id={entries[0]?.kind === "kpi" ? `phase-${phase.id ?? "none"}` : undefined}>
          {entries.map((entry, index) => (
            <tr key={entry.id} className={entry.status === "behind" || entry.status === "missed" ? classes["late"] : undefined}>
              {index === 0 ? (
                <th scope="rowgroup" rowSpan={entries.length} className={classes["phase"]}>
                  <b>{phase.name}</b>
                  {phase.aim === null ? null : <span className={section["note"]}>{phase.aim}</span>}
                </th>
              ) : null}
              <Row entry={entry} />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ entry }: { entry: Entry }) {
  const { report, say } = useLoaded();
  const isSuper = entry.kind === "kpi" && entry.id === report.superKpi;
  return (
    <>
      <th scope="row" className={classes["name"]}>
        <Link to="/kpi/$id" params={{ id: entry.id }}>
          {entry.name}
        </Link>
        {isSuper ? (
          <>
            {" "}
            <span className={classes["tag"]}>{say.words.superKpi}</span>
          </>
        ) : null}
        {entry.outcome === null ? null : <span className={classes["quote"]}>“{entry.outcome}”</span>}
      </th>
      <td className={classes["state"]}>
        <StatusMark status={entry.status} />
      </td>
      <td className={classes["value"]}>
        <b>{say.value(entry.value, entry.unit, { round: true })}</b>{" "}
        {entry.target ? (
          <span>{say.words.ofTarget(say.value(entry.target.value, entry.unit, { round: true }), wordingOf(entry))}</span>
        ) : null}
        <span className={classes["gap"]}>{gapText(entry, say)}</span>
      </td>
      <td className={classes["spark"]}>
        <Spark entry={entry} />
      </td>
      <td className={classes["chance"]}>
        <Chance entry={entry} />
      </td>
      <td className={classes["owner"]}>{entry.owner === null ? say.words.none : person(report, entry.owner)}</td>
    </>
  );
}

function gapText(entry: Entry, say: Loaded["say"]): string {
  if (entry.problem) return entry.problem.sentence;
  const gap = gapOf(entry);
  if (!gap || entry.status === "achieved" || entry.status === "missed") return "";
  const size = say.gap(gap.difference, entry.unit, { round: true });
  if (!/[1-9]/.test(size)) return say.words.onPath;
  return gap.above ? say.words.abovePath(size) : say.words.belowPath(size);
}

function Chance({ entry }: { entry: Entry }) {
  const { say } = useLoaded();
  if (entry.chance === null)
    return (
      <Tooltip label={say.words.noChance} multiline w={280} openDelay={150}>
        <span tabIndex={0} className={classes["unknown"]}>
          <span aria-hidden="true">{say.words.none}</span>
          <VisuallyHidden>{say.words.noChance}</VisuallyHidden>
        </span>
      </Tooltip>
    );
  return (
    <span className={classes["meter"]} style={statusColour(entry.status)}>
      <b>{say.chance(entry.chance)}</b>
      <i aria-hidden="true">
        <i style={{ width: `${100 * entry.chance}%` }} />
      </i>
    </span>
  );
}

function cells(groups: readonly PhaseGroup[], say: Loaded["say"]): readonly (readonly string[])[] {
  const words = say.words.overview.table;
  const head = [words.phase, words.kpi, words.status, say.words.kpi.value, say.words.target, words.chance, words.owner];
  return [
    head,
    ...groups.flatMap(({ phase, entries }) =>
      entries.map((entry) => [
        phase.name,
        entry.name,
        say.words.status[entry.status],
        say.value(entry.value, entry.unit),
        entry.target ? say.value(entry.target.value, entry.unit) : "",
        entry.chance === null ? "" : say.chance(entry.chance),
        entry.owner ?? "",
      ]),
    ),
  ];
}
