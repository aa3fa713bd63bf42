import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import classes from "./button.module.css";
import section from "./section.module.css";

export function Button({ children, onClick, disabled }: { children: ReactNode; onClick: () => void; disabled?: boolean }) {
  return (
    <button type="button" className={classes["button"]} onClick={onClick} disabled={disabled ?? false}>
      {children}
    </button>
  );
}

/** What can be done beside the one button of a page: reads as a link, acts as a button. */
export function TextButton({ children, onClick, label }: { children: ReactNode; onClick: () => void; label?: string }) {
  return (
    <button type="button" className={section["textButton"]} onClick={onClick} aria-label={label}>
      {children}
    </button>
  );
}

export function HomeButton({ children }: { children: ReactNode }) {
  return (
    <Link className={classes["button"]} to="/">
      {children}
    </Link>
  );
}

export function KpiButton({ children, id }: { children: ReactNode; id: string }) {
  return (
    <Link className={classes["button"]} to="/kpi/$id" params={{ id }}>
      {children}
    </Link>
  );
}
