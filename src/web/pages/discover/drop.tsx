import { useMutation } from "@tanstack/react-query";
import { type DragEvent, useId, useState } from "react";
import type { WaitingFile } from "../../../report/index.ts";
import { removeFile, sendFile, useRefresh } from "../../discover.ts";
import { useLoaded } from "../../say.ts";
import { TextButton } from "../../ui/button.tsx";
import button from "../../ui/button.module.css";
import { Section } from "../../ui/section.tsx";
import classes from "./discover.module.css";
import { Problem } from "./problem.tsx";

/** Where files are dropped or chosen, and the ones that wait. */
export function Drop({
  files,
  datasets,
  busy,
}: {
  files: readonly WaitingFile[];
  datasets: readonly string[];
  busy: (isBusy: boolean) => void;
}) {
  const { say } = useLoaded();
  const words = say.words.discover.drop;
  const input = useId();
  const refresh = useRefresh();
  const [sending, send] = useState<string | null>(null);
  const [isOver, over] = useState(false);
  const taking = useMutation({
    mutationFn: async (dropped: readonly File[]) => {
      busy(true);
      const replaced: string[] = [];
      for (const file of dropped) {
        send(file.name);
        const taken = await sendFile(file, say.language);
        if (taken.replaced) replaced.push(taken.name);
      }
      return replaced;
    },
    onSettled: async () => {
      send(null);
      busy(false);
      await refresh();
    },
  });
  const removing = useMutation({ mutationFn: removeFile, onSettled: refresh });
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    over(false);
    const found = [...event.dataTransfer.files];
    if (found.length > 0) taking.mutate(found);
  };
  const problem = taking.error ?? removing.error;
  return (
    <Section title={words.title}>
      <div
        className={classes["drop"]}
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault();
          over(true);
        }}
        onDragLeave={() => over(false)}
        onDrop={dropped}
      >
        <p>{words.text}</p>
        <p className={classes["choose"]}>
          <input
            id={input}
            className={classes["input"]}
            type="file"
            multiple
            disabled={taking.isPending}
            onChange={(event) => {
              const chosen = [...(event.target.files ?? [])];
              event.target.value = "";
              if (chosen.length > 0) taking.mutate(chosen);
            }}
          />
          <label htmlFor={input} className={files.length === 0 && datasets.length === 0 ? button["button"] : classes["more"]}>
            {words.choose}
          </label>
          <span className={classes["soft"]}>{words.kinds}</span>
        </p>
        {sending === null ? null : (
          <p className={classes["busy"]} role="status">
            {words.sending(sending)}
          </p>
        )}
      </div>
      {problem === null ? null : <Problem error={problem} />}
      {taking.data === undefined || taking.data.length === 0 ? null : (
        <p className={classes["busy"]} role="status">
          {words.replaced(taking.data.join(", "), taking.data.length)}
        </p>
      )}
      {files.length === 0 ? (
        datasets.length === 0 ? null : (
          <p className={classes["datasets"]}>{words.datasets(datasets.join(", "))}</p>
        )
      ) : (
        <ul className={classes["files"]} aria-label={words.list}>
          {files.map(({ id, name, bytes }) => (
            <li key={id}>
              <span className={classes["name"]}>{name}</span>
              <span className={classes["soft"]}>{size(bytes, (value) => say.number(value))}</span>
              <TextButton onClick={() => removing.mutate(id)} label={words.removeFile(name)}>
                {words.remove}
              </TextButton>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function size(bytes: number, number: (value: number) => string): string {
  if (bytes < 1000) return `${number(bytes)} B`;
  if (bytes < 999_500) return `${number(Math.round(bytes / 1000))} kB`;
  return `${number(Math.round(bytes / 1e5) / 10)} MB`;
}
