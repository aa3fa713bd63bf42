import { type Day, daysBetween } from "../calendar/index.ts";
import type { Framework, Language } from "../framework/index.ts";
import { type Episode, episodesOf, type EpisodeKind, type Watched } from "./episode.ts";

/** One thing to tell: that something began, or that it is over. */
export interface Message {
  /** the same for whoever is told the same: `off-course/bathrooms-sold/2026-11-22` */
  readonly id: string;
  readonly kind: EpisodeKind | "recovered";
  readonly on: string;
  readonly since: Day;
  readonly severity: "bad" | "good";
  readonly title: string;
  readonly text: string;
  /** `mail:…`, `slack:env(…)`, `teams:env(…)`, `webhook:env(…)`: those who were not told yet */
  readonly to: readonly string[];
}

/** What is going on, since when, and who knows. */
export interface Told {
  readonly open: Readonly<Record<string, { readonly since: Day; readonly name: string; readonly to: readonly string[] }>>;
  /** over, and not yet told to these who know that it began */
  readonly over: Readonly<Record<string, { readonly since: Day; readonly name: string; readonly to: readonly string[]; readonly on: Day }>>;
  /** going on, and not told yet because chance alone may undo it: when and in which period it was first seen */
  readonly waiting: Readonly<Record<string, { readonly since: Day; readonly period: string | null }>>;
  /** ids of the KPIs and CPIs that were looked at before: what is wrong at first sight is told at once */
  readonly known: readonly string[];
}

export const nothingTold: Told = { open: {}, over: {}, waiting: {}, known: [] };

/** What lasts so many days, or into the next period, is not undone by chance. */
const lasts = 14;

const titles: Readonly<Record<Language, Readonly<Record<Message["kind"], (name: string) => string>>>> = {
  nl: {
    "level-changed": (name) => `${name}: blijvend slechter`,
    "off-course": (name) => `${name}: haalt het doel waarschijnlijk niet`,
    "no-data": (name) => `${name}: geen cijfer`,
    "broken-source": (name) => `${name}: er is iets mis met de gegevens`,
    "silent-source": (name) => `${name}: er komt niets meer binnen`,
    recovered: (name) => `${name}: weer in orde`,
  },
  en: {
    "level-changed": (name) => `${name}: lastingly worse`,
    "off-course": (name) => `${name}: will probably miss its target`,
    "no-data": (name) => `${name}: no figure`,
    "broken-source": (name) => `${name}: something is wrong with the data`,
    "silent-source": (name) => `${name}: nothing comes in any more`,
    recovered: (name) => `${name}: all right again`,
  },
};

const recovery: Readonly<Record<Language, Readonly<Record<EpisodeKind, string>>>> = {
  nl: {
    "level-changed": "Het niveau is weer zoals het was.",
    "off-course": "Het doel is weer binnen bereik.",
    "no-data": "Er is weer een cijfer.",
    "broken-source": "De gegevens zijn weer goed.",
    "silent-source": "Er komt weer iets binnen.",
  },
  en: {
    "level-changed": "The level is what it was again.",
    "off-course": "The target is within reach again.",
    "no-data": "There is a figure again.",
    "broken-source": "The data are all right again.",
    "silent-source": "Rows are coming in again.",
  },
};

/**
 * What is to be told after a run, and what is then going on. What chance alone may undo waits until it lasts. Nobody is told twice that something began, nor that it is over; that it is over
 * only who knew. `told` is what `delivered` made of the last answer. Pure: the same run and the same `told` give the same messages.
 */
export function messagesOf(
  framework: Pick<Framework, "alerts" | "kpis" | "cpis">,
  report: Watched,
  told: Told,
  language: Language,
): { readonly messages: readonly Message[]; readonly told: Told } {
  const { asOf } = report;
  const going = episodesOf(report, new Set(Object.keys(told.open)));
  const open: Record<string, Told["open"][string]> = {};
  const over: Record<string, Told["over"][string]> = { ...told.over };
  const waiting: Record<string, Told["waiting"][string]> = {};
  const messages: Message[] = [];
  for (const episode of going) {
    const before = told.open[episode.id];
    if (before === undefined && !isSure(episode, told, asOf)) {
      waiting[episode.id] = told.waiting[episode.id] ?? { since: asOf, period: episode.period };
      continue;
    }
    const since = before?.since ?? asOf;
    // To whom it never got through that it was over, it lasts.
    const known = (before ?? told.over[episode.id])?.to ?? [];
    open[episode.id] = { since, name: episode.name, to: known };
    delete over[episode.id];
    const to = targetsOf(framework, episode).filter((target) => !known.includes(target));
    if (to.length > 0 || (before === undefined && framework.alerts.length === 0)) messages.push(begun(episode, since, to, language));
  }
  for (const [id, { since, name, to }] of Object.entries(told.open))
    if (open[id] === undefined && to.length > 0) over[id] = { since, name, to, on: asOf };
  for (const [id, { name, to, on }] of Object.entries(over)) {
    const kind = id.slice(0, id.indexOf("/")) as EpisodeKind;
    messages.push({
      id: `recovered/${id}/${on}`,
      kind: "recovered",
      on: id.slice(id.indexOf("/") + 1),
      since: on,
      severity: "good",
      title: titles[language].recovered(name),
      text: recovery[language][kind],
      to,
    });
  }
  const known = [...new Set([...told.known, ...report.kpis.map(({ id }) => id), ...report.cpis.map(({ id }) => id)])];
  return { messages, told: { open, over, waiting, known } };
}

function isSure({ id, on, sure, period }: Episode, { known, waiting }: Told, asOf: Day): boolean {
  const first = waiting[id];
  return sure || !known.includes(on) || (first !== undefined && (first.period !== period || daysBetween(first.since, asOf) >= lasts));
}

function begun({ id, kind, on, name, sentence }: Episode, since: Day, to: readonly string[], language: Language): Message {
  return { id: `${id}/${since}`, kind, on, since, severity: "bad", title: titles[language][kind](name), text: sentence, to };
}

/** Who asked to be told of an episode: by the indicator's id, by its metric, or by the dataset. */
function targetsOf({ alerts, kpis, cpis }: Pick<Framework, "alerts" | "kpis" | "cpis">, { on, kind }: Episode): readonly string[] {
  const metric = kind === "broken-source" || kind === "silent-source" ? undefined : [...kpis, ...cpis].find(({ id }) => id === on)?.metric;
  return [
    ...new Set(
      alerts
        .filter(({ digest }) => digest === undefined)
        .filter((alert) => alert.on.length === 0 || alert.on.includes(on) || (metric !== undefined && alert.on.includes(metric)))
        .flatMap(({ to }) => to),
    ),
  ];
}

/** What is known after a message reached one of those it was for. */
export function delivered(told: Told, message: Pick<Message, "id" | "kind">, target: string): Told {
  const id =
    message.kind === "recovered"
      ? message.id.slice("recovered/".length, message.id.lastIndexOf("/"))
      : message.id.slice(0, message.id.lastIndexOf("/"));
  if (message.kind !== "recovered") {
    const open = told.open[id];
    return open ? { ...told, open: { ...told.open, [id]: { ...open, to: [...open.to, target] } } } : told;
  }
  const { [id]: entry, ...others } = told.over;
  const to = entry?.to.filter((one) => one !== target) ?? [];
  return { ...told, over: entry && to.length > 0 ? { ...others, [id]: { ...entry, to } } : others };
}
