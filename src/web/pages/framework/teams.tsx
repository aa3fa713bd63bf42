import { Link } from "@tanstack/react-router";
import type { ReportJson } from "../../../report/index.ts";
import { person, useLoaded } from "../../say.ts";
import { Scroll, Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./framework.module.css";

type Contribution = ReportJson["contributions"][number];
type Line = ReportJson["scorecards"][number]["lines"][number];

/** Per team how it reaches the super-KPI, and what it is judged by. */
export function Teams() {
  const { report, entries, say } = useLoaded();
  const words = say.words.framework.teams;
  const { contributions, scorecards, superKpi } = report;
  if (contributions.length === 0) return null;
  const without = contributions.filter(({ path }) => path === null).map(({ team }) => person(report, team));
  const title = words.title(without, contributions.length, superKpi === null ? null : (entries.get(`kpi/${superKpi}`)?.name ?? superKpi));
  return (
    <Section title={title}>
      <Scroll label={title}>
        <table className={`${section["plain"]} ${classes["teams"]}`}>
          <thead>
            <tr>
              <th scope="col">{words.team}</th>
              <th scope="col">{words.path}</th>
              <th scope="col">{words.weights}</th>
            </tr>
          </thead>
          <tbody>
            {contributions.map((one) => (
              <tr key={one.team}>
                <th scope="row" className={section["strong"]}>
                  {person(report, one.team)}
                </th>
                <td>
                  <Way contribution={one} />
                </td>
                <td>
                  <Weights lines={scorecards.find(({ team }) => team === one.team)?.lines ?? []} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Section>
  );
}

function Way({ contribution: { path, via, effect } }: { contribution: Contribution }) {
  const { report, say } = useLoaded();
  const words = say.words.framework.teams;
  if (path === null) return <span className={section["soft"]}>{words.noPath}</span>;
  const name = (id: string) => report.tree.nodes.find((node) => node.id === id)?.name ?? id;
  return (
    <>
      {via === null ? null : <span className={section["soft"]}>{words.via[via]} </span>}
      {path.map(name).join(" → ")}
      {effect === "hurts" ? <span className={classes["harm"]}> · {words.effect}</span> : null}
    </>
  );
}

function Weights({ lines }: { lines: readonly Line[] }) {
  const { entries, say } = useLoaded();
  const words = say.words.framework.teams;
  if (lines.length === 0) return <span className={section["soft"]}>{words.noWeights}</span>;
  const total = lines.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <ul className={classes["weights"]}>
      {lines.map(({ kind, id, weight, movable, accountable }) => (
        <li key={`${kind}/${id}`}>
          <span className={classes["weight"]}>{say.percent(weight)}</span>
          <span>
            <Link to="/kpi/$id" params={{ id }}>
              {entries.get(`${kind}/${id}`)?.name ?? id}
            </Link>
            {movable ? null : <span className={classes["harm"]}> · {words.unmovable}</span>}
            {movable && !accountable ? <span className={section["note"]}> · {words.hypothesis}</span> : null}
          </span>
        </li>
      ))}
      {Math.abs(total - 1) < 1e-9 ? null : (
        <li>
          <span className={classes["weight"]} />
          <span className={classes["harm"]}>{words.sum(say.percent(total))}</span>
        </li>
      )}
    </ul>
  );
}
