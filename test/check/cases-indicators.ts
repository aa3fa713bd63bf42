import type { Cases } from "./example.ts";

export const quarter = "from: 2026-10-01, to: 2026-12-31";
export const before = "from: 2025-10-01, to: 2025-12-31";
export const act = "actions: [{when: behind, do: start, what: Bel na, who: sales}]";
const data = "datasets: [{id: orders, file: o.csv, time: day, customer: c}, {id: survey, file: s.csv}]\n";
export const kpi = (rest: string, metrics = "") =>
  `${data}kpis:\n  - {id: k, ${rest}}\n${metrics === "" ? "" : `metrics:\n  - {id: m, ${metrics}}\n`}`;
export const aimed = (target: string, baseline: string, metrics = "", rest = "") =>
  kpi(`metric: m, target: {value: ${target}, ${quarter}}, baseline: ${baseline}${rest}`, metrics || "type: observed");
const kept = (retention: string, metric: string, rest: string) =>
  `datasets: [{id: kept, file: k.csv, time: day, customer: c, retention: ${retention}}]\nkpis:\n  - {id: k, metric: m, ${rest}}\nmetrics:\n  - {id: m, ${metric}}\n`;
export const of = (text: string, on: readonly string[] = ["k"]) => ({ text, on });
export const share = "type: share, dataset: orders, of: x = 1";
const count = "type: count, dataset: orders";
const counters = [
  "Sessies per maand",
  "Bereik op LinkedIn",
  "Reach",
  "Websiteverkeer",
  "Web traffic",
  "Footfall",
  "Clicks on the ad",
  "App-installaties",
  "Fans op Facebook",
  "Reacties onder posts",
  "Shares",
  "Video views",
  "Views op YouTube",
  "Aangemaakte accounts",
  "Sign-ups",
  "Aantal inschrijvingen voor de nieuwsbrief",
  "Verzonden e-mails",
];
const deeper = [
  "Downloadsnelheid",
  "Download speed",
  "Visitor satisfaction",
  "Aandeel terugkerende bezoekers",
  "Bounce van bezoekers",
  "Session length",
  "Bereikbaarheid",
  "Share of wallet",
  "Kosten per klik",
  "Reacties binnen een uur",
  "Bezoeken per klant",
  "Click-through rate",
  "Fanatieke sporters",
];

/** By code, beside the two examples of its page. */
export const cases: Record<string, Cases> = {
  "kpi-without-measures": { invalid: [of("kpis: [{id: k}, {id: l}]", ["k", "l"])], valid: [{ text: "cpis: [{id: c, direction: up}]" }] },
  "no-owner": { invalid: [of("cpis: [{id: c, direction: up}]", ["c"])], valid: [{ text: kpi("owner: wie-dan-ook") }] },
  "not-agreed": {
    invalid: [
      of(kpi(`target: {value: 1, ${quarter}}, agreedBy: [board]`)),
      of(kpi(`target: {value: 1, ${quarter}}, agreedOn: 2026-09-01`)),
      of(`cpis: [{id: c, direction: up, target: {value: 1, ${quarter}}, agreedBy: [], agreedOn: 2026-09-01}]`, ["c"]),
    ],
    valid: [{ text: kpi("owner: sales") }],
  },
  "target-without-baseline": {
    invalid: [of(kpi(`targets: {target: {value: 1, ${quarter}}}`))],
    valid: [{ text: kpi(`target: {value: 1, ${quarter}}, baseline: auto`) }, { text: kpi("owner: sales") }],
  },
  "target-equals-baseline": {
    invalid: [of(aimed("210", "{value: 210}")), of(aimed("25 %", "{value: 0.25}", share)), of(aimed("0", "{value: 0}"))],
    // 840 in a year is 210 in a quarter, but only of what adds up.
    valid: [
      { text: aimed("210", "{value: 209}") },
      { text: aimed("210", "auto") },
      { text: aimed("840", "{value: 840, from: 2025-01-01, to: 2025-12-31}", count) },
    ],
  },
  "target-in-past": {
    invalid: [of(kpi("target: {value: 1, from: 2026-01-01, to: 2026-11-21}"))],
    valid: [{ text: kpi("target: {value: 1, from: 2026-01-01, to: 2026-11-22}") }, { text: kpi("target: {value: 1}") }],
  },
  "target-backwards": {
    invalid: [of("cpis: [{id: c, direction: up, target: {value: 1, from: 2026-02-01, to: 2026-01-31}}]", ["c"])],
    valid: [{ text: kpi("target: {value: 1, from: 2026-02-01, to: 2026-02-01}") }],
  },
  "target-longer-than-year": {
    invalid: [of(kpi("target: {value: 1, from: 2026-01-01, to: 2027-01-01}"))],
    valid: [{ text: kpi("target: {value: 1, from: 2026-07-01, to: 2027-06-30}") }],
  },
  "target-unrealistic": {
    invalid: [
      of(aimed("120 %", "auto", share)),
      of(aimed("101", "{value: 40}", "type: nps, dataset: survey, of: s")),
      of(aimed("8", "{value: 5}", "type: ces, dataset: survey, of: s, scale: [1, 7]")),
      of(aimed("200", "{value: 210}")),
      of(aimed("3", "{value: 2.5}", "type: observed, direction: down")),
      of(aimed("500", "{value: 200}")),
      of(aimed("1", "{value: 2.5}", "type: observed, direction: down")),
      of(aimed("200", "{value: 840, from: 2025-01-01, to: 2025-12-31}", count)),
    ],
    valid: [
      { text: aimed("100 %", "auto", share) },
      { text: aimed("110 %", "{value: 1.05}", "type: observed, unit: percent") },
      { text: aimed("-10", "{value: -20}", "type: nps, dataset: survey, of: s") },
      { text: aimed("400", "{value: 200}") },
      { text: aimed("500", "{value: 200}", "", ", because: Een tweede winkel.") },
      { text: aimed("5", "{value: 0}") },
      { text: aimed("2", "{value: 2.5}", "type: observed, direction: down") },
      { text: aimed("230", "{value: 840, from: 2025-01-01, to: 2025-12-31}", count) },
    ],
  },
  "cadence-too-slow": {
    invalid: [
      of(kpi("target: {value: 1, from: 2026-10-01, to: 2026-11-30}")),
      of(kpi("target: {value: 1, from: 2026-11-02, to: 2026-11-15}, cadence: weekly")),
    ],
    valid: [
      { text: kpi("target: {value: 1, from: 2026-02-01, to: 2026-04-30}") },
      { text: kpi("target: {value: 1, from: 2026-11-02, to: 2026-11-22}, cadence: weekly") },
      { text: kpi("target: {value: 1500, from: 2026-04-01, to: 2026-04-01}, cadence: daily") },
    ],
  },
  "retention-too-short": {
    invalid: [
      of(kept("6 months", "type: count, dataset: kept", "baseline: {value: 1, from: 2025-01-01, to: 2025-03-31}")),
      of(kept("2 years", "type: reactivation, dataset: kept, lapsed: 12 months", "baseline: {value: 1, from: 2020-01-01, to: 2020-03-31}")),
    ],
    valid: [
      { text: kept("10 years", "type: count, dataset: kept", "baseline: {value: 1, from: 2025-01-01, to: 2025-03-31}") },
      { text: kept("1 day", "type: observed", "baseline: {value: 1, from: 2020-01-01, to: 2020-03-31}") },
    ],
  },
  "quarterly-kpi-without-slices": {
    invalid: [of(kpi("target: {value: 1, from: 2026-01-01, to: 2026-09-30}, cadence: quarterly"))],
    valid: [
      { text: kpi(`target: {value: 1, ${quarter}}, cadence: quarterly`) },
      { text: kpi("target: {value: 1, from: 2026-01-01, to: 2026-12-31}") },
    ],
  },
  "kpi-without-action": { invalid: [of(kpi("actions: []"))], valid: [{ text: kpi(act) }, { text: "cpis: [{id: c, direction: up}]" }] },
  "action-without-actor": {
    invalid: [of(kpi("actions: [{do: start, what: A}, {do: stop, what: B, who: x}, {do: continue, what: C}]"), ["k", "k"])],
    valid: [{ text: kpi("actions: []") }],
  },
  "comment-too-long": {
    invalid: [of(kpi('owner: a, comments: [{at: 2026-01-02, by: a, text: "A. B! C? D"}]'))],
    valid: [{ text: kpi('owner: a, comments: [{at: 2026-01-02, by: a, text: "It was 3.5 %. Then approx. four! Why?"}]') }],
  },
  "comment-names-nobody": {
    invalid: [of(kpi('owner: anna, comments: [{at: 2026-01-02, by: bob, text: "@ana, @anna?"}]'), ["k", "k"])],
    valid: [
      { text: kpi('owner: anna, comments: [{at: 2026-01-02, by: anna, text: "Ask shop@example.org, @anna."}]') },
      { text: `${kpi('comments: [{at: 2026-01-02, by: t, text: "(@t) why?"}]')}teams: [{id: t, name: T}]\n` },
    ],
  },
  "vanity-kpi": {
    invalid: [
      of(kpi("name: Websitebezoekers")),
      of(kpi(`name: Likes op Instagram, ${act}`)),
      of(
        kpi(`metric: m, measures: i, ${act}`, "name: SEA-vertoningen, type: sum, dataset: orders, of: x") +
          "interactions: [{id: i, name: I}]",
      ),
      of(kpi("measures: o, metric: m", "use: visitors, dataset: orders, of: c") + "objectives: [{id: o, name: O}]"),
      of(kpi(`metric: m, ${act}`, "name: Campagne, type: sum, dataset: orders, of: impressions")),
      of(kpi("metric: m", "name: Op de site, type: count, dataset: orders, where: event_name = 'page_view'")),
      of(kpi("name: Geregistreerde gebruikers")),
      of(kpi("name: Paid search impressions")),
      ...counters.map((name) => of(kpi(`name: ${name}`))),
    ],
    valid: [
      ...deeper.map((name) => ({ text: kpi(`name: ${name}`) })),
      { text: kpi(`name: Websitebezoekers, measures: o, ${act}`) + "objectives: [{id: o, name: O}]" },
      { text: kpi(`name: Downloads, ${act}`) + "links: [{id: a, from: k, to: c}]\ncpis: [{id: c, direction: up}]" },
      { text: kpi("name: Bestellingen van nieuwe bezoekers") },
      { text: kpi("name: Conversie per bezoeker") },
      { text: kpi("metric: m, name: Bezoekers met een vraag", share) },
      { text: kpi("metric: m, name: Bezoekers", "use: quote-requests, dataset: orders") },
      { text: kpi("name: Tijd op de site") },
    ],
  },
  "volume-kpi": {
    invalid: [
      of(
        kpi(`metric: m, measures: i, ${act}`, "use: downloads, dataset: orders") +
          "interactions: [{id: i, name: I, serves: [o]}]\nobjectives: [{id: o, name: O}]",
      ),
    ],
    valid: [
      { text: kpi("name: Websitebezoekers") },
      { text: kpi(`name: Verkochte badkamers, measures: o, ${act}`) + "objectives: [{id: o, name: O}]" },
    ],
  },
  "no-leading-kpi": {
    invalid: [of("kpis: [{id: k, timing: lagging}]", ["Proef"]), of("kpis: [{id: k}, {id: l}]", ["Proef"])],
    valid: [
      { text: "kpis: []" },
      { text: "kpis: [{id: k}]" },
      { text: `kpis: [{id: l, timing: lagging}, {id: k, metric: m}]\nmetrics: [{id: m, use: quote-requests, dataset: orders}]\n${data}` },
    ],
  },
  "no-guardrail": {
    invalid: [
      { ...of(kpi("name: Retentie")), settings: "superKpi: k\n" },
      of(kpi("name: Bezoekers")),
      of(`${kpi("name: Retentie")}teams: [{id: t, name: T, scorecard: [{kpi: k, weight: 1}]}]`),
    ],
    valid: [
      { text: kpi("name: Retentie") },
      { text: "cpis: [{id: c, direction: up}]" },
      {
        text: `${kpi("name: Retentie")}cpis: [{id: c, direction: up}]\nteams: [{id: t, name: T, scorecard: [{kpi: k, weight: 0.5}, {cpi: c, weight: 0.5}]}]`,
      },
    ],
  },
  "guardrail-is-itself": {
    invalid: [
      of(kpi("guardrail: [k]")),
      of(`${kpi("metric: m, guardrail: [c]", "type: observed")}cpis: [{id: c, metric: m, direction: up}]`),
    ],
    valid: [{ text: kpi("guardrail: [c]") + "cpis: [{id: c, direction: up}]" }],
  },
  "survey-scale": {
    invalid: ["csat, scale: [0, 100]", "ces, scale: [7, 1]", "ces, scale: [1, 2.5]", "ces", "nps, scale: [1, 10]"].map((metric) =>
      of(`${data}metrics: [{id: m, dataset: survey, of: s, type: ${metric}}]`, ["m"]),
    ),
    valid: ["nps", "csat, scale: [1, 10]", "ces, scale: [1, 7]", "average"].map((metric) => ({
      text: `${data}metrics: [{id: m, dataset: survey, of: s, type: ${metric}}]`,
    })),
  },
  "expired-waiver": {
    invalid: [of("waivers: [{code: no-owner, on: k}, {code: no-owner, on: Proef, until: 2026-11-21}]", ["Proef"])],
    valid: [{ text: "waivers: [{code: no-owner, on: Proef, until: 2026-11-22}]" }],
  },
  "interaction-without-phase": {
    invalid: [of("interactions: [{id: i, name: I}]", ["i"])],
    valid: [{ text: "interactions: [{id: i, name: I, phase: care}]" }],
  },
  "phase-without-experience": {
    invalid: [
      {
        text: "interactions: [{id: i, name: I, phase: see}, {id: j, name: J, phase: weg}]\nkpis: [{id: k, measures: i}]",
        settings: "phases: [see, {id: weg, name: Weg}]\n",
        on: ["see", "weg"],
      },
    ],
    valid: [
      { text: "kpis: [{id: k}]" },
      { text: "interactions: [{id: i, name: I, phase: see}]\nkpis: [{id: k, measures: i, side: experience}]" },
      {
        text: "objectives: [{id: o, name: O}]\ninteractions: [{id: i, name: I, phase: see, serves: [o]}]\nkpis: [{id: k, measures: o, side: experience}]",
      },
    ],
  },
  "unused-metric": {
    invalid: [
      of(`${data}metrics: [{id: m, type: observed}, {id: f, type: formula, formula: 2 * "half-m"}, {id: half-m, type: observed}]`, [
        "m",
        "f",
      ]),
    ],
    valid: [
      { text: kpi("guardrail: [m]", "type: observed") },
      {
        text: `${kpi("metric: f")}metrics: [{id: f, type: formula, formula: M / "half-m"}, {id: m, type: observed}, {id: half-m, type: observed}]`,
      },
      { text: "experiments: [{id: e, metrics: [m]}]\nmetrics: [{id: m, type: observed}]" },
    ],
  },
  "duplicate-definition": {
    invalid: [
      of(
        `${data}metrics: [{id: b, type: count, where: "s = 'A' AND x", dataset: orders}, {id: a, dataset: orders, type: count, where: "S='A'  and x"}]`,
        ["b"],
      ),
    ],
    valid: [
      {
        text: `${data}metrics: [{id: a, type: count, dataset: orders, where: "s = 'A'"}, {id: b, type: count, dataset: orders, where: "s = 'a'"}]`,
      },
      { text: "metrics: [{id: a, type: observed}, {id: b, type: observed}]" },
    ],
  },
  "qualitative-wording": {
    invalid: [
      of(kpi("because: We willen de service verbeteren")),
      of(kpi("name: Meer tevreden klanten")),
      of(kpi("name: Improved checkout")),
      of(kpi("name: Meer omzet")),
      of(kpi("name: Kwaliteit verhogen")),
      of(kpi("name: Excellent service")),
    ],
    valid: [
      { text: kpi("name: Service, because: 12 % beter dan vorig jaar") },
      { text: kpi("name: Verbouwers in de winkel") },
      { text: kpi("name: Aandeel tevreden klanten, because: Snellere levering sinds de nieuwe loods") },
      { text: kpi("name: Leads uit higher education") },
    ],
  },
  "direction-against-effect": {
    invalid: [
      of(kpi("metric: m, direction: down", "type: observed, direction: up")),
      of(kpi("metric: m, direction: down", "name: NPS, type: observed")),
      of("cpis: [{id: c, metric: m, direction: up}]\nmetrics: [{id: m, type: observed, direction: down}]", ["c"]),
    ],
    valid: [{ text: kpi("metric: m, direction: down", "type: observed") }, { text: kpi("metric: m", "type: observed, direction: down") }],
  },
  "ratio-of-unlike-periods": {
    invalid: [
      of(
        "datasets: [{id: w, file: w.csv, time: week}, {id: j, file: j.csv, time: jaar}]\nmetrics: [{id: a, type: count, dataset: w}, {id: b, type: count, dataset: j}, {id: r, type: ratio, numerator: a, denominator: b}]",
        ["r"],
      ),
      of(
        `${data}metrics: [{id: a, type: count, dataset: orders}, {id: b, type: count, dataset: survey}, {id: c, type: running, metric: a, since: year}, {id: r, type: ratio, numerator: a, denominator: b}, {id: s, type: ratio, numerator: c, denominator: a}]`,
        ["r", "s"],
      ),
    ],
    valid: [
      {
        text: "datasets: [{id: d, file: d.csv, time: dag}, {id: m, file: m.csv, time: maand}]\nmetrics: [{id: a, type: count, dataset: d}, {id: b, type: count, dataset: m}, {id: r, type: ratio, numerator: a, denominator: b}]",
      },
    ],
  },
  "near-duplicate-name": {
    invalid: [
      of(
        "metrics: [{id: a, name: Verkochte badkamers, type: observed}, {id: b, name: Verkochte badkmaers, type: observed}, {id: c, name: verkochte  badkamer, type: observed}]",
        ["b", "c"],
      ),
    ],
    valid: [
      { text: "kpis: [{id: a, name: Retentie na 7 dagen}, {id: b, name: Retentie na 30 dagen}, {id: c, name: Retentie na 9 dagen}]" },
      { text: "kpis: [{id: a, name: Klanten groep A}, {id: b, name: Klanten groep B}]" },
      { text: "kpis: [{id: a, name: Winst}, {id: b, name: Wins}]" },
      { text: kpi("name: Verkochte badkamers, metric: m", "name: Verkochte badkamers, type: observed") },
    ],
  },
  "plan-length": {
    invalid: [of(kpi("target: {value: 1, from: 2026-10-01, to: 2026-12-31, plan: []}"))],
    valid: [
      { text: kpi("target: {value: 1, from: 2026-10-15, to: 2026-11-15, plan: [1, 1]}") },
      { text: kpi("target: {value: 1, plan: [1]}") },
    ],
  },
  "plan-does-not-add-up": {
    invalid: [
      of(kpi(`metric: m, target: {value: 30 %, ${quarter}, plan: [28 %, 29 %]}`, share)),
      of(kpi(`metric: m, target: {value: 30, ${quarter}, measured: average, plan: [30, 40]}`, count)),
    ],
    valid: [
      { text: kpi(`metric: m, target: {value: 30 %, ${quarter}, plan: [28 %, 29 %, 30 %]}`, share) },
      { text: kpi(`metric: m, target: {value: 35, ${quarter}, measured: average, plan: [30, 40]}`, count) },
      { text: kpi(`metric: m, target: {value: 100, ${quarter}, plan: [33, 33, 33]}`, count) },
      { text: kpi(`metric: m, target: {value: 30 %, ${quarter}, measured: total, plan: [20 %, 40 %]}`, share) },
    ],
  },
};
