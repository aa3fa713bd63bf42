import { useElementSize } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import type { Entry } from "../../report.ts";
import { useLoaded } from "../../say.ts";
import classes from "./chart.module.css";

/** A KPI's picture. Its height is fixed beforehand, so nothing moves when the drawing arrives; it is drawn anew, not scaled, for another width. */
export function IndicatorChart({ entry, height }: { entry: Entry; height: number }) {
  const { report, say } = useLoaded();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const canvas = useRef<HTMLDivElement>(null);
  const shown = width > 0 && width < 560 ? Math.min(height, 280) : height;
  useEffect(() => {
    if (width === 0) return;
    let gone = false;
    void import("./draw.ts").then(({ draw }) => {
      if (!gone) canvas.current?.replaceChildren(draw({ entry, events: report.events, asOf: report.asOf, say, width, height: shown }));
    });
    return () => {
      gone = true;
    };
  }, [entry, report, say, width, shown]);
  const target = entry.target && say.value(entry.target.value, entry.unit);
  return (
    <figure className={classes["chart"]} ref={ref} style={{ height: shown }}>
      <div
        ref={canvas}
        role="img"
        aria-label={say.words.kpi.chart.label(entry.name, entry.value === null ? null : say.value(entry.value, entry.unit), target)}
      />
    </figure>
  );
}
