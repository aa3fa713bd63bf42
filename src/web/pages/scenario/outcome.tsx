import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type ChangedIndicator, expectedValue, type GrowthOutcome, type ScenarioDoubt, type TreeOutcome } from "../../../report/index.ts";
import type { Entry } from "../../report.ts";
import { type Loaded, type Say, useLoaded } from "../../say.ts";
import { CopyTable } from "../../ui/copy.tsx";
import { Scroll, Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import { Sentence, type Stretch } from "../../ui/sentence.tsx";
import classes from "./scenario.module.css";

export function entryOf({ entries }: Pick<Loaded, "entries">, id: string): Entry | undefined {
  return entries.get(`kpi/${id}`) ?? entries.get(`cpi/${id}`);
}

/** The sentence of the page. It is read out when it changes, once the slider rests. */
export function Headline({ phrases, busy }: { phrases: readonly Stretch[]; busy: boolean }) {
  return (
    <div aria-live="polite" aria-atomic="true" aria-busy={busy} className={classes["headline"]} data-busy={busy}>
      <Sentence phrases={phrases} />
    </div>
  );
}

/** The outcome in one line, which stays in sight below the sliders where the picture does not; the headline is what is read out. */
export function Strip({ text }: { text: string }) {
  return (
    <p className={classes["strip"]} aria-hidden="true">
      {text}
    </p>
  );
}

/** Where nothing came of it: why, in the server's sentence. */
export function Refused({ error }: { error: Error }) {
  const { say } = useLoaded();
  return (
    <div className={classes["refused"]} role="alert">
      <h2>{say.words.scenario.failed}</h2>
      <p>{error.message}</p>
    </div>
  );
}

/** Sentences of the server, one below the other. */
function Told({ title, sentences, none = null }: { title: string; sentences: readonly string[]; none?: string | null }) {
  return (
    <Section title={title}>
      {sentences.length === 0 && none !== null ? <p className={section["teach"]}>{none}</p> : null}
      <ul className={classes["doubts"]}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  );
}

/** The links that are in the sum, and what experiments say that they do. */
export function Links({ links }: Pick<TreeOutcome, "links">) {
  const { say } = useLoaded();
  if (links.length === 0) return null;
  return <Told title={say.words.scenario.links(links.length)} sentences={links.map(({ sentence }) => sentence)} />;
}

/** What growth brings, and what was measured of what it takes for granted. */
export function Facts({ outcome: { measured, worth, crowding } }: { outcome: GrowthOutcome }) {
  const { say } = useLoaded();
  const sentences = [...(worth?.sentences ?? []), ...(measured === undefined ? [] : [measured.sentence]), ...(crowding?.sentences ?? [])];
  return sentences.length === 0 ? null : <Told title={say.words.scenario.facts} sentences={sentences} />;
}

export function Doubts({ doubts }: { doubts: readonly ScenarioDoubt[] }) {
  const { say } = useLoaded();
  const words = say.words.scenario.doubts;
  return <Told title={words.title(doubts.length)} sentences={doubts.map(({ sentence }) => sentence)} none={words.none} />;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly known: boolean;
  readonly period: string;
  readonly cells: readonly [before: string, after: string, difference: string, between: string];
  /** lowest and highest, as in the last cell */
  readonly bounds: readonly [string, string];
  /** where its links may put it; null: by formulas alone */
  readonly through: string | null;
  readonly judged: string | null;
}

function rowOf(loaded: Loaded, { id, path, end, interval, through }: ChangedIndicator): Row {
  const { say } = loaded;
  const words = say.words.scenario.table;
  const entry = entryOf(loaded, id);
  const unit = entry?.unit ?? null;
  const value = (amount: number) => expectedValue(say, amount, unit);
  const bounds = [value(interval[0]), value(interval[1])] as const;
  const { measured, period } = path.at(-1)!;
  const difference = end - measured;
  const better = difference === 0 || entry?.direction == null ? null : (entry.direction === "up") === difference > 0;
  return {
    id,
    name: entry?.name ?? id,
    known: entry !== undefined,
    period: say.period(period),
    cells: [
      value(measured),
      value(end),
      `${signOf(difference)}${unit === "count" ? expectedValue(say, Math.abs(difference), unit) : say.gap(difference, unit)}`,
      words.range(...bounds),
    ],
    bounds,
    through: through === null ? null : words.through(value(through.interval[0]), value(through.interval[1])),
    judged: better === null ? null : better ? words.better : words.worse,
  };
}

function signOf(difference: number): string {
  return difference === 0 ? "" : difference > 0 ? "+" : "−";
}

/** Every KPI and CPI that the change reaches: as measured, as it would have been, and how much of that hangs on the period. */
export function Indicators({ outcome }: { outcome: TreeOutcome }) {
  const loaded = useLoaded();
  const words = loaded.say.words.scenario.table;
  const rows = outcome.indicators.map((one) => rowOf(loaded, one));
  const heads = [words.before, words.after, words.difference, words.between];
  const more = (text: string) => (rows.some(({ through }) => through !== null) ? [text] : []);
  const copied = () => [
    [words.indicator, ...heads, ...more("")],
    ...rows.map(({ name, period, cells, through }) => [`${name}, ${period}`, ...cells, ...more(through ?? "")]),
  ];
  const title = words.title(rows.length);
  return (
    <Section title={title} aside={<CopyTable rows={copied} />}>
      <Scroll label={title}>
        <table className={`${section["plain"]} ${classes["table"]} ${classes["indicators"]}`}>
          <Heads first={words.indicator} numbers={heads} />
          <tbody>
            {rows.map(({ id, name, known, period, cells: [before, after, difference, between], bounds, through, judged }) => (
              <tr key={id}>
                <th scope="row">
                  {known ? (
                    <Link className={section["link"]} to="/kpi/$id" params={{ id }}>
                      {name}
                    </Link>
                  ) : (
                    name
                  )}{" "}
                  <span className={section["note"]}>{words.of(period)}</span>
                </th>
                <Cell>{before}</Cell>
                <Cell strong>
                  {after}
                  <span className={classes["under"]}>{loaded.say.words.scenario.chart.range(...bounds)}</span>
                  {through === null ? null : <span className={classes["under"]}>{through}</span>}
                </Cell>
                <Cell>
                  {difference}
                  {judged === null ? null : <span className={classes["judged"]}>{judged}</span>}
                </Cell>
                <Cell soft>
                  {between}
                  {through === null ? null : <span className={classes["judged"]}>{through}</span>}
                </Cell>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Section>
  );
}

function Heads({ first, numbers }: { first: string; numbers: readonly string[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {numbers.map((head) => (
          <th key={head} scope="col" className={section["number"]}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Cell({ children, strong, soft }: { children: ReactNode; strong?: boolean; soft?: boolean }) {
  const look = strong === true ? section["strong"] : soft === true ? section["soft"] : "";
  return <td className={`${section["number"]} ${look ?? ""}`}>{children}</td>;
}

/** So many weeks stand in the table; the copy has them all. */
const fewWeeks = 13;

/** The members at the end of each week, and where chance takes them. */
export function Weeks({ outcome, kept }: { outcome: GrowthOutcome; kept: GrowthOutcome | null }) {
  const { say } = useLoaded();
  const words = say.words.scenario.table;
  const { band, path, level } = outcome;
  const every = Math.ceil(band.length / fewWeeks);
  const few = band.filter((_, index) => (band.length - 1 - index) % every === 0);
  const members = (of: GrowthOutcome, at: number): string => membersOf(say, of.path.find(({ week }) => week === at)?.members ?? null);
  const cells = ({ week, low, high }: (typeof band)[number]) => [
    members(outcome, week),
    ...(kept === null ? [] : [members(kept, week)]),
    words.range(say.number(low), say.number(high)),
  ];
  const heads = [words.members, ...(kept === null ? [] : [words.asKept]), words.chance(say.percent(level))];
  const copied = () => [[words.week, ...heads], ...band.map((one) => [String(one.week), ...cells(one)])];
  return (
    <Section title={words.weeks} aside={<CopyTable rows={copied} />}>
      <Scroll label={words.weeks}>
        <table className={`${section["plain"]} ${classes["table"]}`}>
          <Heads first={words.week} numbers={heads} />
          <tbody>
            {few.map((one) => (
              <tr key={one.week} data-last={one.week === path.length}>
                <th scope="row">{one.week}</th>
                {cells(one).map((cell, index) => (
                  <Cell key={heads[index]} strong={index === 0} soft={index > 0}>
                    {cell}
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Section>
  );
}

export function membersOf(say: Say, members: number | null): string {
  return say.number(members === null ? null : Math.round(members));
}
