import type { Phrase } from "./phrase.ts";
import type { OwnWords, WebWords } from "./web-words.ts";

const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const count = (number: number) => numbers[number] ?? String(number);
const first = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const list = (names: readonly string[]) => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);
const ordinals = ["", "1st", "2nd", "3rd", "4th"];

const methods: Record<string, string> = {
  "contextual-inquiry": "Watched in daily life",
  observation: "Observed",
  interview: "Interview",
  survey: "Survey",
  "focus-group": "Focus group",
  expert: "An expert’s opinion",
  copied: "Copied from someone else",
};

const states: Record<keyof WebWords["status"], string> = {
  achieved: "has met its target",
  "on-track": "is on track",
  "at-risk": "needs attention",
  behind: "is behind",
  missed: "missed its target",
  immature: "is too early to judge",
  "no-data": "has no data yet",
  "no-target": "has no target yet",
};

export const webEn: OwnWords = {
  nav: {
    label: "Pages",
    skip: "Skip to content",
    trail: "Where you are",
    overview: "Overview",
    tree: "Goal tree",
    treeShort: "Tree",
    framework: "Framework",
    discover: "Discover",
    language: "Language",
    theme: "Appearance",
    auto: "Automatic",
    light: "Light",
    dark: "Dark",
  },
  statusInSentence: {
    achieved: "achieved",
    ahead: "ahead of the path",
    "on-track": "on track",
    "at-risk": "at risk",
    behind: "behind",
    missed: "missed",
    immature: "too early to judge",
    "no-data": "no data",
    "no-target": "no target",
  },
  per: { day: "per day", week: "per week", month: "per month", quarter: "per quarter", year: "per year", total: "in total" },
  target: "target",
  ofTarget: (target, kind) => (kind === "total" ? `of ${target}` : `· target ${target}`),
  abovePath: (difference) => `${difference} above the path`,
  belowPath: (difference) => `${difference} below the path`,
  onPath: "exactly on the path",
  none: "–",
  noChance: "No chance computed yet: that takes eight full periods. For now the status compares the value with the path.",
  chance: (percent) => `chance of meeting the target ${percent}`,
  copyTable: "Copy table",
  copied: "Copied",
  notCopied: "Copying failed. Select the table and copy it yourself.",
  and: "and",
  time: {
    quarter: (quarter, year, day, days) => `${ordinals[quarter]} quarter ${year} · day ${day} of ${days}`,
    dataThrough: (day) => `Data through ${day}`,
    noData: "No data yet",
    phases: "State per phase",
  },
  overview: {
    title: "Overview",
    super: {
      none: "No super-KPI yet",
      teach:
        "The super-KPI is the one number that shows whether customers get value. Choose it in helder.yaml with superKpi: and the KPI’s id.",
      open: "Open the KPI",
      path: (expected) => `path ${expected}`,
    },
    since: {
      title: "Since your last visit",
      first: "This is your first visit. When a KPI changes status, you will read it here the next time.",
      nothing: (day) => `No KPI changed status since ${day}.`,
      changed: (from, to) => `went from ${from} to ${to}`,
      achieved: (target) => `met its target of ${target}`,
      back: "is back on track",
      missed: (target) => `missed its target of ${target}`,
      fresh: "is new",
    },
    waiting: {
      title: "Waiting for",
      nothing: "Nothing is waiting. Actions with a moment (when) appear here once the status fits.",
      do: { start: "Start", stop: "Stop", continue: "Continue" },
      by: (kpi) => `for ${kpi}`,
      noAction: (kpi, status) => `${kpi}: ${status}, but no action has been agreed for it.`,
      nobody: "Nobody yet",
    },
    table: {
      finding: (phases, judged) => {
        const late = phases.filter((phase) => phase.late > 0);
        const attention = phases.filter((phase) => phase.attention > 0);
        if (judged === 0) return "No KPI has been judged yet";
        if (late.length === 0 && attention.length === 0) return "No KPI needs attention in any phase";
        const lateCount = late.reduce((total, row) => total + row.late, 0);
        const attentionCount = attention.reduce((total, row) => total + row.attention, 0);
        const parts = [];
        if (lateCount > 0)
          parts.push(`${count(lateCount)} KPI${lateCount === 1 ? " is" : "s are"} behind in ${list(late.map((row) => row.phase))}`);
        if (attentionCount > 0)
          parts.push(
            `${count(attentionCount)} ${lateCount > 0 ? "" : `KPI${attentionCount === 1 ? "" : "s"} `}${
              attentionCount === 1 ? "needs" : "need"
            } attention in ${list(attention.map((row) => row.phase))}`,
          );
        return first(parts.join("; "));
      },
      phase: "Phase",
      kpi: "KPI",
      cpi: "CPI, in the customer’s words",
      status: "Status",
      value: "Now and target",
      course: "Course; dashes: path",
      chance: "Chance",
      owner: "Owner",
      note: "Chance: how often this forecast meets the target; the tick stands at 60%, the border of on track. A – means: too little history yet. Course: full periods; the path runs to the end date.",
      spark: (name, grain) => `${name} ${grain}, against the path to the target`,
    },
    cpis: {
      finding: (late, attention, total) =>
        late.length > 0
          ? `What the customer notices: ${list(late)} ${late.length === 1 ? "is" : "are"} behind`
          : attention > 0
            ? `What the customer notices: ${count(attention)} of the ${count(total)} CPIs ${attention === 1 ? "needs" : "need"} attention`
            : "What the customer notices: it goes as promised",
      teach:
        "A CPI measures how you perform for the customer, in the customer’s words. Add one under cpis: with outcome: and what a customer said.",
    },
    findings: (errors, warnings) =>
      errors > 0
        ? `${first(count(errors))} error${errors === 1 ? "" : "s"} in the framework${
            warnings > 0 ? ` and ${count(warnings)} piece${warnings === 1 ? "" : "s"} of advice` : ""
          }`
        : `${first(count(warnings))} piece${warnings === 1 ? "" : "s"} of advice for the framework`,
    findingsTitle: "What the check found",
    where: (file, line) => (line === null ? file : `${file}, line ${line}`),
    severity: { error: "Error", warning: "Advice", info: "For information" },
    data: {
      title: (sources, day) =>
        day === null
          ? "The sources hold no data yet"
          : `Data from ${count(sources)} source${sources === 1 ? "" : "s"}, the newest through ${day}`,
      source: "Source",
      rows: "Rows",
      rejected: "Not readable",
      from: "From",
      through: "Through",
    },
  },
  empty: {
    kpisTitle: "No KPIs yet",
    kpisText: "A KPI says whether a goal comes closer: one number, a target with a date, and someone who looks after it. Start with one.",
    kpisHow: "Put this in helder.yaml and load this page again:",
    dataTitle: "No data yet",
    dataText: "The KPIs are ready, but no source has rows. Put your files in the folder data and load them:",
    dataHow: "After that you will find values, paths and statuses here.",
    treeTitle: "No goal tree yet",
    treeText:
      "The tree shows why you do something: a goal, objectives below it, and contacts with the customer below those. Start with one goal.",
    treeHow: "Put this in helder.yaml and load this page again:",
  },
  tree: {
    title: "Goal tree",
    sentence: ({ super: name, value, weakest, supported, links }) => {
      const phrases: Phrase[] = [];
      if (name !== null) {
        phrases.push({ text: "It all turns on " }, { text: name, strong: true }, { text: value === null ? ". " : `: ${value}. ` });
      } else phrases.push({ text: "Each goal, with what contributes to it. " });
      if (weakest)
        phrases.push(
          { text: "The weakest link on its path is ", tone: "muted" },
          { text: weakest.name, strong: true },
          { text: `: ${weakest.value}.`, tone: "muted" },
        );
      else if (links > 0)
        phrases.push({
          text: `${first(count(supported))} of the ${count(links)} links ${supported === 1 ? "is" : "are"} proven.`,
          tone: "muted",
        });
      return phrases;
    },
    finding: (lit) => (lit ? "From why to what; the super-KPI’s path is lit" : "From why to what"),
    outline: "The tree as a list",
    canvas: "The tree as a drawing; the list holds the same",
    layers: {
      goal: { name: "Why", why: "goals" },
      objective: { name: "How", why: "objectives" },
      interaction: { name: "What", why: "interactions" },
      kpi: { name: "KPI", why: "how you can tell" },
      cpi: { name: "CPI", why: "what customers notice" },
      enabler: { name: "Enabler", why: "what makes it possible" },
    },
    evidence: {
      structure: "belongs to",
      hypothesis: "hypothesis",
      supported: "supported",
      refuted: "refuted",
      inconclusive: "inconclusive",
      expired: "expired",
    },
    effect: { helps: "helps", hurts: "hurts" },
    noKpi: "No KPI yet",
    more: (number) => `and ${count(number)} more`,
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "Show all",
    hint: "Drag to move, Ctrl + scroll to zoom.",
    close: "Close",
    openKpi: "Open the KPI",
    openCpi: "Open the CPI",
    above: "Contributes to",
    below: "Rests on",
    stakeholders: "Matters to",
    forWhom: "For whom",
    owner: "Owner",
    counts: "How it counts",
    proof: "Evidence",
    noProof: "No link recorded yet. Put a hypothesis under links: and test it with an experiment.",
    links: {
      finding: (supported, total) =>
        supported === 0
          ? `None of the ${count(total)} link${total === 1 ? "" : "s"} is proven yet`
          : `${first(count(supported))} of the ${count(total)} link${total === 1 ? "" : "s"} ${supported === 1 ? "is" : "are"} proven`,
      none: "No links recorded yet. A link says: if this CPI improves, that KPI moves along. Until an experiment shows it, it is a hypothesis.",
      from: "From",
      to: "To",
      effect: "Effect",
      evidence: "Evidence",
      experiments: "Experiments",
      noExperiment: "no experiment yet",
      until: "Valid until",
    },
  },
  kpi: {
    sentence: ({ name, status, value, target, expected, kind, chance, lower }) => {
      const bad = status === "behind" || status === "missed";
      const phrases: Phrase[] = [
        { text: name, strong: true },
        { text: " " },
        bad ? { text: states[status], tone: status } : { text: states[status] },
      ];
      if (status === "no-data")
        return [...phrases, { text: "." }, { text: " Load the source and the value will stand here.", tone: "muted" }];
      if (value === null) return [...phrases, { text: "." }];
      if (target === null) return [...phrases, { text: `: ${value}.` }, { text: " Agree on a target with an end date.", tone: "muted" }];
      const reached = kind === "total" ? `${value} of ${target}` : `${value}, target ${lower ? "at most " : ""}${target}`;
      const path = expected !== null && status !== "achieved" && status !== "missed" ? `, where the path asks for ${expected}` : "";
      phrases.push({ text: `: ${reached}${path}.` });
      if (chance !== null) phrases.push({ text: ` The chance of meeting the target is ${chance}.`, tone: "muted" });
      return phrases;
    },
    finding: ({ name, status, kind, trend, difference, above, target }) => {
      if (status === "no-data") return `${name} has no data yet`;
      if (status === "achieved") return `${name} met its target of ${target ?? ""}`;
      if (status === "missed") return `${name} missed its target of ${target ?? ""}`;
      const course = trend === "up" ? "rises" : trend === "down" ? "falls" : "stays level";
      if (target === null || difference === null) return trend === null ? name : `${name} ${course}`;
      if (kind === "total") return `${name} is ${difference} ${above ? "ahead" : "behind"} on the path to ${target}`;
      return `${name} ${trend === null ? "is" : `${course} and is`} ${difference} ${above ? "above" : "below"} the path to ${target}`;
    },
    owner: "Owner",
    guardrail: "Must not get worse",
    summed: (from) => `added up since ${from}`,
    behaviour: "measures behaviour",
    experience: "measures experience",
    leading: "leading",
    lagging: "lagging",
    agreement: "What we agreed",
    smart: {
      score: (right) => (right === 5 ? "all five in order" : `${right === 0 ? "none" : count(right)} of five in order`),
      letters: { S: "Specific", M: "Measurable", A: "Agreed", R: "Realistic", T: "Time-bound" },
      yes: "in order",
      no: "not in order",
      unsaid: "not said yet",
    },
    reasons: "Why this verdict",
    definition: "How the number is made",
    customers: (number) => `n = ${number}`,
    actions: "What we then do",
    why: {
      title: "Why",
      from: "Compare",
      to: "with",
      busy: "Taking the change apart…",
      failed: (reason) => `Why it changed cannot be said now: ${reason}`,
      row: (value, period) => `${period}: ${value}`,
      note: "This says where the change sits. What caused it, only a test can tell.",
    },
    noActions:
      "No action has been agreed. A KPI without an action changes nothing: put under actions: what you start, stop or continue, and who does it.",
    when: (status) => `when ${status}`,
    now: "applies now",
    values: "The values",
    period: "Period",
    value: "Value",
    path: "Path",
    n: "n",
    nWhy: "number of rows or customers behind the value",
    showAll: (count) => `Show all ${count}`,
    complete: "Full",
    running: "still running",
    evidence: "Where this comes from",
    noEvidence: "No evidence yet that customers find this important. Watch them in daily life and record who, when and in which situation.",
    method: (method) => methods[method] ?? method,
    increment: (increment) => `What customers gain: ${increment}`,
    evidenceCustomers: (customers) => `${customers} customer${customers === 1 ? "" : "s"}`,
    unknownTitle: "This KPI does not exist",
    unknownText: (id) => `There is no KPI or CPI with the id ‘${id}’. It may have been renamed.`,
    chart: {
      path: "path to the target",
      target: (value) => `target ${value}`,
      expected: (value) => `expected ${value}`,
      interval: (level, low, high) => `${level} chance: ${low}–${high}`,
      immature: "too early",
      onDay: (value, day) => `${value} on ${day}`,
      pathIs: (value) => `path ${value}`,
      behind: (difference) => `${difference} behind`,
      ahead: (difference) => `${difference} ahead`,
      floor: (value) => `floor ${value}`,
      stretch: (value) => `stretch ${value}`,
      label: (name, value, target) =>
        `${name}${value === null ? "" : `: now ${value}`}${target === null ? "" : `, target ${target}`}. The table of values stands on the page.`,
    },
  },
  failure: {
    title: "Helder cannot be reached",
    gone: "The server does not answer. Is the program still running?",
    kept: "Nothing was lost.",
    refused: (message) => message,
    retry: "Try again",
    stale: "The server does not answer. You are looking at the last state that did arrive.",
    broken: "This page broke down",
    brokenText: "That is a fault in Helder, not in your data. Load the page again; if it stays, please report it.",
    reload: "Load again",
  },
  notFound: {
    title: "This page does not exist",
    text: "The KPI may have been renamed, or the address is not complete. You will find everything from the overview.",
    back: "To the overview",
  },
  loading: "Loading",
};
