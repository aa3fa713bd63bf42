import { useLoaded } from "../../say.ts";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./overview.module.css";

const shown = 5;

/** What the check has to say about the framework itself; silent when it has nothing. Information stays with `helder check`. */
export function Findings() {
  const { report, say } = useLoaded();
  const words = say.words.overview;
  const open = report.findings.filter((finding) => !finding.waived && finding.severity !== "info");
  const errors = open.filter((finding) => finding.severity === "error");
  const warnings = open.filter((finding) => finding.severity === "warning");
  const rows = [...errors, ...warnings].slice(0, shown);
  if (open.length === 0 && report.conflicts.length === 0) return null;
  return (
    <Section
      title={open.length === 0 ? words.findingsTitle : words.findings(errors.length, warnings.length)}
      aside={open.length > shown ? <code>helder check</code> : undefined}
    >
      <ul className={classes["findings"]}>
        {report.conflicts.map((conflict) => (
          <li key={`${conflict.code}/${conflict.kpi}/${conflict.cpi}`}>
            <b>{words.severity.warning}</b>
            <p>{conflict.sentence}</p>
          </li>
        ))}
        {rows.map((finding) => (
          <li key={`${finding.code}/${finding.on}/${finding.line ?? 0}`}>
            <b style={{ color: finding.severity === "error" ? "var(--behind)" : "var(--at-risk)" }}>{words.severity[finding.severity]}</b>
            <p>
              {finding.message}
              {finding.file === null ? null : <span className={section["note"]}> {words.where(finding.file, finding.line)}</span>}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
