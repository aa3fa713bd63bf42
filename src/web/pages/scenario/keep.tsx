import { type SubmitEvent, useId, useState } from "react";
import type { Scenario } from "../../../report/index.ts";
import { useLoaded } from "../../say.ts";
import { type GrowthAsked, type Kept, type TreeAsked, useKeep } from "../../scenario.ts";
import button from "../../ui/button.module.css";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./scenario.module.css";

/** Writes what was worked out into the workspace: into the scenario that was opened while its name stays, else as a new one. */
export function Keep({
  opened,
  asked,
  settled,
}: {
  opened: Scenario | null;
  /** null: nothing to keep */
  asked: GrowthAsked | TreeAsked | null;
  settled: (kept: Kept) => void;
}) {
  const { say } = useLoaded();
  const words = say.words.scenario.keep;
  const known = opened === null ? null : (opened.name ?? opened.id);
  const [name, rename] = useState(known ?? "");
  const id = useId();
  const keeping = useKeep(say.language);
  const same = opened !== null && name.trim() === known;
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (asked !== null)
      keeping.mutate({ of: same ? opened.id : null, name: name.trim(), scenario: asked }, { onSuccess: (kept) => settled(kept) });
  };
  return (
    <Section title={words.title} className={classes["keep"] ?? ""}>
      <form onSubmit={save}>
        <p className={classes["field"]}>
          <label htmlFor={id}>{words.name}</label>
          <input
            id={id}
            type="text"
            required
            maxLength={200}
            value={name}
            aria-describedby={known === null ? undefined : `${id}-hint`}
            onChange={(event) => rename(event.target.value)}
          />
        </p>
        {known === null ? null : (
          <p id={`${id}-hint`} className={section["note"]}>
            {words.hint(known)}
          </p>
        )}
        {asked === null ? <p className={section["note"]}>{words.nothing}</p> : null}
        <p className={classes["save"]}>
          <button type="submit" className={button["button"]} disabled={keeping.isPending || asked === null}>
            {keeping.isPending ? words.busy : same ? words.update(known) : words.add}
          </button>
        </p>
      </form>
      {keeping.isError ? (
        <p className={classes["wrong"]} role="alert">
          {words.failed(keeping.error.message)}
        </p>
      ) : null}
    </Section>
  );
}
