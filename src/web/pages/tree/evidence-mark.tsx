import type { TreeEdge } from "../../report.ts";
import classes from "./tree.module.css";

/** The line as the drawing has it, in small: in the key, the table and the sheet. */
export function EvidenceMark({ evidence, effect }: { evidence: TreeEdge["evidence"]; effect: TreeEdge["effect"] }) {
  return (
    <svg className={classes["sample"]} width="28" height="12" viewBox="0 0 28 12" aria-hidden="true">
      <g
        className={classes["line"]}
        data-evidence={evidence}
        data-effect={effect}
        data-lit={evidence === "supported" && effect === "helps"}
      >
        <path d="M1 6H27" />
        {evidence === "refuted" ? <path className={classes["cross"]} d="M10 11l8 -10" /> : null}
      </g>
    </svg>
  );
}
