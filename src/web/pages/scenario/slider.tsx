import { type CSSProperties, type ReactNode, useId, useState } from "react";
import { typedNumber } from "../../../locale/index.ts";
import { useLoaded } from "../../say.ts";
import { CloseIcon } from "../../ui/icons.tsx";
import { exact, type Range } from "./model.ts";
import classes from "./scenario.module.css";

/** One thing that can be changed: a slider, and beside it the number itself for who wants it exactly. */
export function Slider({
  name,
  note,
  value,
  origin,
  range,
  percent,
  whole,
  unit,
  units,
  change,
  remove,
}: {
  name: string;
  note?: string | undefined;
  /** null: not known */
  value: number | null;
  /** where it stands when nothing is changed */
  origin: number;
  range: Range;
  /** whether `12 %` may be typed for 12 */
  percent: boolean;
  whole?: boolean;
  unit: string;
  /** where another unit can be chosen */
  units?: ReactNode;
  change: (number: number) => void;
  remove?: () => void;
}) {
  const { say } = useLoaded();
  const words = say.words.scenario;
  const id = useId();
  // What is being typed stays as it is typed: `2,` is on its way to 2,6.
  const [typed, type] = useState<string | null>(null);
  const [typedIn, turnTo] = useState(unit);
  if (typedIn !== unit) {
    turnTo(unit);
    type(null);
  }
  const shown = value === null ? "" : written(value, say.language);
  const number = typed === null ? value : readTyped(typed, percent);
  const wrong =
    typed !== null && (number === null || number < range.least || number > range.most || (whole === true && !Number.isInteger(number)));
  const at = (place: number) => Math.min(1, Math.max(0, (place - range.low) / (range.high - range.low)));
  const [from, to] = [at(origin), at(value ?? range.low)];
  return (
    <div className={classes["lever"]}>
      <div className={classes["name"]}>
        <label htmlFor={`${id}-number`}>{name}</label>
        {note === undefined ? null : (
          <span className={classes["note"]} id={`${id}-note`}>
            {note}
          </span>
        )}
        {remove === undefined ? null : (
          <button type="button" className={classes["remove"]} aria-label={words.remove(name)} onClick={remove}>
            <CloseIcon />
          </button>
        )}
      </div>
      <input
        type="range"
        className={classes["range"]}
        style={{ "--from": Math.min(from, to), "--to": Math.max(from, to), "--origin": from } as CSSProperties}
        aria-label={words.slide(name)}
        aria-valuetext={value === null ? words.notGiven : `${shown} ${unit}`.trim()}
        min={range.low}
        max={range.high}
        step={range.step}
        value={value ?? range.low}
        onChange={(event) => {
          type(null);
          change(exact(Number(event.target.value)));
        }}
      />
      <div className={classes["typed"]}>
        <input
          id={`${id}-number`}
          inputMode="decimal"
          autoComplete="off"
          value={typed ?? shown}
          placeholder="–"
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-wrong` : note === undefined ? undefined : `${id}-note`}
          onChange={(event) => {
            type(event.target.value);
            const next = readTyped(event.target.value, percent);
            const fits = next !== null && next >= range.least && next <= range.most && (whole !== true || Number.isInteger(next));
            if (fits) change(next);
          }}
          onBlur={() => {
            if (!wrong) type(null);
          }}
        />
        <span className={classes["unit"]}>{units ?? unit}</span>
      </div>
      {wrong ? (
        <p id={`${id}-wrong`} className={classes["wrong"]} role="alert">
          {words.noNumber(say.number(range.least), say.number(range.most))}
        </p>
      ) : null}
    </div>
  );
}

function readTyped(text: string, percent: boolean): number | null {
  const number = typedNumber(text);
  if (number === null || !text.includes("%")) return number;
  return percent ? exact(number * 100) : null;
}

/** To be typed over: no thousands separators, as many decimals as it has. */
function written(value: number, language: "nl" | "en"): string {
  const text = String(exact(Math.round(value * 1e6) / 1e6));
  return language === "nl" ? text.replace(".", ",") : text;
}
