import { useLoaded } from "../../say.ts";
import classes from "./overview.module.css";

/** What is wrong with the data, before the figures that rest on them. */
export function Faults() {
  const { report, say } = useLoaded();
  const { severity } = say.words.overview;
  if (report.quality.length === 0) return null;
  return (
    <ul className={classes["findings"]}>
      {report.quality.map(({ dataset, code, column, breaks, sentence }) => (
        <li key={`${dataset} ${code} ${column ?? ""}`}>
          <b style={{ color: breaks ? "var(--behind)" : "var(--at-risk)" }}>{breaks ? severity.error : severity.warning}</b>
          <p>{sentence}</p>
        </li>
      ))}
    </ul>
  );
}
