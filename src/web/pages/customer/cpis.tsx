import { Link } from "@tanstack/react-router";
import { wordingOf } from "../../path.ts";
import type { Entry } from "../../report.ts";
import { person, useLoaded } from "../../say.ts";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import { StatusMark } from "../../ui/status.tsx";
import { EvidenceMark } from "../tree/evidence-mark.tsx";
import classes from "./customer.module.css";

/** What customers get, in their words, and which KPIs it is believed or shown to move. */
export function Cpis() {
  const { report, say } = useLoaded();
  return (
    <Section title={say.words.customer.cpis}>
      <ul className={classes["cpis"]}>
        {report.cpis.map((cpi) => (
          <li key={cpi.id}>
            <Cpi cpi={cpi} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Cpi({ cpi }: { cpi: Entry }) {
  const { report, say } = useLoaded();
  const words = say.words.customer;
  const links = report.links.filter(({ from }) => from === cpi.id);
  const quote = cpi.evidence.find((one) => one.quote !== null)?.quote ?? null;
  return (
    <>
      <div>
        <h3>
          <Link to="/kpi/$id" params={{ id: cpi.id }}>
            {cpi.name}
          </Link>
        </h3>
        <p className={section["soft"]}>{cpi.outcome ?? (quote === null ? null : `“${quote}”`)}</p>
      </div>
      <div>
        <StatusMark status={cpi.status} />
        <p>
          <b>{say.value(cpi.value, cpi.unit, { round: true })}</b>{" "}
          {cpi.target === null
            ? null
            : say.words.ofTarget(say.value(cpi.target.value, cpi.unit, { round: true, trim: true }), wordingOf(cpi))}
        </p>
        {cpi.owner === null ? null : <p className={section["note"]}>{person(report, cpi.owner)}</p>}
      </div>
      <div>
        <p className={section["note"]}>{words.leads}</p>
        {links.length === 0 ? <p className={section["soft"]}>{words.noLinks}</p> : null}
        <ul>
          {links.map((link) => (
            <li key={link.id} className={classes["lead"]}>
              <EvidenceMark evidence={link.status} effect={link.effect} />
              <a href={`#link-${link.id}`} onClick={() => document.getElementById(`link-${link.id}`)?.setAttribute("open", "")}>
                {nameOf(report, link.to)}
              </a>
              <span className={section["soft"]}>
                {say.words.tree.effect[link.effect]}, {say.words.tree.evidence[link.status]}
                {link.status === "supported" && link.until !== null ? ` ${words.until(say.day(link.until))}` : null}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function nameOf({ kpis, cpis, tree }: ReturnType<typeof useLoaded>["report"], id: string): string {
  return [...kpis, ...cpis].find((entry) => entry.id === id)?.name ?? tree.nodes.find(({ entity }) => entity === id)?.name ?? id;
}
