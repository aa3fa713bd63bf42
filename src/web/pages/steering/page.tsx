import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { person, useLoaded } from "../../say.ts";
import { type Steering, useSteering } from "../../steering.ts";
import { Choice } from "../../ui/choice.tsx";
import { Awaited, useTitle, WithReport } from "../../ui/page.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import { Adrift, BoardSection } from "./board.tsx";
import { Learned } from "./learned.tsx";
import { adrift, elsewhere, isOf, nobody, type Opened, peopleOf } from "./model.ts";
import { Others } from "./others.tsx";
import { Scorecards } from "./scorecards.tsx";
import { Sheet } from "./sheet.tsx";
import classes from "./steering.module.css";

const route = getRouteApi("/steering");

export function SteeringPage() {
  return (
    <WithReport>
      <Fetched />
    </WithReport>
  );
}

function Fetched() {
  const { say } = useLoaded();
  const answer = useSteering(say.language);
  useTitle(say.words.steering.title);
  return answer.data ? <Known steering={answer.data} /> : <Awaited answer={answer} />;
}

function Known({ steering }: { steering: Steering }) {
  const { report, say } = useLoaded();
  const words = say.words.steering;
  const { cycle, kpi } = route.useSearch();
  const navigate = route.useNavigate();
  const [who, choose] = useState<string | null>(null);
  const mine = steering.waiting.filter((one) => isOf(one.who, who));
  const people = peopleOf(steering);
  const open = (search: { readonly cycle?: string; readonly kpi?: string }) => void navigate({ search, resetScroll: false });
  const name = who === null ? null : who === nobody ? words.nobody.toLocaleLowerCase(say.language) : person(report, who);
  return (
    <>
      <div className={classes["top"]} />
      <Sentence phrases={words.sentence(mine.length, mine.filter(({ overdue }) => overdue).length, name)} />
      <div className={classes["bar"]}>
        <Choice label={words.who} chosen={who} choose={choose}>
          <option value="">{words.everyone}</option>
          {people.map(([id, shown]) => (
            <option key={id ?? nobody} value={id ?? nobody}>
              {shown ?? words.nobody}
            </option>
          ))}
        </Choice>
        <span className={classes["links"]}>
          <Link className={classes["link"]} to="/scenario">
            {say.words.scenario.link}
          </Link>
          <a className={classes["link"]} href="/api/steering.ics">
            {words.calendar}
          </a>
        </span>
      </div>
      <BoardSection steering={steering} who={who} open={open} />
      <Adrift waiting={adrift(steering, who)} open={open} />
      <Others waiting={elsewhere(steering, who)} />
      <Scorecards teams={report.attained.filter(({ team }) => isOf(team, who))} />
      <Learned cycles={steering.cycles.filter((one) => one.learning !== null && isOf(one.who, who))} open={open} />
      <Sheet steering={steering} opened={openedOf(steering, cycle, kpi)} close={() => open({})} />
    </>
  );
}

/** What the address asks for; nothing where it names what is not there. */
function openedOf({ cycles }: Steering, cycle: string | undefined, kpi: string | undefined): Opened | null {
  const known = cycles.find(({ id }) => id === cycle) ?? cycles.findLast((one) => one.kpi === kpi && one.closed === null);
  if (known) return { cycle: known };
  return kpi === undefined ? null : { kpi };
}
