import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ToldWaiting } from "../../../report/index.ts";
import { useLoaded } from "../../say.ts";
import type { Steering } from "../../steering.ts";
import { CloseIcon } from "../../ui/icons.tsx";
import section from "../../ui/section.module.css";
import { StatusMark } from "../../ui/status.tsx";
import { Form } from "./form.tsx";
import type { Opened } from "./model.ts";
import classes from "./sheet.module.css";

/** A cycle over the page's edge; Escape and the cross close it, and the focus goes back to what opened it. */
export function Sheet({ steering, opened, close }: { steering: Steering; opened: Opened | null; close: () => void }) {
  const { say } = useLoaded();
  const below = useMediaQuery("(max-width: 900px)", undefined, { getInitialValueInEffect: false });
  // While it slides out it keeps what it showed.
  const [shown, show] = useState(opened);
  if (opened !== null && opened !== shown) show(opened);
  return (
    <Drawer.Root opened={opened !== null} onClose={close} position={below ? "bottom" : "right"} size={below ? "92%" : 600}>
      <Drawer.Overlay backgroundOpacity={0.25} />
      <Drawer.Content>
        <Drawer.Body className={classes["body"]}>
          <button type="button" className={classes["close"]} aria-label={say.words.tree.close} onClick={close}>
            <CloseIcon />
          </button>
          {shown === null ? null : <Content steering={steering} opened={shown} />}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
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
      <Drawer.Title className={classes["title"]}>{cycle?.name ?? entry?.name ?? kpi}</Drawer.Title>
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
