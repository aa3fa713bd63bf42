import { Link } from "@tanstack/react-router";
import type { ReportJson } from "../../../report/index.ts";
import { useLoaded } from "../../say.ts";
import { Scroll, Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./steering.module.css";

type Team = ReportJson["attained"][number];

/** Per team how far it is with what it may be held to; nothing where no team has a scorecard. */
export function Scorecards({ teams }: { teams: readonly Team[] }) {
  const { say } = useLoaded();
  const words = say.words.steering.teams;
  if (teams.length === 0) return null;
  const title = words.title(teams.length);
  return (
    <Section title={title}>
      <Scroll label={title}>
        <table className={`${section["plain"]} ${classes["scorecards"]}`}>
          <thead>
            <tr>
              <th scope="col">{words.team}</th>
              <th scope="col">{words.indicator}</th>
              <th scope="col" className={section["number"]}>
                {words.weight}
              </th>
              <th scope="col">{words.way}</th>
              <th scope="col" className={section["number"]}>
                {words.counts}
              </th>
            </tr>
          </thead>
          {teams.map((team) => (
            <tbody key={team.team}>
              {team.lines.map((line, index) => (
                <tr key={`${line.kind}/${line.id}`}>
                  {index > 0 ? null : <Result team={team} />}
                  <td>
                    <Link to="/kpi/$id" params={{ id: line.id }}>
                      {line.name}
                    </Link>
                  </td>
                  <td className={section["number"]} data-head={words.weight}>
                    {say.percent(line.weight)}
                  </td>
                  <td>
                    {line.way}
                    {line.reason === null ? null : <span className={classes["uncounted"]}>{line.reason.sentence}</span>}
                  </td>
                  <td className={section["number"]} data-head={words.counts}>
                    {line.counted === null ? say.words.none : say.percent(line.counted)}
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </Scroll>
    </Section>
  );
}

/** A team with what its scorecard comes to. */
function Result({ team: { name, attainment, cap, sentence, rule, lines } }: { team: Team }) {
  return (
    <th scope="rowgroup" rowSpan={lines.length}>
      <b>{name}</b>
      <span>{sentence}</span>
      {attainment === null ? null : (
        <span className={classes["attained"]} aria-hidden="true">
          <i style={{ width: `${(attainment / Math.max(cap, 1)) * 100}%` }} />
        </span>
      )}
      <span className={section["note"]}>{rule}</span>
    </th>
  );
}
