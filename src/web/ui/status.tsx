import { Tooltip } from "@mantine/core";
import type { CSSProperties, ReactNode } from "react";
import type { Status } from "../report.ts";
import { useWords } from "../say.ts";
import classes from "./status.module.css";

const glyphs: Readonly<Record<Status, ReactNode>> = {
  achieved: <path d="M1.5 6.5 4.6 9.6 10.5 2.8" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  "on-track": <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  "at-risk": <path d="M6 1 11.5 10.8H.5z" fill="currentColor" />,
  behind: <path d="M6 11 .5 1.2h11z" fill="currentColor" />,
  missed: <path d="M2 2l8 8M10 2l-8 8" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  immature: (
    <>
      <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 6V1.4A4.6 4.6 0 0 1 10.6 6Z" fill="currentColor" />
    </>
  ),
  "no-data": <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  "no-target": <path d="M6 1l5 5-5 5-5-5Z" fill="none" stroke="currentColor" strokeWidth="1.5" />,
};

/** The custom property that carries a status' colour to whatever is drawn inside. */
export function statusColour(status: Status): CSSProperties {
  return { "--c": `var(--${status})` } as CSSProperties;
}

export function StatusGlyph({ status }: { status: Status }) {
  return (
    <svg className={classes["glyph"]} style={statusColour(status)} viewBox="0 0 12 12" aria-hidden="true">
      {glyphs[status]}
    </svg>
  );
}

/** Glyph, word and colour together. */
export function StatusMark({ status }: { status: Status }) {
  const words = useWords();
  return (
    <span className={classes["status"]} style={statusColour(status)}>
      <StatusGlyph status={status} />
      {words.status[status]}
    </span>
  );
}

/** Where there is no room for the word: the glyph, with name and word for the pointer and the screen reader. */
export function StatusDot({ status, name }: { status: Status; name: string }) {
  const words = useWords();
  const label = `${name}: ${words.status[status]}`;
  return (
    <Tooltip label={label} openDelay={150}>
      <span role="img" aria-label={label}>
        <StatusGlyph status={status} />
      </span>
    </Tooltip>
  );
}
