import { Tooltip } from "@mantine/core";
import { useLoaded } from "../../say.ts";
import { StatusGlyph } from "../../ui/status.tsx";
import classes from "./framework.module.css";
import type { Finding, Opened } from "./model.ts";

/** The glyph of a finding's severity: that of the status which asks as much; what is for information has a mark of its own. */
export function SeverityGlyph({ severity }: Pick<Finding, "severity">) {
  if (severity !== "info") return <StatusGlyph status={severity === "error" ? "behind" : "at-risk"} />;
  return (
    <svg className={classes["info"]} viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="5.2" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <path d="M6 5.4v3.4M6 3.1v1.3" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}

/** Beside what a finding is about: the gravest of them as a small mark that opens its explanation. */
export function Marks({ findings, open }: { findings: readonly Finding[] | undefined; open: (what: Opened) => void }) {
  const { say } = useLoaded();
  const { severity } = say.words.overview;
  return (findings ?? []).slice(0, 2).map((finding) => {
    const label = `${severity[finding.severity]}: ${finding.message}`;
    return (
      <Tooltip key={finding.code} label={label} openDelay={200} multiline maw={320}>
        <button type="button" className={classes["mark"]} aria-label={label} onClick={() => open({ kind: "finding", finding })}>
          <SeverityGlyph severity={finding.severity} />
        </button>
      </Tooltip>
    );
  });
}
