import { type ReactNode, useState } from "react";
import { useLoaded } from "../../say.ts";
import { TextButton } from "../../ui/button.tsx";
import classes from "./framework.module.css";

interface Shown<Item> {
  readonly shown: readonly Item[];
  /** how many stay behind the button; 0: all fit */
  readonly rest: number;
  readonly all: boolean;
  readonly toggle: () => void;
}

const most = 6;

/** The first few, and the rest when asked. One more than fits is shown too: a button takes the same room. */
export function useFew<Item>(items: readonly Item[]): Shown<Item> {
  const [all, showAll] = useState(false);
  const rest = items.length > most + 1 ? items.length - most : 0;
  return { shown: all || rest === 0 ? items : items.slice(0, most), rest, all, toggle: () => showAll(!all) };
}

export function More({ few }: { few: Omit<Shown<unknown>, "shown"> }) {
  const { say } = useLoaded();
  const words = say.words.framework;
  if (few.rest === 0) return null;
  return (
    <p className={classes["more"]}>
      <TextButton onClick={few.toggle}>{few.all ? words.less : words.more(few.rest)}</TextButton>
    </p>
  );
}

export function Few({ items }: { items: readonly ReactNode[] }) {
  const few = useFew(items);
  return (
    <>
      <div>{few.shown}</div>
      <More few={few} />
    </>
  );
}
