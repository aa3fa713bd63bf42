import { type Cases, page } from "./example.ts";

const themes = (...colours: string[]) => ({
  text: `themes:\n${colours.map((colour, index) => `  - {id: t${index}, name: T${index}, colour: "${colour}"}\n`).join("")}`,
});
const experiment = (fields: string) => ({ text: `metrics: [{id: m, type: observed}]\nexperiments: [{id: e, ${fields}}]\n` });

/** The rules about links, experiments, teams, themes and waivers, each by its code. */
export const organisationCases: Readonly<Record<string, Cases>> = {
  "phase-without-kpi": page("phase-without-kpi", {
    invalid: [
      {
        text: "interactions: [{id: i, name: I, phase: do, serves: [o]}, {id: j, name: J, phase: care}]\nobjectives: [{id: o, name: O}]\nkpis: [{id: k, measures: o}]\ncpis: [{id: c, direction: up, interaction: j}]\n",
        on: ["care"],
      },
      {
        text: "interactions: [{id: i, name: I, phase: do, serves: [o]}]\nobjectives: [{id: o, name: O}]\nkpis: [{id: k, measures: o}, {id: l, measures: o}]\n",
        settings: "phases: [do, care]\n",
        on: ["care"],
      },
    ],
    valid: [
      { text: "interactions: [{id: i, name: I, phase: see}]\n" },
      // one KPI cannot be spread over four phases
      { text: "interactions: [{id: i, name: I, phase: do}]\nkpis: [{id: k, measures: i}]\n" },
      { text: "interactions: [{id: i, name: I}]\nkpis: [{id: k, measures: i}]\n" },
    ],
  }),
  "quality-without-ground": page("quality-without-ground", {
    invalid: [
      {
        text: "datasets: [{id: a, file: a.csv, quality: {fresh: 3 days}}, {id: b, file: b.csv, time: t, quality: {unique: true}}]\n",
        on: ["a", "b"],
      },
    ],
    valid: [
      { text: "datasets: [{id: a, file: a.csv, quality: {unique: false, complete: [x]}}]\n" },
      { text: "datasets: [{id: a, connector: {type: events}, time: timestamp, quality: {fresh: 3 days, unique: true}}]\n" },
    ],
  }),
  "link-without-because": page("link-without-because"),
  "link-to-itself": page("link-to-itself"),
  "duplicate-link": page("duplicate-link", {
    invalid: [
      {
        text: "kpis: [{id: a}, {id: b}]\nlinks: [{id: x, from: a, to: b}, {id: y, from: a, to: b}, {id: z, from: a, to: b}]\n",
        on: ["y", "z"],
      },
    ],
  }),
  "link-without-experiment": page("link-without-experiment"),
  "experiment-without-link": page("experiment-without-link"),
  "experiment-without-design": page("experiment-without-design", {
    invalid: [
      {
        ...experiment(
          "unit: customer, control: A, window: 30 days, metrics: [m], guardrails: [], minimumEffect: 0.1, from: 2026-01-01, design: fixed",
        ),
        on: ["e"],
      },
      {
        ...experiment("unit: customer, control: A, window: 30 days, metrics: [m], guardrails: [m], from: 2026-01-01, design: fixed"),
        on: ["e"],
      },
    ],
    valid: [
      experiment(
        "unit: customer, control: A, window: 30 days, metrics: [m], guardrails: [m], minimumEffect: 0, from: 2026-01-01, design: sequential",
      ),
    ],
  }),
  "accountable-on-unproven-link": page("accountable-on-unproven-link", {
    invalid: [
      {
        text: "cpis: [{id: c, direction: up}]\nkpis: [{id: k}]\nlinks: [{id: l, from: c, to: k}]\nteams: [{id: t, name: T, scorecard: [{cpi: c, weight: 1}]}]\n",
        on: ["t"],
      },
    ],
    valid: [{ text: "cpis: [{id: c, direction: up, owner: t}]\nteams: [{id: t, name: T}]\n" }],
  }),
  "team-without-cpi": page("team-without-cpi", { valid: [{ text: "teams: [{id: t, name: T}]\n" }] }),
  "weights-not-one": page("weights-not-one", {
    invalid: [{ text: "kpis: [{id: k}]\nteams: [{id: t, name: T, scorecard: [{kpi: k, weight: 0.99}]}]\n", on: ["t"] }],
    valid: [
      { text: "teams: [{id: t, name: T}]\n" },
      {
        text: "kpis: [{id: a}, {id: b}, {id: c}]\nteams: [{id: t, name: T, scorecard: [{kpi: a, weight: 0.1}, {kpi: b, weight: 0.2}, {kpi: c, weight: 0.7}]}]\n",
      },
    ],
  }),
  "scorecard-line-twice": page("scorecard-line-twice", {
    valid: [
      {
        text: "kpis: [{id: x}]\ncpis: [{id: x, direction: up}]\nteams: [{id: t, name: T, scorecard: [{kpi: x, weight: 0.5}, {cpi: x, weight: 0.5}]}]\n",
      },
    ],
  }),
  "team-scored-on-unreachable": page("team-scored-on-unreachable", {
    valid: [
      "kpis: [{id: k, owner: t}]",
      "kpis: [{id: k, owner: s, actions: [{do: start, what: Bel, who: t}]}]",
      "kpis: [{id: k, owner: s, stakeholders: [t]}]",
      "kpis: [{id: k}]",
    ].map((text) => ({ text: `${text}\nteams: [{id: t, name: T, scorecard: [{kpi: k, weight: 1}]}]\n` })),
  }),
  "super-kpi-out-of-reach": page("super-kpi-out-of-reach", {
    invalid: [
      {
        text: "kpis: [{id: s}, {id: a}]\nlinks: [{id: l, from: a, to: s, effect: hurts}]\nteams: [{id: t, name: T, scorecard: [{kpi: a, weight: 1}]}]\n",
        settings: "superKpi: s\n",
        on: ["s"],
      },
    ],
    valid: [
      {
        text: "goals: [{id: g, name: G}]\nobjectives: [{id: o, name: O, supports: [g]}]\ninteractions: [{id: i, name: I, serves: [o]}]\nkpis: [{id: s, measures: g}]\ncpis: [{id: c, direction: up, interaction: i}]\nteams: [{id: t, name: T, scorecard: [{cpi: c, weight: 1}]}]\n",
        settings: "superKpi: s\n",
      },
      // One team of two is not most of them.
      {
        text: "kpis: [{id: s}, {id: a}]\nteams: [{id: t, name: T, scorecard: [{kpi: a, weight: 1}]}, {id: u, name: U, scorecard: [{kpi: s, weight: 1}]}]\n",
        settings: "superKpi: s\n",
      },
    ],
  }),
  "enabler-without-need": page("enabler-without-need"),
  "enabler-without-objective": page("enabler-without-objective"),
  "segment-unused": page("segment-unused"),
  "theme-unused": page("theme-unused"),
  "theme-colours-too-close": page("theme-colours-too-close", {
    invalid: [
      { ...themes("#ffffff", "#000000", "#010101"), on: ["t2"] },
      // Red and green of one lightness, which one man in twelve cannot tell apart.
      { ...themes("#b05a3c", "#7a7a2e"), on: ["t1"] },
    ],
    valid: [themes("#0072b2", "#b07a00", "#c0507a"), { text: "themes: [{id: t0, name: A}, {id: t1, name: B}]\n" }],
  }),
  "stakeholder-unused": page("stakeholder-unused", {
    valid: [{ text: "stakeholders: [{id: s, name: S}]\nkpis: [{id: k, owner: s}]\n" }],
  }),
  "waiver-without-reason": page("waiver-without-reason"),
  "waiver-without-end": page("waiver-without-end"),
  "waiver-of-nothing": page("waiver-of-nothing", {
    invalid: [{ text: "kpis: [{id: sold}]\nwaivers: [{code: no-owner, on: slod}]\n", on: ["slod"] }],
    valid: [{ text: "kpis: [{id: sold}]\nwaivers: [{code: no-owner, on: sold}]\n" }],
  }),
  "steering-without-learning": page("steering-without-learning", {
    valid: [{ text: "kpis: [{id: k}]\nsteering: [{id: s, kpi: k, opened: 2026-01-01}]\n" }],
  }),
  "ends-before-it-begins": page("ends-before-it-begins", {
    invalid: [
      { text: "experiments: [{id: e, from: 2026-02-01, to: 2026-01-31}]\n", on: ["e"] },
      { text: "kpis: [{id: k}]\nsteering: [{id: s, kpi: k, opened: 2026-02-01, closed: 2026-01-31}]\n", on: ["s"] },
    ],
    valid: [{ text: "events: [{id: v, on: 2026-01-01, name: V}, {id: w, on: 2026-01-01, to: 2026-01-01, name: W}]\n" }],
  }),
};
