import { type ReactNode, useId } from "react";
import classes from "./section.module.css";

/** A part of a page: a dark rule, its finding, perhaps a note or link at the end of the line. */
export function Section({
  title,
  aside,
  children,
  className,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  const id = useId();
  return (
    <section className={`${classes["section"]} ${className ?? ""}`} aria-labelledby={id}>
      <div className={classes["head"]}>
        <h2 id={id}>{title}</h2>
        {aside === undefined ? null : <div className={classes["aside"]}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}

/** A wide table scrolls in itself, never the page; reachable by keyboard so that it can be scrolled without a mouse. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes["scroll"]} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
