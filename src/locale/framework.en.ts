import type { FrameworkWords } from "./framework-words.ts";
import { notations } from "./notation.ts";

const count = (number: number) => notations.en.numerals[number] ?? String(number);
const list = (names: readonly string[]) => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);
const first = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const frameworkEn: FrameworkWords = {
  title: "Framework",
  forWhom: "For whom?",
  everyone: "For everyone",
  grid: "The framework: layers from top to bottom, phases from left to right",
  layer: "Layer",
  sides: {
    behaviour: { name: "Behaviour", why: "what the customer does" },
    experience: { name: "Experience", why: "what the customer feels" },
  },
  trade: {
    see: {
      who: "someone you do not know yet",
      goal: "A trusted name",
      objective: "Known to those who are not looking yet",
      interaction: "Look around",
      kpi: "New visitors",
      cpi: { name: "Seeing it at once", outcome: "When I tap, I see it at once.", increment: "time", direction: "down" },
    },
    think: {
      who: "someone who compares",
      goal: "The best advice",
      objective: "Trust before the purchase",
      interaction: "Compare",
      kpi: "Returning visitors",
      cpi: { name: "Knowing that it fits", outcome: "I am sure that it fits me.", increment: "certainty", direction: "up" },
    },
    do: {
      who: "someone who wants to buy",
      goal: "Healthy growth",
      objective: "Sell more",
      interaction: "Order",
      kpi: "Conversion",
      cpi: { name: "Knowing quickly what it costs", outcome: "I know at once what it costs me.", increment: "time", direction: "down" },
    },
    care: {
      who: "a customer after the purchase",
      goal: "Customers who return",
      objective: "Value after the purchase",
      interaction: "Ask for help",
      kpi: "Second order within 60 days",
      cpi: { name: "Helped the first time", outcome: "I am helped the first time I ask.", increment: "ease", direction: "up" },
    },
  },
  anyPhase: {
    who: "your customer in this phase",
    goal: "Why you are there for your customer",
    objective: "What you want to reach in this phase",
    interaction: "A contact with the customer",
    kpi: "How often that happens",
    cpi: { name: "What the customer gains by it", outcome: "It costs me no effort.", increment: "ease", direction: "up" },
  },
  gap: {
    title: (layer, side, missing) =>
      layer === "goal"
        ? missing === "nothing"
          ? "No goal yet"
          : "No KPI yet"
        : layer === "objective"
          ? missing === "nothing"
            ? "No objective yet"
            : "No KPI yet"
          : missing === "nothing"
            ? "No contact yet"
            : side === "experience"
              ? "No CPI yet"
              : "No KPI yet",
    question: (layer, side, missing, who) =>
      layer === "goal"
        ? missing === "nothing"
          ? `Why are you there for ${who}?`
          : "How do you see that this goal comes closer?"
        : layer === "objective"
          ? missing === "nothing"
            ? `What do you want to reach with ${who}?`
            : "How do you see that this works out?"
          : side === "experience"
            ? `What does ${who} want?`
            : `What does ${who} do?`,
    example: (example) => `For example: ${example}.`,
    link: (layer, side, missing) =>
      side === "experience"
        ? "Make it a CPI"
        : missing === "not-gauged"
          ? "Choose a KPI"
          : layer === "interaction"
            ? "Add a contact"
            : layer === "goal"
              ? "Choose a goal"
              : "Choose an objective",
    place: (of, phase) =>
      [of === null ? null : `for ${of}`, phase === null ? null : `in ${phase}`].filter((part) => part !== null).join(", "),
    also: "Not measured:",
    first: (layer, side, phase) =>
      layer === "goal"
        ? `Choose a goal for ${phase}`
        : layer === "objective"
          ? `Choose an objective for ${phase}`
          : side === "experience"
            ? `Measure what customers experience in ${phase}`
            : `Measure what customers do in ${phase}`,
  },
  more: (rest) => `Show ${count(rest)} more`,
  less: "Show fewer",
  budget: {
    used: (used, budget) => `${used} of ${budget} KPIs used.`,
    apart: "CPIs do not count.",
    open: "Which goes first?",
    choose: "Choose which KPI may go",
    title: "Which KPI may go first",
    full: (used, budget) =>
      used > budget
        ? `There are ${count(used)} KPIs and there is room for ${count(budget)}. Take away from the top until it fits; the number may stay as a metric.`
        : used === budget
          ? "The budget is full. If you want one more, the top one goes first; the number may stay as a metric."
          : "There is room left. When it is full, the top one goes first; the number may stay as a metric.",
    noReason: "No reason to take this one away.",
    superKpi: "The super-KPI stays.",
    goes: "over the budget",
  },
  snippet: {
    where: (file, section) =>
      `Save this as ${file} next to helder.yaml, and load this page again. If you have a file with ${section}: already, it may go there too.`,
    copy: "Copy",
    failed: "Copying did not work. Select the text and copy it yourself.",
    then: "Put the names in your own words. What stands behind a # you fill in later.",
    full: (budget) => `The budget of ${count(budget)} is full. One KPI more means another one less; a CPI does not count.`,
    serve: (objective) => `and put at a contact in this phase: serves: ${objective}`,
    metric: "the id of a metric",
    owner: "who is in charge of it",
  },
  homeless: {
    title: (parts) => (parts === 1 ? "One part has no place yet" : `${first(count(parts))} parts have no place yet`),
    why: "Give a contact a phase, tie an objective to a contact (serves), or say at a KPI what it measures (measures).",
  },
  findings: {
    none: "The check found nothing",
    noneText: "The framework keeps to the rules of the trade. When you change something, Helder checks it again.",
    counts: (errors, warnings, infos, waived) =>
      [
        `${errors} ${errors === 1 ? "error" : "errors"}`,
        `${warnings} ${warnings === 1 ? "advice" : "pieces of advice"}`,
        `${infos} for your information`,
        ...(waived > 0 ? [`${waived} ${waived === 1 ? "exception" : "exceptions"}`] : []),
      ].join(" · "),
    kind: "Kind",
    what: "What",
    where: "Where",
    why: "Why it counts",
    action: "What you can do",
    waived: "Exception",
    whole: "The whole",
    fix: "Fix",
    fill: "Fill the cell",
    look: "Look",
    showAll: (count) => `Show all ${count}`,
    file: "Where it stands",
    rule: "Rule",
  },
  fix: {
    title: "How Helder fixes it",
    before: "Now",
    after: "Then",
    gone: "(these lines go)",
    apply: "Fix this",
    busy: "Fixing",
    nothing: "Helder cannot fix this without you. Read above what you can do.",
    failed: "That did not work. Nothing was changed.",
    retry: "Try again",
    done: "Fixed. The page was checked again.",
  },
  score: (value) => `Quality ${value} of 100`,
  points: (points, code, findings) => `${points} off for ${code}${findings === 1 ? "" : ` (${findings} times)`}`,
  full: "no point off",
  teams: {
    title: (without, teams, superKpi) =>
      superKpi === null
        ? "Without a super-KPI nobody sees what teams contribute to"
        : without.length === 0
          ? teams === 1
            ? `The team can move ${superKpi}`
            : `Every team can move ${superKpi}`
          : `${list(without)} cannot move ${superKpi} yet`,
    team: "Team",
    path: "Path to the super-KPI",
    via: { owns: "owns", acts: "takes part in", stake: "has a stake in" },
    effect: "hurts",
    noPath: "no path yet",
    weights: "What the team is judged by",
    noWeights: "no scorecard",
    unmovable: "cannot move this",
    hypothesis: "hypothesis",
    sum: (total) => `${total} in total`,
  },
  empty: {
    title: "No framework yet",
    text: "Here you will see for each phase of the journey why you are there, what you want to reach, and what customers do and experience. Begin with one goal, one objective and one contact.",
    how: "Save this as framework.yaml next to helder.yaml and load this page again:",
  },
};
