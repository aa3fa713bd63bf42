import { useDebouncedValue } from "@mantine/hooks";
import { type ReactNode, useCallback, useState } from "react";
import type { GrowthOutcome } from "../../../report/index.ts";
import { useLoaded } from "../../say.ts";
import { type GrowthAsked, type GrowthScenario, type Kept, useGrowthOutcome } from "../../scenario.ts";
import { type Draw, DrawnChart } from "../../ui/chart/drawn-chart.tsx";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import { GrowthLevers } from "./growth-levers.tsx";
import { Keep } from "./keep.tsx";
import { newGrowth } from "./model.ts";
import { Doubts, Facts, Headline, membersOf, Refused, Strip, Weeks } from "./outcome.tsx";
import { rest } from "./rest.ts";
import classes from "./scenario.module.css";

/** How many members there will be, week after week. */
export function GrowthWhatIf({
  scenario,
  bar,
  settled,
}: {
  /** null: a new one */
  scenario: GrowthScenario | null;
  bar: ReactNode;
  settled: (kept: Kept) => void;
}) {
  const { say } = useLoaded();
  const words = say.words.scenario;
  const kept = scenario === null ? newGrowth : withoutName(scenario);
  const [growth, change] = useState(kept);
  const [least, ask] = useState<number | null>(null);
  const [[asked, score]] = useDebouncedValue([growth, least] as const, rest);
  const { data: outcome, error, isFetching } = useGrowthOutcome(asked, score, say.language);
  const changed = scenario !== null && JSON.stringify(asked) !== JSON.stringify(kept);
  const before = useGrowthOutcome(changed ? kept : null, null, say.language).data;
  const base = changed ? (before ?? null) : null;
  const learned = (outcome?.crowding?.nps?.points ?? []).map(([, given]) => given);
  return (
    <>
      <Headline
        busy={isFetching}
        phrases={
          outcome === undefined
            ? [{ text: error === null ? words.busy : words.failed }]
            : words.grown({
                weeks: outcome.path.length,
                members: membersOf(say, outcome.end),
                low: say.number(outcome.interval[0]),
                high: say.number(outcome.interval[1]),
                level: say.percent(outcome.level),
              })
        }
      />
      {bar}
      <div className={classes["two"]}>
        <div className={classes["picture"]}>
          {error === null ? null : <Refused error={error} />}
          {outcome === undefined ? null : (
            <Section title={words.chart.growth}>
              <Picture outcome={outcome} kept={base} />
              {score === null ? null : <Score outcome={outcome} score={score} />}
            </Section>
          )}
        </div>
        <Section title={words.levers} className={classes["panel"] ?? ""}>
          <p className={section["teach"]}>{words.teachGrowth}</p>
          <GrowthLevers growth={growth} kept={kept} change={change} learned={learned} least={least} ask={ask} />
          {outcome === undefined ? null : <Strip text={words.short.growth(membersOf(say, outcome.end), outcome.path.length)} />}
        </Section>
        <div className={classes["rest"]}>
          {outcome === undefined ? null : (
            <>
              <Facts outcome={outcome} />
              <Doubts doubts={outcome.doubts} />
              <Weeks outcome={outcome} kept={base} />
            </>
          )}
        </div>
        <Keep opened={scenario} asked={growth} settled={settled} />
      </div>
    </>
  );
}

function withoutName({ id: _id, name: _name, ...asked }: GrowthScenario): GrowthAsked {
  return asked;
}

function Score({ outcome, score }: { outcome: GrowthOutcome; score: number }) {
  const { say } = useLoaded();
  const words = say.words.scenario;
  if (outcome.inflow === undefined) return null;
  const least = say.value(score, "score", { trim: true });
  return (
    <p className={classes["score"]}>{outcome.inflow === null ? words.keepsNone(least) : words.keeps(say.number(outcome.inflow), least)}</p>
  );
}

function Picture({ outcome, kept }: { outcome: GrowthOutcome; kept: GrowthOutcome | null }) {
  const { say } = useLoaded();
  const words = say.words.scenario.chart;
  const { path, end } = outcome;
  const drawing: Draw = useCallback(
    async (size) => {
      const { drawCourse } = await import("../../ui/chart/course.ts");
      const { chart } = say.words.scenario;
      const shown = outcome.path.length;
      return drawCourse(
        {
          unit: "count",
          after: outcome.path.map(({ week, members }) => ({ x: week, value: members })),
          before: (kept?.path ?? []).filter(({ week }) => week <= shown).map(({ week, members }) => ({ x: week, value: members })),
          band: outcome.band.map(({ week, low, high }) => ({ x: week, low, high })),
          limit: outcome.full === undefined ? null : { value: outcome.full, text: chart.full(say.number(Math.round(outcome.full))) },
          tick: (week) => (week === 1 ? chart.week(week) : String(week)),
          texts: { after: membersOf(say, outcome.end), before: chart.asKept, band: chart.chance(say.percent(outcome.level)) },
        },
        { say, ...size },
      );
    },
    [kept, outcome, say],
  );
  return <DrawnChart height={360} label={words.labelGrowth(membersOf(say, end), path.length)} draw={drawing} />;
}
