import { useLoaded } from "../../say.ts";
import { EvidenceMark } from "./evidence-mark.tsx";
import classes from "./tree.module.css";

/** How to read the lines: only what occurs. */
export function Key() {
  const { report, say } = useLoaded();
  const { evidence, effect } = say.words.tree;
  const kinds = new Set(report.tree.edges.filter((edge) => edge.effect === "helps").map((edge) => edge.evidence));
  const order = ["structure", "supported", "hypothesis", "inconclusive", "expired", "refuted"] as const;
  return (
    <p className={classes["key"]}>
      {order
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <span key={kind}>
            <EvidenceMark evidence={kind} effect="helps" />
            {evidence[kind]}
          </span>
        ))}
      {report.tree.edges.some((edge) => edge.effect === "hurts") ? (
        <span>
          <EvidenceMark evidence="supported" effect="hurts" />
          {effect.hurts}
        </span>
      ) : null}
    </p>
  );
}
