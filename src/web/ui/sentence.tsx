import { Link } from "@tanstack/react-router";
import type { CSSProperties } from "react";
import type { Phrase } from "../../locale/index.ts";
import classes from "./sentence.module.css";

/** A stretch of the page's sentence; with `kpi` it leads to that page. */
export interface Stretch extends Phrase {
  readonly kpi?: string;
}

function look({ tone, strong }: Stretch): { className: string; style: CSSProperties } {
  const names = [
    strong === true ? classes["strong"] : undefined,
    tone === undefined ? undefined : tone === "muted" ? classes["muted"] : classes["toned"],
  ];
  const style = tone === undefined || tone === "muted" ? {} : { color: `var(--${tone})` };
  return { className: names.filter((name) => name !== undefined).join(" "), style };
}

export function Sentence({ phrases }: { phrases: readonly Stretch[] }) {
  return (
    <h1 className={classes["sentence"]}>
      {phrases.map((phrase, index) => {
        const key = `${index}:${phrase.text}`;
        if (phrase.kpi !== undefined)
          return (
            <Link key={key} className={classes["link"]} to="/kpi/$id" params={{ id: phrase.kpi }}>
              {phrase.text}
            </Link>
          );
        if (phrase.tone === undefined && phrase.strong === undefined) return phrase.text;
        return (
          <span key={key} {...look(phrase)}>
            {phrase.text}
          </span>
        );
      })}
    </h1>
  );
}
