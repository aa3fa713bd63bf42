import type { ReactNode } from "react";
import { useLoaded } from "../../say.ts";
import { CopyText } from "../../ui/copy.tsx";
import section from "../../ui/section.module.css";
import { SheetTitle, SideSheet } from "../../ui/side-sheet.tsx";
import { Ranking } from "./budget.tsx";
import { Fix } from "./fix.tsx";
import classes from "./sheet.module.css";
import { SeverityGlyph } from "./mark.tsx";
import type { Finding, Gap, Opened } from "./model.ts";
import { snippetFor, tradeOf } from "./snippet.ts";
import { whereOf } from "./where.ts";

/** A gap in the grid, a finding, or who would go first. */
export function Sheet({ opened, audience, close }: { opened: Opened | null; audience: string | null; close: () => void }) {
  const { say } = useLoaded();
  return (
    <SideSheet opened={opened} close={close} width={560} height="85%" className={classes["body"]}>
      {(shown) => {
        if (shown.kind === "gap") return <GapSheet gap={shown.gap} audience={audience} />;
        if (shown.kind === "finding") return <FindingSheet key={shown.finding.code + shown.finding.on} finding={shown.finding} />;
        return (
          <>
            <SheetTitle>{say.words.framework.budget.title}</SheetTitle>
            <Ranking />
          </>
        );
      }}
    </SideSheet>
  );
}

function GapSheet({ gap, audience }: { gap: Gap; audience: string | null }) {
  const loaded = useLoaded();
  const { phases, report, say } = loaded;
  const words = say.words.framework;
  const { layers } = say.words.tree;
  const { used, budget } = report.budget;
  const { file, section: name, yaml } = snippetFor(gap, audience, loaded);
  const eyebrow = [
    layers[gap.layer].name,
    phases.find(({ id }) => id === gap.phase)?.name,
    gap.side === null ? null : words.sides[gap.side].name,
    gap.members[0]?.name,
    report.segments.find(({ id }) => id === audience)?.name,
  ].filter((part) => typeof part === "string");
  return (
    <>
      <p className={section["note"]}>{eyebrow.join(" · ")}</p>
      <SheetTitle>{words.gap.question(gap.layer, gap.side, gap.missing, tradeOf(loaded, gap.phase).who)}</SheetTitle>
      <p className={classes["text"]}>{words.snippet.where(file, name)}</p>
      <div className={classes["snippet"]}>
        <div className={classes["file"]}>
          <span>{file}</span>
          <CopyText label={words.snippet.copy} failed={words.snippet.failed} text={() => yaml} />
        </div>
        <pre tabIndex={0}>{yaml}</pre>
      </div>
      <p className={classes["text"]}>{words.snippet.then}</p>
      {name === "kpis" && used >= budget ? <p className={classes["text"]}>{words.snippet.full(budget)}</p> : null}
    </>
  );
}

function FindingSheet({ finding }: { finding: Finding }) {
  const loaded = useLoaded();
  const { say } = loaded;
  const words = say.words.framework.findings;
  const where = whereOf(finding, loaded);
  const place = finding.file === null ? null : say.words.overview.where(finding.file, finding.line);
  return (
    <>
      <p className={classes["kind"]}>
        <SeverityGlyph severity={finding.severity} />
        {finding.waived ? words.waived : say.words.overview.severity[finding.severity]}
      </p>
      <SheetTitle>{finding.message}</SheetTitle>
      <p className={classes["text"]}>{finding.why}</p>
      <dl className={classes["facts"]}>
        {where === place ? null : <Fact term={words.where}>{where}</Fact>}
        {place === null ? null : <Fact term={words.file}>{place}</Fact>}
        <Fact term={words.rule}>
          <code>{finding.code}</code>
        </Fact>
      </dl>
      {finding.fixable === true ? <Fix finding={finding} /> : null}
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
