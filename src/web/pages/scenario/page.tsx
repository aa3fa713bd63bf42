import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Scenario } from "../../../report/index.ts";
import { useLoaded } from "../../say.ts";
import { type Kept, type Scenarios, useScenarios } from "../../scenario.ts";
import button from "../../ui/button.module.css";
import { Choice } from "../../ui/choice.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Awaited, useTitle, WithReport } from "../../ui/page.tsx";
import { GrowthWhatIf } from "./growth.tsx";
import { entryOf } from "./outcome.tsx";
import classes from "./scenario.module.css";
import { TreeWhatIf } from "./tree.tsx";

const route = getRouteApi("/scenario");

export function ScenarioPage() {
  return (
    <WithReport>
      <Fetched />
    </WithReport>
  );
}

function Fetched() {
  const { say } = useLoaded();
  const answer = useScenarios(say.language);
  useTitle(say.words.scenario.title);
  return answer.data ? <Known known={answer.data} /> : <Awaited answer={answer} />;
}

/** What the page is about: a scenario that is kept, a new one about an indicator, or new growth. */
type Subject =
  | { readonly kind: "kept"; readonly scenario: Scenario }
  | { readonly kind: "tree"; readonly indicator: string }
  | { readonly kind: "growth" };

function Known({ known }: { known: Scenarios }) {
  const loaded = useLoaded();
  const { report, say } = loaded;
  const words = say.words.scenario;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [kept, settle] = useState<Kept | null>(null);
  const indicators = [...new Set(known.drivers.flatMap(({ moves }) => moves))];
  const subject = subjectOf(known, search, indicators, report.superKpi);
  const go = (to: typeof search) => {
    settle(null);
    void navigate({ search: to, resetScroll: false });
  };
  const settled = (written: Kept) => {
    settle(written);
    void navigate({ search: { id: written.id }, resetScroll: false });
  };
  if (subject === null)
    return (
      <Empty title={words.empty.title} text={words.empty.text} how={words.empty.how} code={example[say.language]}>
        <p className={classes["soft"]}>{words.empty.growth}</p>
        <p className={classes["save"]}>
          <Link className={button["button"]} to="/scenario" search={{ fresh: "growth" }}>
            {words.fresh.growth}
          </Link>
        </p>
      </Empty>
    );
  const bar = (
    <div className={classes["bar"]}>
      <Choice
        label={words.scenario}
        chosen={subject.kind === "kept" ? `id/${subject.scenario.id}` : subject.kind}
        choose={(chosen) =>
          go(chosen === null || chosen === "tree" || chosen === "growth" ? { fresh: chosen ?? "tree" } : { id: chosen.slice(3) })
        }
      >
        {known.scenarios.length === 0 ? null : (
          <optgroup label={words.kept}>
            {known.scenarios.map(({ id, name }) => (
              <option key={id} value={`id/${id}`}>
                {name ?? id}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={words.fresh.group}>
          {indicators.length === 0 ? null : <option value="tree">{words.fresh.tree}</option>}
          <option value="growth">{words.fresh.growth}</option>
        </optgroup>
      </Choice>
      {subject.kind === "tree" ? (
        <Choice label={words.of} chosen={subject.indicator} choose={(kpi) => kpi !== null && go({ kpi })}>
          {indicators.map((id) => (
            <option key={id} value={id}>
              {entryOf(loaded, id)?.name ?? id}
            </option>
          ))}
        </Choice>
      ) : null}
      {kept === null ? null : (
        <p className={classes["saved"]} role="status">
          {words.keep.saved(kept.name, kept.file)}
        </p>
      )}
    </div>
  );
  return (
    <>
      <div className={classes["trail"]}>
        <nav aria-label={say.words.nav.trail}>
          <Link to="/">{say.words.nav.overview}</Link>
          <span aria-current="page">{words.title}</span>
        </nav>
      </div>
      <Worked key={keyOf(subject)} subject={subject} known={known} superKpi={report.superKpi} bar={bar} settled={settled} />
    </>
  );
}

function Worked({
  subject,
  known: { drivers },
  superKpi,
  bar,
  settled,
}: {
  subject: Subject;
  known: Scenarios;
  superKpi: string | null;
  bar: ReactNode;
  settled: (kept: Kept) => void;
}) {
  if (subject.kind === "growth") return <GrowthWhatIf scenario={null} bar={bar} settled={settled} />;
  if (subject.kind === "tree")
    return <TreeWhatIf drivers={drivers} scenario={null} indicator={subject.indicator} bar={bar} settled={settled} />;
  const { scenario } = subject;
  if (scenario.kind === "growth") return <GrowthWhatIf scenario={scenario} bar={bar} settled={settled} />;
  return <TreeWhatIf drivers={drivers} scenario={scenario} indicator={superKpi ?? scenario.id} bar={bar} settled={settled} />;
}

function keyOf(subject: Subject): string {
  return subject.kind === "kept" ? JSON.stringify(subject.scenario) : subject.kind === "tree" ? `tree/${subject.indicator}` : "growth";
}

/** What the address asks for; else the first scenario that is kept, else a new one about the super-KPI; null where there is nothing to change. */
function subjectOf(
  { scenarios }: Scenarios,
  { id, kpi, fresh }: { readonly id?: string; readonly kpi?: string; readonly fresh?: string },
  indicators: readonly string[],
  superKpi: string | null,
): Subject | null {
  const named = scenarios.find((one) => one.id === id);
  if (named) return { kind: "kept", scenario: named };
  if (fresh === "growth") return { kind: "growth" };
  const asked = kpi !== undefined && indicators.includes(kpi) ? kpi : null;
  const [first] = scenarios;
  if (asked === null && fresh === undefined && first) return { kind: "kept", scenario: first };
  const indicator = asked ?? indicators.find((one) => one === superKpi) ?? indicators[0];
  return indicator === undefined ? null : { kind: "tree", indicator };
}

const example = {
  nl: `metrics:
  - {id: orders, name: Bestellingen, type: count, dataset: orders}
  - {id: visits, name: Bezoeken, type: count, dataset: visits}
  - {id: conversion, type: ratio, numerator: orders, denominator: visits}
kpis:
  - {id: conversion, name: Conversie, metric: conversion, direction: up}`,
  en: `metrics:
  - {id: orders, name: Orders, type: count, dataset: orders}
  - {id: visits, name: Visits, type: count, dataset: visits}
  - {id: conversion, type: ratio, numerator: orders, denominator: visits}
kpis:
  - {id: conversion, name: Conversion, metric: conversion, direction: up}`,
};
