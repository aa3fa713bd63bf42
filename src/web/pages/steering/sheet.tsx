import { Link } from "@tanstack/react-router";
import type { ToldWaiting } from "../../../report/index.ts";
import { useLoaded } from "../../say.ts";
import type { Steering } from "../../steering.ts";
import section from "../../ui/section.module.css";
import { SheetTitle, SideSheet } from "../../ui/side-sheet.tsx";
import { StatusMark } from "../../ui/status.tsx";
import { Form } from "./form.tsx";
import type { Opened } from "./model.ts";
import classes from "./sheet.module.css";

/** A cycle, or what none is about yet. */
export function Sheet({ steering, opened, close }: { steering: Steering; opened: Opened | null; close: () => void }) {
  return (
    <SideSheet opened={opened} close={close} width={600} height="92%" className={classes["body"]}>
      {(shown) => <Content steering={steering} opened={shown} />}
    </SideSheet>
  );
}

function Content({ steering, opened }: { steering: Steering; opened: Opened }) {
  const { entries, say } = useLoaded();
  const words = say.words.steering.sheet;
  const cycle = "cycle" in opened ? opened.cycle : null;
  const kpi = "cycle" in opened ? opened.cycle.kpi : opened.kpi;
  const entry = entries.get(`kpi/${kpi}`) ?? entries.get(`cpi/${kpi}`) ?? null;
  const waiting =
    steering.waiting.find((one) => (cycle === null ? one.kpi === kpi && one.kind === "open" : one.id === cycle.waiting)) ?? null;
  return (
    <>
      <p className={section["note"]}>{cycle === null ? words.fresh : words.cycle}</p>
      <SheetTitle>{cycle?.name ?? entry?.name ?? kpi}</SheetTitle>
      <p className={classes["where"]}>
        {entry === null ? null : <StatusMark status={entry.status} />}
        {entry === null || entry.value === null ? null : <b>{say.value(entry.value, entry.unit, { round: true })}</b>}
        <Link className={section["link"]} to="/kpi/$id" params={{ id: kpi }}>
          {words.toKpi}
        </Link>
      </p>
      {waiting === null ? null : <Asked waiting={waiting} />}
      <Form key={kpi} kpi={kpi} cycle={cycle} entry={entry} waiting={waiting} experiments={steering.experiments} />
    </>
  );
}

function Asked({ waiting }: { waiting: ToldWaiting }) {
  const { say } = useLoaded();
  const words = say.words.steering;
  return (
    <div className={classes["asked"]}>
      <p>
        <b>{waiting.sentence}</b>{" "}
        <span data-overdue={waiting.overdue}>{words[waiting.overdue ? "overdue" : "by"](say.day(waiting.due))}</span>
      </p>
      {waiting.learnings.slice(0, 2).map(({ cycle, learning }) => (
        <p key={cycle}>
          {words.sheet.earlier}: {learning}
        </p>
      ))}
    </div>
  );
}
