import { useId } from "react";
import { useLoaded } from "../../say.ts";
import type { GrowthAsked } from "../../scenario.ts";
import { type Lever, leverNumber, levers, roomLevers, withLever } from "./model.ts";
import classes from "./scenario.module.css";
import { Slider } from "./slider.tsx";

/** What growth is made of, each with its slider; what it was when the page opened is where a slider begins. */
export function GrowthLevers({
  growth,
  kept,
  change,
  learned,
  least,
  ask,
}: {
  growth: GrowthAsked;
  kept: GrowthAsked;
  change: (growth: GrowthAsked) => void;
  /** scores that crowding was seen to give, where none are filled in */
  learned: readonly number[];
  /** the score that must be kept; null: not asked */
  least: number | null;
  ask: (least: number) => void;
}) {
  const { say } = useLoaded();
  const words = say.words.scenario;
  const id = useId();
  const slider = (kind: (typeof levers)[number]) => {
    const begun = leverNumber(kept, kind);
    const number = leverNumber(growth, kind);
    const { name, unit } = words.growth[kind.lever satisfies Lever];
    return (
      <Slider
        key={kind.lever}
        name={name}
        value={number}
        origin={begun ?? kind.range(0).low}
        range={kind.range(Math.max(begun ?? 0, number ?? 0))}
        percent={kind.scale === 100}
        whole={kind.lever === "weeks"}
        unit={unit}
        change={(next) => change(withLever(growth, kind, next))}
      />
    );
  };
  const scores = Object.values(growth.capacity?.npsAt ?? learned);
  const [lowest, highest] = [Math.min(...scores), Math.max(...scores)];
  return (
    <div className={classes["levers"]}>
      {levers.map(slider)}
      <label className={classes["tick"]} htmlFor={`${id}-generations`}>
        <input
          id={`${id}-generations`}
          type="checkbox"
          checked={growth.generations === "all"}
          onChange={(event) => change({ ...growth, generations: event.target.checked ? "all" : 1 })}
        />
        {words.generations}
      </label>
      <h3>{words.room}</h3>
      {roomLevers.map(slider)}
      {scores.length === 0 ? null : (
        <Slider
          name={words.least}
          value={least}
          origin={lowest}
          range={{ low: lowest, high: Math.max(highest, lowest + 1), step: (highest - lowest || 1) / 50, least: -1e6, most: 1e6 }}
          percent={false}
          unit=""
          change={ask}
        />
      )}
    </div>
  );
}
