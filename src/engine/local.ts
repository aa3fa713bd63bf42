import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Day, dayInZone, parsePeriod } from "../calendar/index.ts";
import { parse, references } from "../expression/index.ts";
import { type Framework, HelderError, isTyped, type Observation, privateColumns } from "../framework/index.ts";
import { type Journal, openJournal } from "../journal/index.ts";
import {
  assemble,
  type Catalog,
  explain,
  measuredDatasets,
  neededDatasets,
  type MetricQuery,
  type Plan,
  type PlannedQuery,
  planQuery,
  type Reach,
  reachesOf,
} from "../metric/index.ts";
import type { Table } from "../sql/index.ts";
import type { Warehouse } from "../warehouse/index.ts";
import { opened as openedFrom, readWorkspace, type SourceFile, type Workspace } from "../workspace/index.ts";
import type { Engine, LoadResult, OpenOptions, QueryRequest } from "./engine.ts";
import { expireEvents } from "./expire.ts";
import { planForLink } from "./experiment-plan.ts";
import { heldWarehouse } from "./held.ts";
import { dimensionsOf } from "./dimensions.ts";
import { definitionsOf } from "./definitions.ts";
import { analyseExperiments } from "./experiments.ts";
import { completeErasures, erase, remembered } from "./erase/index.ts";
import { catalogOf, identified, loadDatasets, stampsOf, withIdentities } from "./load/index.ts";
import { type KeptAnswers, keptAnswers } from "./kept.ts";
import { factsOf, keptRun, sightOf } from "./kept-run.ts";
import { faultsOf } from "./quality.ts";
import { judgeAll } from "./run.ts";
import { sourcesOf, withEventKeys } from "./sources.ts";
import { statementOf } from "./statement.ts";
import { takeTurns } from "./turn.ts";
import type { Work } from "./work.ts";
import { unknown } from "./unknown.ts";

export interface LocalEngine extends Engine {
  /** opens the warehouse now, so that whoever holds it is known before anything is promised */
  warm(): Promise<void>;
  /** the same engine, telling its statements to `trace` */
  traced(trace: (line: string) => void): Engine;
}

export function localEngine(directory: string, options: OpenOptions): LocalEngine {
  const turn = takeTurns();
  const fetchSources = sourcesOf(turn);
  const helder = join(directory, ".helder");
  const now = options.now ?? Date.now;
  const holding = heldWarehouse(helder, (framework) => completeErasures(directory, framework, openedJournal()), options.progress);
  let kept: { readonly warehouse: Warehouse; readonly answers: KeptAnswers } | null = null;
  const lastRun = keptRun(helder);
  let journal: Journal | null = null;
  let parsed: Workspace | null = null;

  function parse(files: readonly SourceFile[]): Workspace {
    return (parsed = openedFrom(directory, files, parsed));
  }

  async function open(): Promise<Workspace> {
    return parse(await readWorkspace(directory));
  }

  const working = <T>(task: () => Promise<T>): Promise<T> => turn(() => holding.unbroken(task));

  function answersKept(held: Warehouse): KeptAnswers {
    if (kept?.warehouse !== held) kept = { warehouse: held, answers: keptAnswers(held) };
    return kept.answers;
  }

  function openedJournal(): Journal {
    return (journal ??= openJournal(helder));
  }

  function engine(trace: ((line: string) => void) | undefined): Engine {
    async function work(framework: Framework): Promise<Work> {
      const held = await holding.open(framework);
      const observations = checkinsOf(openedJournal());
      const ask = async (plan: Plan): Promise<Table> => {
        const statement = await statementOf(plan, held.dialect, held);
        const table = await held.run(statement);
        trace?.(`${statement.text}\n-- ${JSON.stringify(statement.parameters)} → ${table.rows.length} rows`);
        return table;
      };
      // What is asked to be shown is asked anew, so that there is something to show.
      const keeps = held.clickhouse === null && trace === undefined;
      const answered = (plans: readonly Plan[], reaches: readonly (readonly Reach[])[], catalog: Catalog): Promise<readonly Table[]> =>
        keeps ? answersKept(held).of(plans, reaches, catalog, ask) : inTurn(plans, ask);
      return {
        framework,
        warehouse: held,
        observations,
        definitions: () => definitionsOf(framework, openedJournal(), now()),
        keeps,
        // Of plans that serve no metric it is not known how far a row reaches.
        tables: (plans, catalog) =>
          answered(
            plans,
            plans.map(() => [{ before: "all", after: "all" }]),
            catalog,
          ),
        answer: async (planned, catalog) =>
          assemble(planned, await answered(planned.plans, reachesOf(framework, planned), catalog), observations),
      };
    }

    const told = options.progress ? { progress: options.progress } : {};

    /** `refresh`: ask the sources what is new, in place of making do with what was fetched */
    async function load(framework: Framework, asked: readonly string[] | null, held: Warehouse, refresh = false): Promise<LoadResult> {
      const datasets = withIdentities(framework, asked);
      const erased = await remembered(openedJournal(), helder);
      const fetching = { directory, datasets, refresh, today: today(framework, now()), journal: openedJournal, erased };
      if (refresh) await expireEvents(directory, framework, openedJournal(), fetching.today);
      const missed = await fetchSources({ ...fetching, framework, ...told });
      const loaded = await loadDatasets(held, {
        directory,
        framework: withEventKeys(framework),
        datasets,
        erased,
        today: fetching.today,
        ...told,
      });
      const failed = new Set(missed.map(({ id }) => id));
      // What could not be fetched says more than that it is not there.
      return { ...loaded, failures: [...missed, ...loaded.failures.filter(({ id }) => !failed.has(id))] };
    }

    async function planned(request: QueryRequest): Promise<{ plan: PlannedQuery; work: Work; catalog: Catalog }> {
      const { framework } = await open();
      const opened = await work(framework);
      const query: MetricQuery = { ...request, asOf: request.asOf ?? today(framework, now()) };
      const measured = query.metrics.flatMap((metric) => measuredDatasets(framework, metric));
      const datasets = neededDatasets(framework, query);
      if (request.private !== true) refusePrivate(framework, datasets, [...query.by, ...(request.guarded ? columnsIn(query.where) : [])]);
      const { failures } = datasets.length > 0 ? await load(framework, datasets, opened.warehouse) : { failures: [] };
      throwFirst(failures.filter(({ id }) => measured.includes(id)));
      const catalog = without(await catalogOf(opened.warehouse, framework, query.asOf), failures);
      try {
        return { plan: planQuery(framework, catalog, query, opened.observations), work: opened, catalog };
      } catch (problem) {
        // What was only to be joined may not be needed; where it is, why it could not be loaded says more than that its columns are unknown.
        throwFirst(failures);
        throw problem;
      }
    }

    return {
      directory,
      framework: async () => {
        const files = await readWorkspace(directory);
        return (await lastRun.frameworkOf(files)) ?? parse(files).framework;
      },
      load: ({ datasets }) =>
        working(async () => {
          const { framework } = await open();
          for (const id of datasets ?? []) requireDataset(framework, id);
          const held = await holding.open(framework);
          const loaded = await load(framework, datasets, held, true);
          const day = today(framework, now());
          const quality = await faultsOf(held, framework, await catalogOf(held, framework, day), day);
          return { ...loaded, quality: quality.filter(({ dataset }) => loaded.datasets.some(({ id }) => id === dataset)) };
        }),
      query: (request) =>
        working(async () => {
          const { plan, work: opened, catalog } = await planned(request);
          return opened.answer(plan, catalog);
        }),
      sql: (request) =>
        working(async () => {
          const { plan, work: opened } = await planned(request);
          const statements = await Promise.all(
            plan.plans.map(async (one) => ({
              dataset: one.dataset,
              plan: one,
              ...(await statementOf(one, opened.warehouse.dialect, opened.warehouse)),
            })),
          );
          return {
            explained: explain(plan),
            statements: statements.map(({ dataset, text, parameters, plan: one }) => ({ dataset, text, parameters, plan: one })),
          };
        }),
      identified: ({ customer }) =>
        working(async () => {
          const { framework } = await open();
          const held = await holding.open(framework);
          await load(
            framework,
            framework.datasets.flatMap((dataset) => (dataset.customer === undefined ? [] : [dataset.id])),
            held,
          );
          return identified(held, framework, customer);
        }),
      dimensions: ({ metrics }) =>
        working(async () => {
          const { framework } = await open();
          const datasets = metrics.flatMap((metric) => measuredDatasets(framework, metric));
          const held = await holding.open(framework);
          throwFirst(datasets.length > 0 ? (await load(framework, datasets, held)).failures : []);
          return dimensionsOf(framework, await catalogOf(held, framework, today(framework, now())), datasets);
        }),
      run: ({ asOf }) =>
        working(async () => {
          const began = performance.now();
          const files = await readWorkspace(directory);
          const before = await lastRun.frameworkOf(files);
          const framework = before ?? parse(files).framework;
          const day = asOf ?? today(framework, now());
          const readEnd = performance.now();
          const stamps = trace === undefined && framework.settings.warehouse === "duckdb" ? await stampsOf(directory, framework) : null;
          const sight = () => (stamps === null ? null : sightOf(openedJournal(), stamps, [day, today(framework, now())]));
          const known = before === null || stamps === null ? null : await lastRun.reportOf(files, "sight", sight());
          if (known !== null) {
            const seen = performance.now();
            return { report: known, timings: { read: readEnd - began, load: seen - readEnd, query: 0, judge: 0, total: seen - began } };
          }
          const opened = await work(framework);
          const seenBefore = sight();
          const loaded = await load(framework, null, opened.warehouse);
          const loadEnd = performance.now();
          const facts = opened.keeps && loaded.failures.length === 0 ? await factsOf(opened, loaded, day) : null;
          const kept = facts === null ? null : await lastRun.reportOf(files, "facts", facts);
          const { report, queried } =
            kept === null ? await judgeAll(opened, parse(files), loaded, day) : { report: kept, queried: performance.now() - loadEnd };
          // Files that were touched and did not change are seen as they stand from now on.
          if (facts !== null) await lastRun.keep(files, framework, { facts, sight: seenBefore }, report);
          const end = performance.now();
          return {
            report,
            timings: { read: readEnd - began, load: loadEnd - readEnd, query: queried, judge: end - loadEnd - queried, total: end - began },
          };
        }),
      checkin: ({ indicator, period, value, note }) =>
        turn(async () => {
          const { framework } = await open();
          const metric = observedMetric(framework, indicator);
          const span = parsePeriod(period, framework.settings.fiscalYear.starts);
          if (span === null)
            throw new HelderError("bad-option", {
              option: "<period>",
              value: period,
              hint: "2026-01-31 | 2026-W05 | 2026-01 | 2026-Q1 | 2026 | 2026-01-01..2026-01-15",
            });
          await mkdir(helder, { recursive: true });
          return openedJournal().appendCheckin({ metric, from: span.from, to: span.to, value, note, at: new Date(now()).toISOString() });
        }),
      experiments: ({ id, asOf }) =>
        working(async () => {
          const { framework } = await open();
          const opened = await work(framework);
          const needed = (datasets: readonly string[]) => load(framework, datasets, opened.warehouse);
          return analyseExperiments(opened, needed, id, asOf ?? today(framework, now()));
        }),
      planExperiment: (request) =>
        working(async () => {
          const { framework } = await open();
          const opened = await work(framework);
          const needed = (datasets: readonly string[]) => load(framework, datasets, opened.warehouse);
          return planForLink(opened, needed, request, request.asOf ?? today(framework, now()));
        }),
      createKey: ({ name, scope }) =>
        turn(async () => {
          await mkdir(helder, { recursive: true });
          return { ...openedJournal().appendKey(name, scope, new Date(now()).toISOString()), scope };
        }),
      erase: (request) =>
        turn(async () => {
          const { framework } = await open();
          return erase(request, {
            directory,
            framework,
            journal: openedJournal(),
            at: new Date(now()).toISOString(),
            reading: (work) => holding.unbroken(async () => work(await holding.open(framework))),
            discard: () => holding.discard(),
            load: (held) => load(framework, null, held),
          });
        }),
      erasures: () => Promise.resolve(openedJournal().erasures()),
      close: () => Promise.resolve(),
    };
  }

  return {
    ...engine(options.trace),
    warm: async () => {
      await holding.open((await open()).framework);
    },
    traced: engine,
    close: () =>
      turn(async () => {
        journal?.close();
        await holding.discard();
      }),
  };
}

/** The day it is in the workspace's zone. */
export function today(framework: Framework, now: number): Day {
  return dayInZone(now, framework.settings.timezone);
}

async function inTurn<T, U>(items: readonly T[], work: (item: T) => Promise<U>): Promise<U[]> {
  const done: U[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}

function throwFirst([failure]: LoadResult["failures"]): void {
  if (failure) throw failure.error;
}

/** What could not be loaded anew is not answered from old rows. */
function without(catalog: Catalog, failures: LoadResult["failures"]): Catalog {
  const failed = new Set(failures.map(({ id }) => id));
  return { ...catalog, datasets: new Map([...catalog.datasets].filter(([id]) => !failed.has(id))) };
}

function columnsIn(where: string | null): readonly string[] {
  const parsed = where === null ? null : parse(where);
  return parsed?.ok ? references(parsed.value) : [];
}

function refusePrivate(framework: Framework, datasets: readonly string[], columns: readonly string[]): void {
  for (const dataset of framework.datasets.filter(({ id }) => datasets.includes(id))) {
    const hidden = privateColumns(dataset);
    const own = (column: string): string => column.toLowerCase().replace(`${dataset.id}.`, "");
    const name = columns.find((column) => hidden.has(own(column)));
    if (name !== undefined) throw new HelderError("private-column", { name, dataset: dataset.id });
  }
}

function requireDataset(framework: Framework, id: string): void {
  if (!framework.datasets.some((dataset) => dataset.id === id)) throw unknown("unknown-dataset", id, framework.datasets);
}

/** The observed metric that a check-in for a KPI, CPI or metric belongs to. */
function observedMetric(framework: Framework, id: string): string {
  const indicator = [...framework.kpis, ...framework.cpis].find((one) => one.id === id);
  const metric = framework.metrics.find((one) => one.id === (indicator ? indicator.metric : id));
  if (!metric) {
    if (indicator) throw new HelderError("not-observed", { name: id });
    throw unknown("unknown-kpi", id, [...framework.kpis, ...framework.cpis, ...framework.metrics]);
  }
  if (!isTyped(metric) || metric.type !== "observed") throw new HelderError("not-observed", { name: id });
  return metric.id;
}

/** What people noted by hand, by metric, in the order in which they did. */
function checkinsOf(journal: Journal): ReadonlyMap<string, readonly Observation[]> {
  const noted = new Map<string, Observation[]>();
  for (const { metric, from, to, value } of journal.checkins()) noted.set(metric, [...(noted.get(metric) ?? []), { from, to, value }]);
  return noted;
}
