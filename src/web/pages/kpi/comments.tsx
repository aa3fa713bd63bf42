import { type SubmitEvent, useId, useState } from "react";
import type { Entry } from "../../report.ts";
import { useLoaded } from "../../say.ts";
import { type Steering, useComment } from "../../steering.ts";
import { keep, lasting, recall } from "../../storage.ts";
import button from "../../ui/button.module.css";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./steering.module.css";

const writerKey = "helder-writer";

/** What people said about this indicator, the newest first, and the place to say something. */
export function Comments({ entry, steering }: { entry: Entry; steering: Steering }) {
  const { say } = useLoaded();
  const words = say.words.steering.comments;
  const own = steering.comments.filter(({ kpi }) => kpi === entry.id);
  const [by, choose] = useState(() => recall(lasting, writerKey) ?? "");
  const [text, type] = useState("");
  const id = useId();
  const commenting = useComment(entry.id, say.language);
  const problem = commenting.isError ? words.failed(commenting.error.message) : null;
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    keep(lasting, writerKey, by);
    commenting.mutate({ by, text }, { onSuccess: () => type("") });
  };
  return (
    <Section title={words.title(own.length)}>
      {own.map((one, index) => (
        <p key={`${one.at}-${String(own.length - index)}`} className={classes["past"]}>
          <b>{one.byName}</b> <span className={section["note"]}>{say.day(one.at)}</span>
          <span className={classes["comment"]}>{one.text}</span>
        </p>
      ))}
      {steering.owners.length === 0 ? (
        <p className={section["teach"]}>{words.noOwners}</p>
      ) : (
        <form className={classes["form"]} onSubmit={save}>
          <p>
            <label htmlFor={`${id}-by`}>{words.by}</label>
            <select id={`${id}-by`} required value={by} onChange={(event) => choose(event.target.value)}>
              <option value="">{words.choose}</option>
              {steering.owners.map((owner) => (
                <option key={owner.id} value={owner.id}>
                  {owner.name}
                </option>
              ))}
            </select>
          </p>
          <p className={classes["say"]}>
            <label htmlFor={`${id}-text`}>{words.text(steering.owners[0]!.id)}</label>
            <textarea
              id={`${id}-text`}
              rows={2}
              required
              value={text}
              aria-invalid={problem !== null}
              aria-describedby={problem === null ? undefined : `${id}-problem`}
              onChange={(event) => type(event.target.value)}
            />
          </p>
          <p className={classes["open"]}>
            <button type="submit" className={button["button"]} disabled={commenting.isPending}>
              {commenting.isPending ? words.busy : words.save}
            </button>
          </p>
        </form>
      )}
      {problem === null ? null : (
        <p id={`${id}-problem`} className={classes["failed"]} role="alert">
          {problem}
        </p>
      )}
      {commenting.isSuccess && text === "" ? (
        <p className={classes["saved"]} role="status">
          {words.saved(commenting.data.file)}
        </p>
      ) : null}
    </Section>
  );
}
