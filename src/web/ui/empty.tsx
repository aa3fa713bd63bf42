import type { ReactNode } from "react";
import classes from "./state.module.css";

/** Nothing here yet: what belongs here, why, and the text or command that makes it. */
export function Empty({
  title,
  text,
  code,
  how,
  children,
}: {
  title: string;
  text: string;
  code: string;
  how: string;
  children?: ReactNode;
}) {
  return (
    <div className={classes["state"]}>
      <h1 className={classes["title"]}>{title}</h1>
      <p className={classes["text"]}>{text}</p>
      <p className={classes["how"]}>{how}</p>
      <pre className={classes["code"]} tabIndex={0}>
        {code}
      </pre>
      {children}
    </div>
  );
}
