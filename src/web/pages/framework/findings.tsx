import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type Loaded, useLoaded } from "../../say.ts";
import { TextButton } from "../../ui/button.tsx";
import { Scroll, Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import { concernOf, gapFor } from "./concerns.ts";
import classes from "./framework.module.css";
import { SeverityGlyph } from "./mark.tsx";
import type { Finding, Gap, Opened } from "./model.ts";
import { whereOf } from "./where.ts";

interface Shown {
  readonly gaps: readonly Gap[];
  readonly open: (what: Opened) => void;
}

/** As many rows as are read in one go; the rest comes when asked. */
const most = 12;
const rank = { error: 0, warning: 1, info: 2 } as const;

/** What the check has to say about the framework: the gravest first, what was waived last. */
export function Findings({ gaps, open }: Shown) {
  const { report, say } = useLoaded();
  const words = say.words.framework.findings;
  const [all, showAll] = useState(false);
  const { findings } = report;
  const count = (severity: Finding["severity"]) => findings.filter((one) => !one.waived && one.severity === severity).length;
  const waived = findings.filter((finding) => finding.waived).length;
  const ordered = findings.toSorted((one, other) => Number(one.waived) - Number(other.waived) || rank[one.severity] - rank[other.severity]);
  const shown = all ? ordered : ordered.slice(0, most);
  if (findings.length === 0)
    return (
      <Section title={words.none}>
        <Quality />
        <p className={section["teach"]}>{words.noneText}</p>
      </Section>
    );
  const title = say.words.overview.findingsTitle;
  return (
    <Section title={title} aside={words.counts(count("error"), count("warning"), count("info"), waived)}>
      <Quality />
      <Scroll label={title}>
        <table className={`${section["plain"]} ${classes["findings"]}`}>
          <thead>
            <tr>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.where}</th>
              <th scope="col">{words.why}</th>
              <th scope="col">{words.action}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((finding, index) => (
              <Row key={`${finding.code}/${finding.on}/${finding.line ?? 0}/${index}`} finding={finding} gaps={gaps} open={open} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {ordered.length > shown.length ? (
        <p className={classes["more"]}>
          <TextButton onClick={() => showAll(true)}>{words.showAll(ordered.length)}</TextButton>
        </p>
      ) : null}
    </Section>
  );
}

function Row({ finding, gaps, open }: { finding: Finding } & Shown) {
  const loaded = useLoaded();
  const words = loaded.say.words.framework.findings;
  const [said, then] = parted(finding.message);
  return (
    <tr data-waived={finding.waived}>
      <td className={classes["severity"]} data-severity={finding.waived ? "info" : finding.severity}>
        <span>
          <SeverityGlyph severity={finding.waived ? "info" : finding.severity} />
          {finding.waived ? words.waived : loaded.say.words.overview.severity[finding.severity]}
        </span>
      </td>
      <th scope="row">
        {said} <span>{then}</span>
      </th>
      <td className={classes["where"]}>{whereOf(finding, loaded)}</td>
      <td className={classes["why"]}>{finding.why}</td>
      <td className={classes["act"]}>
        <Action finding={finding} gaps={gaps} open={open} />
      </td>
    </tr>
  );
}

/** What is wrong, and then what to do: a message's first sentence and the rest. */
function parted(message: string): readonly [said: string, then: string] {
  const end = /[.?](?=\s)/.exec(message)?.index;
  return end === undefined ? [message, ""] : [message.slice(0, end + 1), message.slice(end + 1).trim()];
}

/** The shortest way to mend it: the fix, the empty cell, or a look at what it is about. */
function Action({ finding, gaps, open }: { finding: Finding } & Shown) {
  const loaded = useLoaded();
  const words = loaded.say.words.framework.findings;
  const show = () => open({ kind: "finding", finding });
  if (finding.fixable === true)
    return (
      <TextButton onClick={show} label={`${words.fix}: ${finding.message}`}>
        {words.fix}
      </TextButton>
    );
  const gap = finding.waived ? null : gapFor(finding, loaded, gaps);
  if (gap !== null)
    return (
      <TextButton onClick={() => open({ kind: "gap", gap })} label={`${words.fill}: ${finding.message}`}>
        {words.fill}
      </TextButton>
    );
  return <LookLink finding={finding} loaded={loaded} show={show} />;
}

function LookLink({ finding, loaded, show }: { finding: Finding; loaded: Loaded; show: () => void }) {
  const words = loaded.say.words.framework.findings;
  const { node } = concernOf(finding, loaded);
  const label = `${words.look}: ${node?.name ?? finding.message}`;
  if (node?.layer === "kpi" || node?.layer === "cpi")
    return (
      <Link className={section["link"]} to="/kpi/$id" params={{ id: node.entity }} aria-label={label}>
        {words.look}
      </Link>
    );
  if (node !== null)
    return (
      <Link className={section["link"]} to="/tree" search={{ node: node.id }} aria-label={label}>
        {words.look}
      </Link>
    );
  return (
    <TextButton onClick={show} label={label}>
      {words.look}
    </TextButton>
  );
}

const mostReasons = 3;

/** The score and what took points, in one line. */
function Quality() {
  const { report, say } = useLoaded();
  const words = say.words.framework;
  const { value, reasons } = report.score;
  const told = reasons.toSorted((one, other) => other.points - one.points).slice(0, mostReasons);
  return (
    <p className={classes["quality"]}>
      <b>{words.score(say.number(value))}</b>
      {told.length > 0 ? ": " : value >= 100 ? `: ${words.full}` : ""}
      {told.map(({ points, code, findings }) => words.points(say.number(points), code, findings)).join(" · ")}
      {reasons.length > told.length ? " · …" : ""}
    </p>
  );
}
