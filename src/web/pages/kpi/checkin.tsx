import { type SubmitEvent, useId, useState } from "react";
import { addMonths, cadenceGrain, periodsBetween } from "../../../calendar/index.ts";
import { typedNumber } from "../../../locale/index.ts";
import type { Entry } from "../../report.ts";
import { useLoaded } from "../../say.ts";
import { useCheckin } from "../../steering.ts";
import button from "../../ui/button.module.css";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./steering.module.css";

/** The newest number, typed by whoever keeps it. */
export function Checkin({ entry }: { entry: Entry }) {
  const { report, say } = useLoaded();
  const words = say.words.steering.checkin;
  const periods = periodsBetween(addMonths(report.asOf, -12), report.asOf, cadenceGrain(entry.cadence), "01-01").toReversed();
  const known = new Set(entry.series.flatMap((point) => (point.value === null ? [] : [point.period])));
  const missing = periods.find(({ label, to }) => to < report.asOf && !known.has(label));
  const [period, choose] = useState((missing ?? periods[0])?.label ?? "");
  const [typed, type] = useState("");
  const [note, explain] = useState("");
  const [unclear, doubt] = useState(false);
  const id = useId();
  const noting = useCheckin(entry.id, say.language);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const value = typedNumber(typed);
    doubt(value === null);
    if (value !== null) noting.mutate({ period, value, note: note.trim() === "" ? null : note.trim() });
  };
  const problem = unclear ? words.noNumber : noting.isError ? words.failed(noting.error.message) : null;
  const noted = noting.variables;
  return (
    <Section title={words.title}>
      <p className={section["teach"]}>{words.teach}</p>
      <form className={classes["form"]} onSubmit={save}>
        <p>
          <label htmlFor={`${id}-period`}>{words.period}</label>
          <select id={`${id}-period`} value={period} onChange={(event) => choose(event.target.value)}>
            {periods.map(({ label }) => (
              <option key={label} value={label}>
                {say.period(label)}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label htmlFor={`${id}-value`}>{entry.unit === "percent" ? words.percent : words.value}</label>
          <input
            id={`${id}-value`}
            inputMode="decimal"
            required
            value={typed}
            aria-invalid={unclear}
            aria-describedby={problem === null ? undefined : `${id}-problem`}
            onChange={(event) => type(event.target.value)}
          />
        </p>
        <p>
          <label htmlFor={`${id}-note`}>{words.note}</label>
          <input id={`${id}-note`} value={note} onChange={(event) => explain(event.target.value)} />
        </p>
        <p className={classes["open"]}>
          <button type="submit" className={button["button"]} disabled={noting.isPending}>
            {noting.isPending ? words.busy : words.save}
          </button>
        </p>
      </form>
      {problem === null ? null : (
        <p id={`${id}-problem`} className={classes["failed"]} role="alert">
          {problem}
        </p>
      )}
      {noting.isSuccess && noted !== undefined && !unclear ? (
        <p className={classes["saved"]} role="status">
          {words.saved(say.value(noted.value, entry.unit), say.period(noted.period))}
        </p>
      ) : null}
    </Section>
  );
}
