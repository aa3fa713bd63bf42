import { Link } from "@tanstack/react-router";
import { useLoaded } from "../../say.ts";
import { TextButton } from "../../ui/button.tsx";
import classes from "./framework.module.css";

/** More squares than this are a bar of squares that nobody counts: the rest stands in the words. */
const mostSquares = 40;

/** How many of the KPIs there may be are there: a square each, those over the budget in the colour of what is wrong. */
export function BudgetMeter({ open }: { open: () => void }) {
  const { report, say } = useLoaded();
  const words = say.words.framework.budget;
  const { used, budget } = report.budget;
  const squares = Array.from({ length: Math.min(Math.max(used, budget), mostSquares) }, (_, index) =>
    index >= budget ? "over" : index < used ? "used" : "free",
  );
  return (
    <div className={classes["budget"]}>
      <span className={classes["squares"]} aria-hidden="true">
        {squares.map((state, index) => (
          <i key={index} data-state={state} />
        ))}
      </span>
      <span>
        {words.used(used, budget)} <span className={classes["apart"]}>{words.apart}</span>
      </span>
      {report.budget.ranking.length === 0 ? null : <TextButton onClick={open}>{words.open}</TextButton>}
    </div>
  );
}

/** All KPIs, the one that is missed least first, each with its reasons. */
export function Ranking() {
  const { report, entries, say } = useLoaded();
  const words = say.words.framework.budget;
  const { used, budget, ranking } = report.budget;
  return (
    <>
      <p className={classes["lead"]}>{words.full(used, budget)}</p>
      <ol className={classes["ranking"]}>
        {ranking.map(({ kpi, reasons }, index) => (
          <li key={kpi} data-over={index < used - budget}>
            <Link to="/kpi/$id" params={{ id: kpi }}>
              {entries.get(`kpi/${kpi}`)?.name ?? kpi}
            </Link>
            {index < used - budget ? <span className={classes["over"]}>{words.goes}</span> : null}
            <p>
              {kpi === report.superKpi
                ? words.superKpi
                : reasons.length === 0
                  ? words.noReason
                  : reasons.map(({ sentence }) => sentence).join(" ")}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
