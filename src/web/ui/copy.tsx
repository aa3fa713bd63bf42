import { useState } from "react";
import { useWords } from "../say.ts";
import classes from "./section.module.css";

/** One cell: on one line, and with a quote in front where a spreadsheet would read a formula. */
function cell(text: string): string {
  const flat = text.replaceAll(/[\t\r\n]+/g, " ");
  return /^[=+@]|^[-−](?!\d)/.test(flat) ? `'${flat}` : flat;
}

/** Puts a table on the clipboard as tab-separated lines, which spreadsheets paste as cells. */
export function CopyTable({ rows }: { rows: () => readonly (readonly string[])[] }) {
  const { copyTable, notCopied } = useWords();
  const text = () =>
    rows()
      .map((row) => row.map(cell).join("\t"))
      .join("\n");
  return <CopyText label={copyTable} failed={notCopied} text={text} />;
}

/** Puts a text on the clipboard and says so; `failed`: what the reader can do where the browser refuses. */
export function CopyText({ label, failed, text }: { label: string; failed: string; text: () => string }) {
  const words = useWords();
  const [state, setState] = useState<"idle" | "done" | "failed">("idle");
  const copy = () => {
    navigator.clipboard.writeText(text()).then(
      () => setState("done"),
      () => setState("failed"),
    );
  };
  return (
    <button type="button" className={classes["textButton"]} onClick={copy} aria-live="polite">
      {state === "done" ? words.copied : state === "failed" ? failed : label}
    </button>
  );
}
