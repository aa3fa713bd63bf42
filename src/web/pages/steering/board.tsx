import { cycleStates, type ToldWaiting } from "../../../report/index.ts";
import { useLoaded } from "../../say.ts";
import type { Steering } from "../../steering.ts";
import { Section } from "../../ui/section.tsx";
import { StatusDot } from "../../ui/status.tsx";
import { type Card, cardsOf } from "./model.ts";
import classes from "./steering.module.css";

type Open = (search: { readonly cycle?: string; readonly kpi?: string }) => void;

/** The cycles by how far they are, from left to right. */
export function BoardSection({ steering, who, open }: { steering: Steering; who: string | null; open: Open }) {
  const { say } = useLoaded();
  const words = say.words.steering;
  const cards = cardsOf(steering, who);
  return (
    <Section title={words.board}>
      <ol className={classes["board"]}>
        {cycleStates.map((state, index) => (
          <li key={state} className={classes["column"]} data-state={state}>
            <h3>
              <span className={classes["step"]}>{index + 1}</span> {words.states[state].name}
              {cards[state].length === 0 ? null : <span className={classes["count"]}>{cards[state].length}</span>}
            </h3>
            <p className={classes["asks"]}>{words.states[state].asks}</p>
            {cards[state].length === 0 ? <p className={classes["bare"]}>{words.noneHere}</p> : null}
            <ul className={classes["cards"]}>
              {cards[state].map((card) => (
                <li key={card.cycle.id}>
                  <CardView card={card} open={open} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function CardView({ card: { cycle, waiting }, open }: { card: Card; open: Open }) {
  const { entries, say } = useLoaded();
  const words = say.words.steering;
  const entry = entries.get(`kpi/${cycle.kpi}`) ?? entries.get(`cpi/${cycle.kpi}`);
  const said = cycle.chosen ?? cycle.cause;
  return (
    <button type="button" className={classes["card"]} onClick={() => open({ cycle: cycle.id })}>
      <span className={classes["name"]}>
        {entry === undefined ? null : <StatusDot status={entry.status} name={cycle.name} />}
        {cycle.name}
      </span>
      {said === null ? null : <span className={classes["said"]}>{said}</span>}
      {waiting === null ? null : <span className={classes["asked"]}>{waiting.sentence}</span>}
      <span className={classes["foot"]}>
        <b>{cycle.whoName ?? words.nobody}</b>
        {waiting === null ? null : <Due waiting={waiting} />}
      </span>
    </button>
  );
}

function Due({ waiting }: { waiting: ToldWaiting }) {
  const { say } = useLoaded();
  const words = say.words.steering;
  return <span data-overdue={waiting.overdue}>{words[waiting.overdue ? "overdue" : "by"](say.day(waiting.due))}</span>;
}

/** What is off course and waits for a cycle; each opens one. */
export function Adrift({ waiting, open }: { waiting: readonly ToldWaiting[]; open: Open }) {
  const { entries, say } = useLoaded();
  const words = say.words.steering;
  if (waiting.length === 0) return null;
  return (
    <Section title={words.adrift(waiting.length)}>
      <ul className={classes["adrift"]}>
        {waiting.map((one) => {
          const entry = entries.get(`kpi/${one.kpi}`) ?? entries.get(`cpi/${one.kpi}`);
          const first = one.options[0];
          return (
            <li key={one.id}>
              <button
                type="button"
                className={classes["card"]}
                data-new="true"
                aria-label={words.openFor(one.name)}
                onClick={() => open({ kpi: one.kpi })}
              >
                <span className={classes["name"]}>
                  {entry === undefined ? null : <StatusDot status={entry.status} name={one.name} />}
                  {one.name}
                </span>
                {first === undefined ? null : (
                  <span className={classes["soft"]}>
                    {words.overview.first}: {first.what}
                  </span>
                )}
                <span className={classes["foot"]}>
                  <b>{one.whoName ?? words.nobody}</b>
                  <Due waiting={one} />
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
