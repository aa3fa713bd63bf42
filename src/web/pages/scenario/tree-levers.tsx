import type { Driver } from "../../../report/index.ts";
import { useLoaded } from "../../say.ts";
import { TextButton } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { changesNothing, type How, hows, originOf, rangeOf, type Turn } from "./model.ts";
import classes from "./scenario.module.css";
import { Slider } from "./slider.tsx";

/** The metrics that are changed, each with its slider, and a choice of those that are not. */
export function TreeLevers({
  drivers,
  turns,
  turn,
}: {
  drivers: readonly Driver[];
  turns: readonly Turn[];
  turn: (turns: readonly Turn[]) => void;
}) {
  const { say } = useLoaded();
  const words = say.words.scenario;
  const left = drivers.filter(({ metric }) => !turns.some((one) => one.metric === metric));
  const put = (next: Turn) => turn(turns.map((one) => (one.metric === next.metric ? next : one)));
  return (
    <div className={classes["levers"]}>
      {turns.map((one) => {
        const driver = drivers.find(({ metric }) => metric === one.metric);
        const name = driver?.name ?? one.metric;
        const now = driver?.now ?? null;
        return (
          <Slider
            key={one.metric}
            name={name}
            note={
              now === null ? words.noValue : words.now(say.value(now.value, driver?.unit ?? null, { round: true }), say.period(now.period))
            }
            value={one.number}
            origin={originOf(one.how, driver)}
            range={rangeOf(one, driver)}
            percent={one.how === "share" || driver?.unit === "percent"}
            unit={words.hows[one.how]}
            units={
              <select
                aria-label={words.how(name)}
                value={one.how}
                onChange={(event) => {
                  const how = event.target.value as How;
                  put({ metric: one.metric, how, number: originOf(how, driver) });
                }}
              >
                {hows.map((how) => (
                  <option key={how} value={how}>
                    {words.hows[how]}
                  </option>
                ))}
              </select>
            }
            change={(number) => put({ ...one, number })}
            remove={() => turn(turns.filter(({ metric }) => metric !== one.metric))}
          />
        );
      })}
      <p className={classes["more"]}>
        {left.length === 0 ? null : (
          <Choice
            label={words.more}
            chosen={null}
            choose={(metric) => metric !== null && turn([...turns, { metric, how: "share", number: 0 }])}
          >
            <option value="">{words.none}</option>
            {left.map(({ metric, name }) => (
              <option key={metric} value={metric}>
                {name}
              </option>
            ))}
          </Choice>
        )}
        {turns.every(changesNothing) ? null : (
          <TextButton
            onClick={() =>
              turn(
                turns.map(({ metric, how }) => ({
                  metric,
                  how,
                  number: originOf(
                    how,
                    drivers.find((one) => one.metric === metric),
                  ),
                })),
              )
            }
          >
            {words.reset}
          </TextButton>
        )}
      </p>
    </div>
  );
}
