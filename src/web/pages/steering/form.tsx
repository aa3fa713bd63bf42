import { type ReactNode, type SubmitEvent, useId, useState } from "react";
import { type Cycle, type CycleTest, cycleStates, type ToldWaiting } from "../../../report/index.ts";
import type { Entry } from "../../report.ts";
import { useLoaded } from "../../say.ts";
import { type Said, useStep } from "../../steering.ts";
import button from "../../ui/button.module.css";
import { FromWhy } from "./from-why.tsx";
import { Options } from "./options.tsx";
import classes from "./sheet.module.css";

type Typed = "cause" | "effect" | "learning" | "owner" | "due" | "experiment";

interface Props {
  readonly kpi: string;
  readonly cycle: Cycle | null;
  readonly entry: Entry | null;
  readonly waiting: ToldWaiting | null;
  readonly experiments: readonly CycleTest[];
}

const verdicts = ["start", "stop", "continue"] as const;

/** The five steps of a cycle, the one that waits unfolded; what differs from the file is written together. */
export function Form({ kpi, cycle, entry, waiting, experiments }: Props) {
  const { report, say } = useLoaded();
  const words = say.words.steering;
  const [said, change] = useState<Said>({});
  // Of a new cycle the id is only known once it is written.
  const [settled, settle] = useState<string | null>(null);
  const step = useStep(cycle?.id ?? settled ?? kpi, say.language);
  const state = cycle?.state ?? "cause";
  const at = cycleStates.indexOf(state);
  const set = (more: Said) => change({ ...said, ...more });
  const text = (key: Typed) => said[key] ?? (said[key] === null ? "" : (cycle?.[key as "cause"] ?? ""));
  const typed = (key: Typed) => (value: string) => set({ [key]: value.trim() === "" ? null : value });
  const chosen = said.chosen === undefined ? (cycle?.chosen ?? null) : said.chosen;
  const decided = said.decided === undefined ? (cycle?.decided ?? null) : said.decided;
  const closed = said.closed === undefined ? (cycle?.closed ?? null) : said.closed;
  const pick = (option: string | null) => {
    const listed = cycle?.listed ?? [];
    const fresh = option !== null && !listed.includes(option);
    const { options: _, ...rest } = said;
    change({ ...rest, chosen: option, ...(fresh ? { options: [...listed, option] } : {}) });
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    step.mutate(said, {
      onSuccess: (written) => {
        settle(written.cycle.id);
        change({});
      },
    });
  };
  const part = (index: number, children: ReactNode) => {
    const name = cycleStates[index]!;
    return (
      <details className={classes["part"]} open={index === at} data-done={index < at || (cycle !== null && waiting === null)}>
        <summary>
          <span className={classes["step"]}>{index + 1}</span>
          {words.states[name].name}
          <span className={classes["asks"]}>{words.states[name].asks}</span>
        </summary>
        <div className={classes["inside"]}>{children}</div>
      </details>
    );
  };
  const { sheet } = words;
  return (
    <form onSubmit={save} className={classes["form"]}>
      {part(
        0,
        <>
          {entry === null ? null : <FromWhy entry={entry} take={(cause) => set({ cause })} />}
          <Text label={sheet.causeHint} value={text("cause")} change={typed("cause")} long />
        </>,
      )}
      {part(1, <Options options={cycle?.options ?? waiting?.options ?? []} chosen={chosen} pick={pick} />)}
      {part(
        2,
        <label className={classes["field"]}>
          {sheet.experiment}
          <select value={text("experiment")} onChange={(event) => typed("experiment")(event.target.value)}>
            <option value="">{sheet.noExperiment}</option>
            {experiments.map(({ id, name, to }) => (
              <option key={id} value={id}>
                {to === null ? name : `${name} (${say.day(to)})`}
              </option>
            ))}
          </select>
        </label>,
      )}
      {part(
        3,
        <>
          <fieldset className={classes["choices"]}>
            <legend>{sheet.verdict}</legend>
            {[null, ...verdicts].map((verdict) => (
              <label key={verdict ?? ""}>
                <input type="radio" name="decided" checked={decided === verdict} onChange={() => set({ decided: verdict })} />
                {verdict === null ? sheet.undecided : say.words.overview.waiting.do[verdict]}
              </label>
            ))}
          </fieldset>
          <Text label={sheet.effect} value={text("effect")} change={typed("effect")} />
        </>,
      )}
      {part(
        4,
        <>
          <Text label={sheet.learning} value={text("learning")} change={typed("learning")} long />
          <label className={classes["tick"]}>
            <input
              type="checkbox"
              checked={closed !== null}
              onChange={(event) => set({ closed: event.target.checked ? (cycle?.closed ?? report.asOf) : null })}
            />
            {sheet.close}
          </label>
        </>,
      )}
      <div className={classes["pair"]}>
        <label className={classes["field"]}>
          {sheet.owner}
          <select
            value={said.owner === undefined ? (cycle?.who ?? entry?.owner ?? "") : (said.owner ?? "")}
            onChange={(event) => typed("owner")(event.target.value)}
          >
            <option value="">{words.nobody}</option>
            {owners(report.people, cycle?.who ?? entry?.owner ?? null).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className={classes["field"]}>
          {sheet.due}
          <input type="date" value={text("due")} onChange={(event) => typed("due")(event.target.value)} />
        </label>
      </div>
      <p className={classes["save"]}>
        <button type="submit" className={button["button"]} disabled={step.isPending || Object.keys(said).length === 0}>
          {step.isPending ? sheet.busy : sheet.save}
        </button>
        {step.isSuccess && Object.keys(said).length === 0 ? <span role="status">{sheet.saved(step.data.file)}</span> : null}
      </p>
      {step.isError ? (
        <p className={classes["failed"]} role="alert">
          {sheet.failed(step.error.message)}
        </p>
      ) : null}
    </form>
  );
}

/** Everybody with a name, and who it is now where that was typed freely. */
function owners(people: Readonly<Record<string, string>>, now: string | null): readonly (readonly [string, string])[] {
  const known = Object.entries(people);
  return now === null || Object.hasOwn(people, now) ? known : [[now, now], ...known];
}

function Text({ label, value, change, long }: { label: string; value: string; change: (value: string) => void; long?: boolean }) {
  const id = useId();
  return (
    <p className={classes["field"]}>
      <label htmlFor={id}>{label}</label>
      {long === true ? (
        <textarea id={id} rows={3} value={value} onChange={(event) => change(event.target.value)} />
      ) : (
        <input id={id} type="text" value={value} onChange={(event) => change(event.target.value)} />
      )}
    </p>
  );
}
