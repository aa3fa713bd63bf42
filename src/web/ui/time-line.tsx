import type { ReactNode } from "react";
import { daysBetween, periodOf } from "../../calendar/index.ts";
import type { ReportJson } from "../../report/index.ts";
import { useLoaded } from "../say.ts";
import classes from "./time-line.module.css";

/** The last day of which some source has rows. */
export function newestDay(report: ReportJson): string | null {
  const days = report.datasets.map((dataset) => dataset.to).filter((day) => day !== null);
  return days.length === 0 ? null : days.reduce((newest, day) => (day > newest ? day : newest));
}

/** Where we are in the quarter and how fresh the figures are, as one quiet line. */
export function TimeLine({ children }: { children?: ReactNode }) {
  const { report, say } = useLoaded();
  const quarter = periodOf(report.asOf, "quarter", "01-01");
  const day = daysBetween(quarter.from, report.asOf) + 1;
  const days = daysBetween(quarter.from, quarter.to) + 1;
  const newest = newestDay(report);
  return (
    <div className={classes["when"]}>
      <span>{say.words.time.quarter(Number(quarter.label.slice(-1)), report.asOf.slice(0, 4), day, days)}</span>
      <span className={classes["time"]} aria-hidden="true">
        <i style={{ width: `${(100 * day) / days}%` }} />
      </span>
      <span>{newest === null ? say.words.time.noData : say.words.time.dataThrough(say.weekday(newest))}</span>
      {children}
    </div>
  );
}

export function Glance({ children }: { children: ReactNode }) {
  const { say } = useLoaded();
  return (
    <nav className={classes["glance"]} aria-label={say.words.time.phases}>
      {children}
    </nav>
  );
}
