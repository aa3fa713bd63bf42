import type { Language } from "./language.ts";
import { notations } from "./notation.ts";
import type { Phrase } from "./phrase.ts";

type State = "cause" | "options" | "test" | "decision" | "learned";
type Verdict = "start" | "stop" | "continue";

/** The words of the page *Steering*, of a cycle and of numbers typed by hand. Names and days arrive as they are to be read. */
export interface SteeringWords {
  readonly title: string;
  readonly sentence: (waiting: number, overdue: number, who: string | null) => readonly Phrase[];
  readonly who: string;
  readonly everyone: string;
  readonly nobody: string;
  readonly board: string;
  readonly states: Readonly<Record<State, { readonly name: string; readonly asks: string }>>;
  readonly noneHere: string;
  readonly by: (day: string) => string;
  readonly overdue: (day: string) => string;
  readonly adrift: (count: number) => string;
  readonly openFor: (name: string) => string;
  readonly elsewhere: string;
  readonly learned: {
    readonly title: (count: number) => string;
    readonly teach: string;
    readonly lesson: string;
    readonly kpi: string;
    readonly done: string;
    readonly effect: string;
    readonly closed: string;
  };
  readonly teams: {
    readonly title: (count: number) => string;
    readonly team: string;
    readonly indicator: string;
    readonly weight: string;
    readonly way: string;
    readonly counts: string;
  };
  readonly calendar: string;
  readonly decided: Readonly<Record<Verdict, string>>;
  readonly sheet: {
    readonly cycle: string;
    readonly fresh: string;
    readonly toKpi: string;
    readonly why: string;
    readonly takeOver: string;
    readonly causeHint: string;
    readonly best: string;
    readonly other: string;
    readonly noOptions: string;
    readonly experiment: string;
    readonly noExperiment: string;
    readonly verdict: string;
    readonly undecided: string;
    readonly effect: string;
    readonly learning: string;
    readonly close: string;
    readonly owner: string;
    readonly due: string;
    readonly save: string;
    readonly busy: string;
    readonly saved: (file: string) => string;
    readonly failed: (reason: string) => string;
    readonly earlier: string;
  };
  readonly onKpi: {
    readonly title: string;
    readonly none: string;
    readonly open: string;
    readonly goOn: string;
    readonly past: string;
  };
  readonly comments: {
    readonly title: (count: number) => string;
    readonly by: string;
    readonly choose: string;
    readonly text: (example: string) => string;
    readonly noOwners: string;
    readonly save: string;
    readonly busy: string;
    readonly saved: (file: string) => string;
    readonly failed: (reason: string) => string;
  };
  readonly checkin: {
    readonly title: string;
    readonly teach: string;
    readonly period: string;
    readonly value: string;
    readonly percent: string;
    readonly note: string;
    readonly save: string;
    readonly busy: string;
    readonly saved: (value: string, period: string) => string;
    readonly failed: (reason: string) => string;
    readonly noNumber: string;
  };
  readonly overview: { readonly all: (count: number) => string; readonly nothing: string; readonly failed: string; readonly first: string };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const count = (language: Language, number: number) => capital(notations[language].numerals[number] ?? String(number));

export const steeringWords: Readonly<Record<Language, SteeringWords>> = {
  nl: {
    title: "Bijsturen",
    sentence: (waiting, overdue, who) => {
      const on = who ?? "iemand";
      if (waiting === 0) return [{ text: who === null ? "Er wacht niets op iemand." : `Er wacht niets op ${who}.` }];
      return [
        { text: waiting === 1 ? `Eén ding wacht op ${on}` : `${count("nl", waiting)} dingen wachten op ${on}`, strong: true },
        ...(overdue === 0
          ? [{ text: "; niets is over tijd." }]
          : [{ text: ", " }, { text: `${overdue} over tijd`, tone: "behind" as const }, { text: "." }]),
      ];
    },
    who: "Van wie",
    everyone: "Iedereen",
    nobody: "Nog niemand",
    board: "Van oorzaak naar les",
    states: {
      cause: { name: "Oorzaak", asks: "Waardoor komt het?" },
      options: { name: "Opties", asks: "Wat kun je doen?" },
      test: { name: "Test", asks: "Werkt het?" },
      decision: { name: "Besluit", asks: "Start, stop of ga door?" },
      learned: { name: "Les", asks: "Wat leerde je?" },
    },
    noneHere: "Niets in deze stap.",
    by: (day) => `voor eind ${day}`,
    overdue: (day) => `over tijd sinds ${day}`,
    adrift: (number) => (number === 1 ? "Eén van koers, nog zonder bijsturing" : `${count("nl", number)} van koers, nog zonder bijsturing`),
    openFor: (name) => `Open een bijsturing voor ${name}`,
    elsewhere: "Wat verder wacht",
    learned: {
      title: (number) =>
        number === 0
          ? "Nog geen les opgeschreven"
          : number === 1
            ? "Eén les om op voort te bouwen"
            : `${count("nl", number)} lessen om op voort te bouwen`,
      teach: "Sluit je een bijsturing met een les, dan staat die hier, en weer bij dezelfde KPI als hij opnieuw van koers raakt.",
      lesson: "Les",
      kpi: "KPI of CPI",
      done: "Wat je deed",
      effect: "Effect",
      closed: "Gesloten",
    },
    teams: {
      title: (number) => (number === 1 ? "Eén team op weg naar zijn doelen" : `${count("nl", number)} teams op weg naar hun doelen`),
      team: "Team",
      indicator: "KPI of CPI",
      weight: "Gewicht",
      way: "Van start naar doel",
      counts: "Telt voor",
    },
    calendar: "Als agenda",
    decided: { start: "Gestart", stop: "Gestopt", continue: "Doorgegaan" },
    sheet: {
      cycle: "Bijsturing",
      fresh: "Nieuwe bijsturing",
      toKpi: "Naar de pagina",
      why: "De cijfers zeggen",
      takeOver: "Neem dit over",
      causeHint: "Schrijf in een zin waardoor het komt. De cijfers wijzen aan waar; waarom weten mensen.",
      best: "Wat het meeste kans heeft staat bovenaan.",
      other: "Iets anders",
      noOptions: "Er is nog niets bekend dat helpt. Schrijf hieronder wat je wilt proberen.",
      experiment: "Het experiment dat het test",
      noExperiment: "Nog geen experiment",
      verdict: "Het besluit",
      undecided: "Nog niet besloten",
      effect: "Wat het deed",
      learning: "Wat je ervan leerde, in een zin",
      close: "Sluit deze bijsturing",
      owner: "Wie",
      due: "De volgende stap is klaar op",
      save: "Schrijf op",
      busy: "Bezig met opschrijven…",
      saved: (file) => `Opgeschreven in ${file}.`,
      failed: (reason) => `Niet opgeschreven; wat je typte staat er nog. ${reason}`,
      earlier: "Eerder geleerd",
    },
    onKpi: {
      title: "Bijsturen",
      none: "Er loopt geen bijsturing. Open er een als de waarde van koers raakt: oorzaak, opties, test, besluit, les.",
      open: "Open een bijsturing",
      goOn: "Ga verder",
      past: "Eerder",
    },
    comments: {
      title: (number) => (number === 0 ? "Nog geen opmerkingen" : number === 1 ? "Eén opmerking" : `${count("nl", number)} opmerkingen`),
      by: "Wie ben je",
      choose: "Kies",
      text: (example) => `Wat je wilt zeggen, in hoogstens drie zinnen. Met @${example} vraag je om antwoord.`,
      noOwners: "Een opmerking is van iemand. Geef eerst een KPI een eigenaar, of schrijf een team op in de werkmap.",
      save: "Plaats",
      busy: "Bezig met opschrijven…",
      saved: (file) => `Opgeschreven in ${file}.`,
      failed: (reason) => `Niet opgeschreven; wat je typte staat er nog. ${reason}`,
    },
    checkin: {
      title: "Vul een getal in",
      teach: "Dit getal komt niet uit gegevens; iemand houdt het bij. Een later getal voor dezelfde periode vervangt het vorige.",
      period: "Periode",
      value: "Getal",
      percent: "Getal, bijvoorbeeld 12,5 %",
      note: "Waar het vandaan komt (mag leeg)",
      save: "Leg vast",
      busy: "Bezig met vastleggen…",
      saved: (value, period) => `Vastgelegd: ${value} voor ${period}.`,
      failed: (reason) => `Niet vastgelegd. ${reason}`,
      noNumber: "Typ een getal als 41, 41,5 of 25 %, zonder punten voor duizendtallen.",
    },
    overview: {
      all: (number) => (number === 0 ? "Naar Bijsturen" : `Nog ${number} bij Bijsturen`),
      nothing: "Er wacht niets op iemand. Raakt een KPI van koers of loopt een test af, dan staat hier wie aan zet is.",
      failed: "Wat er wacht kon niet worden opgehaald.",
      first: "Kansrijk",
    },
  },
  en: {
    title: "Steering",
    sentence: (waiting, overdue, who) => {
      const on = who ?? "somebody";
      if (waiting === 0) return [{ text: who === null ? "Nothing waits for anybody." : `Nothing waits for ${who}.` }];
      return [
        { text: waiting === 1 ? `One thing waits for ${on}` : `${count("en", waiting)} things wait for ${on}`, strong: true },
        ...(overdue === 0
          ? [{ text: "; nothing is overdue." }]
          : [{ text: ", " }, { text: `${overdue} overdue`, tone: "behind" as const }, { text: "." }]),
      ];
    },
    who: "Whose",
    everyone: "Everyone",
    nobody: "Nobody yet",
    board: "From cause to lesson",
    states: {
      cause: { name: "Cause", asks: "What made it happen?" },
      options: { name: "Options", asks: "What can you do?" },
      test: { name: "Test", asks: "Does it work?" },
      decision: { name: "Decision", asks: "Start, stop or continue?" },
      learned: { name: "Lesson", asks: "What did you learn?" },
    },
    noneHere: "Nothing at this step.",
    by: (day) => `by ${day}`,
    overdue: (day) => `overdue since ${day}`,
    adrift: (number) => (number === 1 ? "One off course without a cycle yet" : `${count("en", number)} off course without a cycle yet`),
    openFor: (name) => `Open a steering cycle for ${name}`,
    elsewhere: "What else waits",
    learned: {
      title: (number) =>
        number === 0
          ? "No lesson written down yet"
          : number === 1
            ? "One lesson to build on"
            : `${count("en", number)} lessons to build on`,
      teach: "Close a cycle with a lesson and it stands here, and again at the same KPI when that gets off course.",
      lesson: "Lesson",
      kpi: "KPI or CPI",
      done: "What you did",
      effect: "Effect",
      closed: "Closed",
    },
    teams: {
      title: (number) => (number === 1 ? "One team on the way to its targets" : `${count("en", number)} teams on the way to their targets`),
      team: "Team",
      indicator: "KPI or CPI",
      weight: "Weight",
      way: "From baseline to target",
      counts: "Counts for",
    },
    calendar: "As a calendar",
    decided: { start: "Started", stop: "Stopped", continue: "Continued" },
    sheet: {
      cycle: "Steering cycle",
      fresh: "New steering cycle",
      toKpi: "To its page",
      why: "The figures say",
      takeOver: "Take this over",
      causeHint: "Write in one sentence what made it happen. The figures point at where; people know why.",
      best: "What is most likely to work comes first.",
      other: "Something else",
      noOptions: "Nothing is known yet that helps. Write below what you want to try.",
      experiment: "The experiment that tests it",
      noExperiment: "No experiment yet",
      verdict: "The decision",
      undecided: "Not decided yet",
      effect: "What it did",
      learning: "What it taught you, in one sentence",
      close: "Close this cycle",
      owner: "Who",
      due: "The next step is due on",
      save: "Write down",
      busy: "Writing…",
      saved: (file) => `Written in ${file}.`,
      failed: (reason) => `Not written; what you typed is still here. ${reason}`,
      earlier: "Learned before",
    },
    onKpi: {
      title: "Steering",
      none: "No cycle is open. Open one when the value gets off course: cause, options, test, decision, lesson.",
      open: "Open a steering cycle",
      goOn: "Go on",
      past: "Before",
    },
    comments: {
      title: (number) => (number === 0 ? "No comments yet" : number === 1 ? "One comment" : `${count("en", number)} comments`),
      by: "Who you are",
      choose: "Choose",
      text: (example) => `What you want to say, in three sentences at most. With @${example} you ask for an answer.`,
      noOwners: "A comment is somebody's. First give a KPI an owner, or write down a team in the workspace.",
      save: "Post",
      busy: "Writing…",
      saved: (file) => `Written in ${file}.`,
      failed: (reason) => `Not written; what you typed is still here. ${reason}`,
    },
    checkin: {
      title: "Fill in a number",
      teach: "This number does not come from data; somebody keeps it. A later number for the same period replaces the one before.",
      period: "Period",
      value: "Number",
      percent: "Number, for example 12.5 %",
      note: "Where it comes from (may be empty)",
      save: "Record",
      busy: "Recording…",
      saved: (value, period) => `Recorded: ${value} for ${period}.`,
      failed: (reason) => `Not recorded. ${reason}`,
      noNumber: "Type a number such as 41, 41.5 or 25 %, without thousands separators.",
    },
    overview: {
      all: (number) => (number === 0 ? "To Steering" : `${number} more on Steering`),
      nothing: "Nothing waits for anybody. When a KPI gets off course or a test ends, this says whose turn it is.",
      failed: "What waits could not be fetched.",
      first: "Promising",
    },
  },
};
