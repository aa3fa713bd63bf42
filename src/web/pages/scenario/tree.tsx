import { useDebouncedValue } from "@mantine/hooks";
import { type ReactNode, useCallback, useState } from "react";
import { type Driver, expectedValue, type TreeOutcome } from "../../../report/index.ts";
import type { Unit } from "../../report.ts";
import { type Say, useLoaded } from "../../say.ts";
import { type Kept, type TreeScenario, useTreeOutcome } from "../../scenario.ts";
import { type Draw, DrawnChart } from "../../ui/chart/drawn-chart.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import { Keep } from "./keep.tsx";
import { changesNothing, firstTurns, treeOf, turnOf, unitOf } from "./model.ts";
import { Doubts, entryOf, Headline, Indicators, Links, Refused, Strip } from "./outcome.tsx";
import classes from "./scenario.module.css";
import { rest } from "./rest.ts";
import { TreeLevers } from "./tree-levers.tsx";

/** What KPIs would have been, had some metrics had other values. */
export function TreeWhatIf({
  drivers,
  scenario,
  indicator,
  bar,
  settled,
}: {
  drivers: readonly Driver[];
  /** null: a new one, about `indicator` */
  scenario: TreeScenario | null;
  indicator: string;
  bar: ReactNode;
  settled: (kept: Kept) => void;
}) {
  const loaded = useLoaded();
  const { report, say } = loaded;
  const words = say.words.scenario;
  const kept = scenario?.change ?? {};
  const [turns, turn] = useState(() =>
    scenario === null
      ? firstTurns(drivers, indicator)
      : Object.entries(scenario.change).map(([metric, change]) => turnOf(metric, change, unitOf(drivers, metric))),
  );
  const [drawn, draw] = useState<string | null>(null);
  const asked = turns.length === 0 ? null : treeOf(turns, drivers, kept);
  const [settledTurns] = useDebouncedValue(asked, rest);
  const { data, error, isFetching } = useTreeOutcome(settledTurns, say.language);
  const outcome = asked === null ? undefined : data;
  const among = outcome?.indicators ?? [];
  const pick = [drawn, scenario === null ? indicator : null, report.superKpi].find((id) => among.some((one) => one.id === id));
  const subject = among.find(({ id }) => id === pick) ?? among[0];
  const still = turns.every(changesNothing);
  const name = (id: string) => entryOf(loaded, id)?.name ?? id;
  const newest = subject?.path.at(-1);
  const value = (amount: number) => expectedValue(say, amount, entryOf(loaded, subject?.id ?? "")?.unit ?? null, { round: true });
  return (
    <>
      <Headline
        busy={isFetching}
        phrases={
          still || subject === undefined || newest === undefined
            ? words.still(name(subject?.id ?? indicator))
            : words.changed({
                name: name(subject.id),
                period: say.period(newest.period),
                before: value(newest.measured),
                after: value(subject.end),
                others: among.length - 1,
              })
        }
      />
      {bar}
      <div className={classes["two"]}>
        <div className={classes["picture"]}>
          {error === null ? null : <Refused error={error} />}
          {outcome === undefined || subject === undefined ? null : (
            <Section
              title={words.chart.tree(name(subject.id))}
              aside={
                among.length < 2 ? undefined : (
                  <Choice label={words.chart.draw} chosen={subject.id} choose={(id) => draw(id)}>
                    {among.map(({ id }) => (
                      <option key={id} value={id}>
                        {name(id)}
                      </option>
                    ))}
                  </Choice>
                )
              }
            >
              <Picture name={name(subject.id)} unit={entryOf(loaded, subject.id)?.unit ?? null} subject={subject} />
            </Section>
          )}
          {asked !== null && error === null && outcome === undefined ? (
            <p className={classes["busy"]} role="status">
              {words.busy}
            </p>
          ) : null}
        </div>
        <Section title={words.levers} className={classes["panel"] ?? ""}>
          <p className={section["teach"]}>{words.teach}</p>
          <TreeLevers drivers={drivers} turns={turns} turn={turn} />
          {still || subject === undefined || newest === undefined ? null : (
            <Strip text={words.short.tree(name(subject.id), value(newest.measured), value(subject.end))} />
          )}
        </Section>
        <div className={classes["rest"]}>
          {outcome === undefined ? null : (
            <>
              <Indicators outcome={outcome} />
              <Links links={outcome.links} />
              <Doubts doubts={outcome.doubts} />
            </>
          )}
        </div>
        <Keep opened={scenario} asked={still ? null : asked} settled={settled} />
      </div>
    </>
  );
}

function Picture({ name, unit, subject }: { name: string; unit: Unit | null; subject: TreeOutcome["indicators"][number] }) {
  const { say } = useLoaded();
  const words = say.words.scenario.chart;
  const { path, end, interval } = subject;
  const value = (amount: number) => expectedValue(say, amount, unit, { round: true });
  const measured = value(path.at(-1)!.measured);
  const drawing: Draw = useCallback(async (size) => drawn(subject, unit, say, size), [say, subject, unit]);
  const label = `${words.labelTree(name, measured, value(end))} ${words.range(value(interval[0]), value(interval[1]))}.`;
  return <DrawnChart height={360} label={label} draw={drawing} />;
}

async function drawn(
  { path, end, interval: [low, high] }: TreeOutcome["indicators"][number],
  unit: Unit | null,
  say: Say,
  size: { readonly width: number; readonly height: number },
): Promise<Element> {
  const { drawCourse } = await import("../../ui/chart/course.ts");
  const words = say.words.scenario.chart;
  const value = (amount: number) => expectedValue(say, amount, unit, { round: true });
  const year = (x: number) => path[x]?.period.slice(0, 4);
  const course = {
    unit,
    after: path.map((one, x) => ({ x, value: one.value })),
    before: path.map((one, x) => ({ x, value: one.measured })),
    band: path.map((_, x) => ({ x, low, high })),
    limit: null,
    tick: (x: number) => `${say.shortPeriod(path[x]?.period ?? "")}${year(x) === year(x - 1) ? "" : `\n${year(x) ?? ""}`}`,
    texts: {
      after: words.would(value(end)),
      before: words.measured(value(path.at(-1)!.measured)),
      band: words.range(value(low), value(high)),
    },
  };
  return drawCourse(course, { say, ...size });
}
