import type { ReactNode } from "react";
import classes from "./choice.module.css";

/** One choice from a list, as part of the page's text; `children` are the options, an empty value is no choice. */
export function Choice({
  label,
  chosen,
  choose,
  children,
}: {
  label: string;
  chosen: string | null;
  choose: (id: string | null) => void;
  children: ReactNode;
}) {
  return (
    <label className={classes["choice"]}>
      {label}
      <select value={chosen ?? ""} onChange={(event) => choose(event.target.value === "" ? null : event.target.value)}>
        {children}
      </select>
    </label>
  );
}
