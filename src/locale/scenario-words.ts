import type { Language } from "./language.ts";
import type { Phrase } from "./phrase.ts";

/** How a metric is changed: in proportion, by an amount, or to a value. */
type How = "share" | "add" | "set";
type Lever = "inflow" | "conversion" | "viral" | "churn" | "weeks" | "start" | "guestsPerHour" | "peakShare";

/** The words of the page *What if*. Values and periods arrive as they are to be read. */
export interface ScenarioWords {
  readonly title: string;
  readonly link: string;
  readonly scenario: string;
  readonly of: string;
  readonly fresh: { readonly group: string; readonly tree: string; readonly growth: string };
  readonly kept: string;
  readonly still: (name: string) => readonly Phrase[];
  readonly changed: (input: {
    readonly name: string;
    readonly period: string;
    readonly before: string;
    readonly after: string;
    readonly others: number;
  }) => readonly Phrase[];
  readonly grown: (input: {
    readonly weeks: number;
    readonly members: string;
    readonly low: string;
    readonly high: string;
    readonly level: string;
  }) => readonly Phrase[];
  /** both in one line, for where the picture is out of sight */
  readonly short: {
    readonly tree: (name: string, before: string, after: string) => string;
    readonly growth: (members: string, weeks: number) => string;
  };
  readonly busy: string;
  readonly failed: string;
  readonly levers: string;
  readonly teach: string;
  readonly teachGrowth: string;
  readonly now: (value: string, period: string) => string;
  readonly noValue: string;
  readonly slide: (name: string) => string;
  readonly how: (name: string) => string;
  readonly hows: Readonly<Record<How, string>>;
  readonly more: string;
  readonly none: string;
  readonly remove: (name: string) => string;
  readonly reset: string;
  readonly noNumber: (least: string, most: string) => string;
  readonly growth: Readonly<Record<Lever, { readonly name: string; readonly unit: string }>>;
  readonly room: string;
  readonly notGiven: string;
  readonly generations: string;
  readonly least: string;
  readonly keeps: (inflow: string, score: string) => string;
  readonly keepsNone: (score: string) => string;
  readonly chart: {
    readonly tree: (name: string) => string;
    readonly growth: string;
    readonly labelTree: (name: string, before: string, after: string) => string;
    readonly labelGrowth: (members: string, weeks: number) => string;
    readonly measured: (value: string) => string;
    readonly would: (value: string) => string;
    readonly range: (low: string, high: string) => string;
    readonly chance: (level: string) => string;
    readonly full: (members: string) => string;
    readonly asKept: string;
    readonly week: (week: number) => string;
    readonly draw: string;
  };
  readonly table: {
    readonly title: (count: number) => string;
    readonly indicator: string;
    readonly before: string;
    readonly after: string;
    readonly difference: string;
    readonly between: string;
    readonly of: (period: string) => string;
    readonly range: (low: string, high: string) => string;
    readonly through: (low: string, high: string) => string;
    readonly better: string;
    readonly worse: string;
    readonly weeks: string;
    readonly week: string;
    readonly members: string;
    readonly chance: (level: string) => string;
    readonly asKept: string;
  };
  readonly links: (count: number) => string;
  readonly facts: string;
  readonly doubts: { readonly title: (count: number) => string; readonly none: string };
  readonly keep: {
    readonly title: string;
    readonly name: string;
    readonly hint: (name: string) => string;
    readonly add: string;
    readonly update: (name: string) => string;
    readonly busy: string;
    readonly saved: (name: string, file: string) => string;
    readonly failed: (reason: string) => string;
    readonly nothing: string;
  };
  readonly empty: { readonly title: string; readonly text: string; readonly how: string; readonly growth: string };
}

export const scenarioWords: Readonly<Record<Language, ScenarioWords>> = {
  nl: {
    title: "Wat als",
    link: "Wat als?",
    scenario: "Scenario",
    of: "Van",
    fresh: { group: "Nieuw", tree: "Wat als een metriek anders was", growth: "Hoe snel groeien we" },
    kept: "Bewaard",
    still: (name) => [{ text: "Verschuif een knop", strong: true }, { text: ` en zie wat ${name} dan was geweest.` }],
    changed: ({ name, period, before, after, others }) => [
      { text: `Dan stond ${name} in ${period} op ` },
      { text: after, strong: true },
      { text: ` in plaats van ${before}` },
      {
        text:
          others === 0
            ? "."
            : others === 1
              ? "; één andere KPI of CPI verandert mee."
              : `; ${others} andere KPI’s en CPI’s veranderen mee.`,
      },
    ],
    grown: ({ weeks, members, low, high, level }) => [
      { text: `Na ${weeks} ${weeks === 1 ? "week" : "weken"} zijn er ` },
      { text: `${members} leden`, strong: true },
      { text: `. Kloppen de aannames, dan ligt het met ${level} kans tussen ${low} en ${high}.` },
    ],
    short: {
      tree: (name, before, after) => `${name}: ${before} → ${after}`,
      growth: (members, weeks) => `${members} leden na ${weeks} ${weeks === 1 ? "week" : "weken"}`,
    },
    busy: "Wordt doorgerekend…",
    failed: "Dit is niet door te rekenen.",
    levers: "Wat je verandert",
    teach: "Schuif, of typ een getal. De KPI’s worden opnieuw uitgerekend met de formules en de metingen die er zijn.",
    teachGrowth: "Schuif, of typ een getal. Dit zijn aannames: vul in wat je hebt gemeten.",
    now: (value, period) => `${value} in ${period}`,
    noValue: "nog geen volledige periode",
    slide: (name) => `${name}, schuif`,
    how: (name) => `${name}, hoe`,
    hows: { share: "%", add: "erbij", set: "wordt" },
    more: "Verander ook",
    none: "Kies een metriek",
    remove: (name) => `Laat ${name} zoals het was`,
    reset: "Alles terug",
    noNumber: (least, most) => `Typ een getal van ${least} tot ${most}, zonder punten voor duizendtallen.`,
    growth: {
      inflow: { name: "Instroom", unit: "mensen per week" },
      conversion: { name: "Conversie", unit: "% wordt lid" },
      viral: { name: "Brengt mee", unit: "anderen per nieuw lid" },
      churn: { name: "Verloop", unit: "% vertrekt per week" },
      weeks: { name: "Looptijd", unit: "weken" },
      start: { name: "Leden nu", unit: "bij de start" },
      guestsPerHour: { name: "Capaciteit", unit: "gasten per uur" },
      peakShare: { name: "Drukste uur", unit: "% van de leden" },
    },
    room: "Hoeveel er in past",
    notGiven: "niet bekend",
    generations: "Wie is meegebracht, brengt ook weer anderen mee",
    least: "Het cijfer moet minstens blijven",
    keeps: (inflow, score) => `Tot een instroom van ${inflow} per week blijft het cijfer in het drukste uur ${score} of hoger.`,
    keepsNone: (score) => `Zo is niet te zeggen bij welke instroom het cijfer ${score} of hoger blijft.`,
    chart: {
      tree: (name) => `${name}, zoals gemeten en zoals het was geweest`,
      growth: "Leden per week, met wat toeval doet",
      labelTree: (name, before, after) => `${name}: gemeten ${before}, met de verandering ${after}.`,
      labelGrowth: (members, weeks) => `Leden per week, oplopend tot ${members} na ${weeks} weken.`,
      measured: (value) => `gemeten ${value}`,
      would: (value) => `wordt ${value}`,
      range: (low, high) => `per periode ${low} tot ${high}`,
      chance: (level) => `${level} kans in dit gebied`,
      full: (members) => `vol bij ${members}`,
      asKept: "zoals bewaard",
      week: (week) => `week ${week}`,
      draw: "Teken",
    },
    table: {
      title: (count) => (count === 1 ? "Eén KPI of CPI hangt ervan af" : `${count} KPI’s en CPI’s hangen ervan af`),
      indicator: "KPI of CPI",
      before: "Gemeten",
      after: "Wordt",
      difference: "Verschil",
      between: "Per periode",
      of: (period) => `in ${period}`,
      range: (low, high) => `${low} tot ${high}`,
      through: (low, high) => `door verbanden ${low} tot ${high}`,
      better: "beter",
      worse: "slechter",
      weeks: "Week voor week",
      week: "Week",
      members: "Leden",
      chance: (level) => `${level} kans`,
      asKept: "Zoals bewaard",
    },
    links: (count) =>
      count === 1 ? "Eén verband telt mee, zoals een experiment het mat" : `${count} verbanden tellen mee, zoals experimenten ze maten`,
    facts: "Wat het oplevert, en wat er gemeten is",
    doubts: {
      title: (count) =>
        count === 0 ? "Aan de som is niets te twijfelen" : count === 1 ? "Eén reden om te twijfelen" : `${count} redenen om te twijfelen`,
      none: "Wat je invulde spreekt elkaar niet tegen. Of de aannames kloppen, laat alleen een meting zien.",
    },
    keep: {
      title: "Bewaar dit scenario",
      name: "Naam",
      hint: (name) => `Laat de naam staan om “${name}” bij te werken; geef een andere naam voor een nieuw scenario.`,
      add: "Bewaar als scenario",
      update: (name) => `Werk “${name}” bij`,
      busy: "Bezig met bewaren…",
      saved: (name, file) => `“${name}” staat in ${file}. helder add --undo draait het terug.`,
      failed: (reason) => `Niet bewaard; wat je koos staat er nog. ${reason}`,
      nothing: "Verander eerst iets: een scenario zonder verandering heeft niets te zeggen.",
    },
    empty: {
      title: "Nog niets om door te rekenen",
      text: "Een wat-als verandert een metriek en rekent door wat dat met je KPI’s doet. Daar zijn metrieken voor nodig, en een KPI die ervan afhangt.",
      how: "Zet ze in helder.yaml:",
      growth: "Of reken groei door: daar zijn geen gegevens voor nodig.",
    },
  },
  en: {
    title: "What if",
    link: "What if?",
    scenario: "Scenario",
    of: "Of",
    fresh: { group: "New", tree: "What if a metric were different", growth: "How fast do we grow" },
    kept: "Kept",
    still: (name) => [{ text: "Move a slider", strong: true }, { text: ` and see what ${name} would have been.` }],
    changed: ({ name, period, before, after, others }) => [
      { text: `Then ${name} would have stood at ` },
      { text: after, strong: true },
      { text: ` in ${period} rather than at ${before}` },
      {
        text:
          others === 0 ? "." : others === 1 ? "; one other KPI or CPI changes with it." : `; ${others} other KPIs and CPIs change with it.`,
      },
    ],
    grown: ({ weeks, members, low, high, level }) => [
      { text: `After ${weeks} ${weeks === 1 ? "week" : "weeks"} there are ` },
      { text: `${members} members`, strong: true },
      { text: `. If the assumptions hold, the chance is ${level} that it lies between ${low} and ${high}.` },
    ],
    short: {
      tree: (name, before, after) => `${name}: ${before} → ${after}`,
      growth: (members, weeks) => `${members} members after ${weeks} ${weeks === 1 ? "week" : "weeks"}`,
    },
    busy: "Being worked out…",
    failed: "This cannot be worked out.",
    levers: "What you change",
    teach: "Slide, or type a number. The KPIs are worked out again by the formulas and the measurements that there are.",
    teachGrowth: "Slide, or type a number. These are assumptions: fill in what you have measured.",
    now: (value, period) => `${value} in ${period}`,
    noValue: "no complete period yet",
    slide: (name) => `${name}, slider`,
    how: (name) => `${name}, how`,
    hows: { share: "%", add: "more", set: "becomes" },
    more: "Change too",
    none: "Choose a metric",
    remove: (name) => `Leave ${name} as it was`,
    reset: "All back",
    noNumber: (least, most) => `Type a number from ${least} to ${most}, without thousands separators.`,
    growth: {
      inflow: { name: "Inflow", unit: "people a week" },
      conversion: { name: "Conversion", unit: "% become a member" },
      viral: { name: "Brings along", unit: "others per new member" },
      churn: { name: "Churn", unit: "% leave a week" },
      weeks: { name: "Duration", unit: "weeks" },
      start: { name: "Members now", unit: "at the start" },
      guestsPerHour: { name: "Capacity", unit: "guests an hour" },
      peakShare: { name: "Busiest hour", unit: "% of members" },
    },
    room: "How many there is room for",
    notGiven: "not known",
    generations: "Who was brought along brings others along too",
    least: "The score must stay at least",
    keeps: (inflow, score) => `Up to an inflow of ${inflow} a week the score in the busiest hour stays ${score} or better.`,
    keepsNone: (score) => `Like this it cannot be said at which inflow the score stays ${score} or better.`,
    chart: {
      tree: (name) => `${name}, as measured and as it would have been`,
      growth: "Members a week, with what chance does",
      labelTree: (name, before, after) => `${name}: measured ${before}, with the change ${after}.`,
      labelGrowth: (members, weeks) => `Members a week, rising to ${members} after ${weeks} weeks.`,
      measured: (value) => `measured ${value}`,
      would: (value) => `becomes ${value}`,
      range: (low, high) => `by period ${low} to ${high}`,
      chance: (level) => `${level} chance in this area`,
      full: (members) => `full at ${members}`,
      asKept: "as kept",
      week: (week) => `week ${week}`,
      draw: "Draw",
    },
    table: {
      title: (count) => (count === 1 ? "One KPI or CPI depends on it" : `${count} KPIs and CPIs depend on it`),
      indicator: "KPI or CPI",
      before: "Measured",
      after: "Becomes",
      difference: "Difference",
      between: "By period",
      of: (period) => `in ${period}`,
      range: (low, high) => `${low} to ${high}`,
      through: (low, high) => `by links ${low} to ${high}`,
      better: "better",
      worse: "worse",
      weeks: "Week by week",
      week: "Week",
      members: "Members",
      chance: (level) => `${level} chance`,
      asKept: "As kept",
    },
    links: (count) =>
      count === 1 ? "One link counts, as an experiment measured it" : `${count} links count, as experiments measured them`,
    facts: "What it brings, and what was measured",
    doubts: {
      title: (count) => (count === 0 ? "Nothing to doubt in the sum" : count === 1 ? "One reason for doubt" : `${count} reasons for doubt`),
      none: "What you filled in does not contradict itself. Whether the assumptions hold, only a measurement shows.",
    },
    keep: {
      title: "Keep this scenario",
      name: "Name",
      hint: (name) => `Leave the name to update “${name}”; give another name for a new scenario.`,
      add: "Keep as a scenario",
      update: (name) => `Update “${name}”`,
      busy: "Keeping…",
      saved: (name, file) => `“${name}” is in ${file}. helder add --undo takes it back.`,
      failed: (reason) => `Not kept; what you chose is still here. ${reason}`,
      nothing: "Change something first: a scenario without a change has nothing to say.",
    },
    empty: {
      title: "Nothing to work out yet",
      text: "A what-if changes a metric and works out what that does to your KPIs. It needs metrics, and a KPI that depends on them.",
      how: "Put them in helder.yaml:",
      growth: "Or work out growth: that needs no data.",
    },
  },
};
