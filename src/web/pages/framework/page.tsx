import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { coverageSentence } from "../../../report/index.ts";
import { type Loaded, useLoaded } from "../../say.ts";
import { Button } from "../../ui/button.tsx";
import { CopyText } from "../../ui/copy.tsx";
import { Empty } from "../../ui/empty.tsx";
import { useTitle, WithReport } from "../../ui/page.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import { TimeLine } from "../../ui/time-line.tsx";
import { Audience } from "./audience.tsx";
import { BudgetMeter } from "./budget.tsx";
import { findingsBeside } from "./concerns.ts";
import { Findings } from "./findings.tsx";
import classes from "./framework.module.css";
import { FrameworkGrid } from "./grid.tsx";
import { Homeless } from "./homeless.tsx";
import { type Gap, gridView, type Opened } from "./model.ts";
import { Sheet } from "./sheet.tsx";
import { starterYaml } from "./starter.ts";
import { Teams } from "./teams.tsx";

const route = getRouteApi("/framework");

export function FrameworkPage() {
  return (
    <WithReport>
      <FrameworkView />
    </WithReport>
  );
}

function FrameworkView() {
  const loaded = useLoaded();
  const { report, say } = loaded;
  const words = say.words.framework;
  useTitle(words.title);
  const { for: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const audience = report.grids.find((grid) => grid.audience === asked)?.audience ?? null;
  const view = useMemo(() => gridView(loaded, audience), [loaded, audience]);
  const beside = useMemo(() => findingsBeside(loaded), [loaded]);
  const [opened, open] = useState<Opened | null>(null);
  if (view === null || !report.tree.nodes.some(({ layer }) => layer === "goal" || layer === "objective" || layer === "interaction")) {
    const { empty, snippet } = words;
    const code = starterYaml(loaded);
    return (
      <Empty title={empty.title} text={empty.text} how={empty.how} code={code}>
        <CopyText label={snippet.copy} failed={snippet.failed} text={() => code} />
      </Empty>
    );
  }
  const choose = (id: string | null) => void navigate({ search: id === null ? {} : { for: id }, replace: true, resetScroll: false });
  return (
    <>
      <TimeLine />
      <Sentence phrases={coverageSentence(report, audience, say.language)} />
      <div className={classes["todo"]}>
        <FirstThing loaded={loaded} gap={view.gaps[0]} open={open} />
        <BudgetMeter open={() => open({ kind: "ranking" })} />
        <Audience chosen={audience} choose={choose} />
      </div>
      <FrameworkGrid view={view} beside={beside} open={open} />
      <Homeless nodes={view.homeless} beside={beside} open={open} />
      <Findings gaps={view.gaps} open={open} />
      <Teams />
      <Sheet opened={opened} audience={audience} close={() => open(null)} />
    </>
  );
}

/** The one button: too many KPIs before an empty cell; nothing where there is nothing to do. */
function FirstThing({ loaded, gap, open }: { loaded: Loaded; gap: Gap | undefined; open: (what: Opened) => void }) {
  const { report, phases, say } = loaded;
  const words = say.words.framework;
  if (report.budget.used > report.budget.budget) return <Button onClick={() => open({ kind: "ranking" })}>{words.budget.choose}</Button>;
  if (gap === undefined) return null;
  const phase = phases.find(({ id }) => id === gap.phase)?.name ?? "";
  const [member] = gap.members;
  const label =
    gap.missing === "not-gauged" && gap.side === null && member
      ? `${words.gap.link(gap.layer, null, gap.missing)} ${words.gap.place(member.name, null)}`
      : words.gap.first(gap.layer, gap.side, phase);
  return <Button onClick={() => open({ kind: "gap", gap })}>{label}</Button>;
}
