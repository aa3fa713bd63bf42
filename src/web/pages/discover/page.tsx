import { useState } from "react";
import { sinceTold, storyOf } from "../../../report/index.ts";
import { type Asked, type Corrections, useDiscovered, useDiscoverState, useUnderstood } from "../../discover.ts";
import { useLoaded } from "../../say.ts";
import { Button } from "../../ui/button.tsx";
import { useTitle, WithReport } from "../../ui/page.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import { Chances } from "./chances.tsx";
import classes from "./discover.module.css";
import { Drop } from "./drop.tsx";
import { Problem } from "./problem.tsx";
import { Since } from "./since.tsx";
import { Steps } from "./steps.tsx";
import { UnderstoodFiles } from "./understood.tsx";

export function DiscoverPage() {
  return (
    <WithReport>
      <DiscoverView />
    </WithReport>
  );
}

/** From dropped files to accepted KPIs: what was understood, the six steps as a story, the opportunities. */
function DiscoverView() {
  const { report, say } = useLoaded();
  const words = say.words.discover;
  useTitle(words.title);
  const [roles, correct] = useState<Corrections>({});
  const [asked, ask] = useState<Asked | null>(null);
  const [isReading, read] = useState(false);
  const discovered = useDiscovered(asked, say.language);
  const state = useDiscoverState(isReading || discovered.isFetching);
  const files = state.data?.files ?? [];
  const ids = files.map(({ id }) => id);
  const understood = useUnderstood(ids, say.language);
  const now: Asked = { files: ids, roles };
  const isChanged = asked !== null && JSON.stringify(asked) !== JSON.stringify(now);
  const canRun = files.length > 0 ? understood.data !== undefined : (state.data?.datasets.length ?? 0) > 0;
  const { currency, name } = report.workspace;
  const told = discovered.data;
  const story =
    told === undefined
      ? null
      : storyOf(told, { language: say.language, currency, title: asked?.files.length === 0 ? name : told.mapping.files.join(", ") });
  const since = told === undefined ? null : sinceTold(told, { language: say.language, currency });
  return (
    <>
      <div className={classes["opening"]}>
        <Sentence phrases={[{ text: story?.sentence ?? words.opening }]} />
      </div>
      {/* What was said of a column was said of that file's: another file may have one of the same name. */}
      <Drop files={files} datasets={state.data?.datasets ?? []} busy={read} removed={() => correct({})} />
      {state.error ? <Problem error={state.error} /> : null}
      {understood.isFetching ? (
        <p className={classes["busy"]} role="status">
          {words.understood.busy}
        </p>
      ) : null}
      {understood.error ? <Problem error={understood.error} /> : null}
      {understood.data === undefined || files.length === 0 ? null : (
        <UnderstoodFiles understood={understood.data} known={state.data?.roles ?? []} roles={roles} correct={correct} />
      )}
      {canRun && (asked === null || isChanged || discovered.error) ? (
        <p className={classes["start"]}>
          <Button onClick={() => ask(now)} disabled={discovered.isFetching}>
            {asked === null ? words.run.start : words.run.again}
          </Button>
          {isChanged && told !== undefined ? <span className={classes["soft"]}>{words.run.changed}</span> : null}
        </p>
      ) : null}
      {discovered.isFetching ? (
        <p className={classes["busy"]} role="status">
          {words.run.busy}
          {state.data?.doing ? <span className={classes["soft"]}> {state.data.doing}</span> : null}
        </p>
      ) : null}
      {discovered.error ? <Problem error={discovered.error} /> : null}
      {story === null || told === undefined || asked === null ? null : (
        <>
          {since === null ? null : <Since told={since} />}
          <Steps story={story} asked={asked} customers={told.steps.active.customers} />
          <Chances chances={told.opportunities} step={story.steps.find(({ id }) => id === "opportunities")!} asked={asked} />
        </>
      )}
    </>
  );
}
