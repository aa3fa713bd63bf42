import { useId } from "react";
import { optionSourceWord } from "../../../report/index.ts";
import type { Option } from "../../../report/index.ts";
import { person, useLoaded } from "../../say.ts";
import classes from "./sheet.module.css";

/** What can be done, the most promising first; one is chosen, or something else is typed. */
export function Options({
  options,
  chosen,
  pick,
}: {
  options: readonly Option[];
  chosen: string | null;
  pick: (option: string | null) => void;
}) {
  const { report, say } = useLoaded();
  const words = say.words.steering.sheet;
  const id = useId();
  const own = chosen !== null && !options.some(({ what }) => what === chosen) ? chosen : "";
  return (
    <>
      <fieldset className={classes["choices"]}>
        <legend>{options.length === 0 ? words.noOptions : words.best}</legend>
        {options.map(({ what, source, who }) => (
          <label key={what}>
            <input type="radio" name="chosen" checked={chosen === what} onChange={() => pick(what)} />
            <span>
              {what}{" "}
              <span className={classes["source"]}>
                {[optionSourceWord(source, say.language), who === null ? null : person(report, who)]
                  .filter((part) => part !== null)
                  .join(" · ")}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className={classes["field"]}>
        <label htmlFor={id}>{words.other}</label>
        <input id={id} type="text" value={own} onChange={(event) => pick(event.target.value.trim() === "" ? null : event.target.value)} />
      </p>
    </>
  );
}
