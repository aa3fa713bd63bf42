import { useCallback } from "react";
import type { Entry } from "../../report.ts";
import { useLoaded } from "../../say.ts";
import { type Draw, DrawnChart } from "./drawn-chart.tsx";

/** A KPI's picture. */
export function IndicatorChart({ entry, height }: { entry: Entry; height: number }) {
  const { report, say } = useLoaded();
  const drawing: Draw = useCallback(
    async (size) => (await import("./draw.ts")).draw({ entry, events: report.events, asOf: report.asOf, say, ...size }),
    [entry, report, say],
  );
  const target = entry.target && say.value(entry.target.value, entry.unit);
  const label = say.words.kpi.chart.label(entry.name, entry.value === null ? null : say.value(entry.value, entry.unit), target);
  return <DrawnChart height={height} label={label} draw={drawing} />;
}
