import { useState } from "react";
import { sinceTold, storyOf } from "../../../report/index.ts";
import { type Asked, type ChosenSheets, type Corrections, useDiscovered, useDiscoverState, useUnderstood } from "../../discover.ts";
import { useLoaded } from "../../say.ts";
import { Button, TextButton } from "../../ui/button.tsx";
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
  const [said, correct] = useState<Corrections>({});
  const [chosen, chooseSheets] = useState<ChosenSheets>({});
  const [asked, ask] = useState<Asked | null>(null);
  const [isReading, read] = useState(false);
  const discovered = useDiscovered(asked, say.language);
  const state = useDiscoverState(isReading || discovered.isFetching);
  const files = state.data?.files ?? [];
  const ids = files.map(({ id }) => id);
  // What was said of a file goes with it.
  const here = <T,>(all: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(all).filter(([id]) => ids.includes(id)));
  const [roles, sheets] = [here(said), here(chosen)];
  const understood = useUnderstood(ids, sheets, say.language);
  const now: Asked = { files: ids, roles, sheets };
  const isChanged = asked !== null && JSON.stringify(asked) !== JSON.stringify(now);
  const canRun = files.length > 0 ? understood.data !== undefined && !understood.isPlaceholderData : (state.data?.datasets.length ?? 0) > 0;
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
      <Drop files={files} datasets={state.data?.datasets ?? []} busy={read} />
      {state.error ? <Problem error={state.error} /> : null}
      {understood.isFetching ? (
        <p className={classes["busy"]} role="status">
          {words.understood.busy}
        </p>
      ) : null}
      {understood.error ? <Problem error={understood.error} /> : null}
      {understood.error && Object.keys(sheets).length > 0 ? (
        <p className={classes["start"]}>
          <TextButton onClick={() => chooseSheets({})}>{words.understood.firstSheets}</TextButton>
        </p>
      ) : null}
      {understood.data === undefined || files.length === 0 ? null : (
        <UnderstoodFiles
          understood={understood.data}
          known={state.data?.roles ?? []}
          roles={roles}
          correct={correct}
          chooseSheet={(file, sheet) => {
            chooseSheets({ ...sheets, [file]: sheet });
            // Another sheet has other columns.
            correct(Object.fromEntries(Object.entries(roles).filter(([id]) => id !== file)));
          }}
        />
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
      {discovered.error && !isChanged ? <Problem error={discovered.error} /> : null}
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
