import { sparkPaths } from "../../report/index.ts";
import type { Entry } from "../report.ts";
import { useLoaded } from "../say.ts";
import classes from "./spark.module.css";

/** A KPI's course in one row of a table: grey before its target began, dark in it, dashes for the path. */
export function Spark({ entry, width = 336, height = 36 }: { entry: Entry; width?: number; height?: number }) {
  const { say } = useLoaded();
  const paths = sparkPaths(entry, width, height);
  if (paths === null) return <span className={classes["none"]}>{say.words.none}</span>;
  return (
    <svg
      className={classes["spark"]}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={say.words.overview.table.spark(entry.name, say.words.per[entry.seriesGrain])}
    >
      {paths.start === "" ? null : <path className={classes["start"]} d={paths.start} />}
      <path className={classes["history"]} d={paths.history} />
      <path className={classes["path"]} d={paths.path} />
      <path className={classes["current"]} d={paths.current} />
      {paths.dot === "" ? null : <path className={classes["dot"]} d={paths.dot} />}
    </svg>
  );
}
