import { scenarios } from "./shop.ts";

const in_ = (id: string, was: string) => new RegExp(`(kpis - \\{id: ${id}.*)${was}`);
const sold = (target: string) => [in_("verkocht", String.raw`target: \{.*?\}`), `$1target: {${target}}`] as const;

scenarios("Crystal-clear KPIs", [
  {
    advice: "C1 an objective is where you want to go, a KPI the gauge: the number in the objective",
    sins: [["name: Meer verbouwers kiezen hun badkamer bij ons", "name: 250 badkamers verkopen in het vierde kwartaal"]],
    found: ["objective-posing-as-kpi kopen"],
  },
  {
    advice: "C1 an objective has a gauge",
    sins: [[/(kpis - \{id: verkocht.*) measures: kopen,/, "$1"]],
    found: ["objective-without-kpi kopen", "kpi-without-measures verkocht", "phase-without-kpi do"],
  },
  {
    advice: "C2 specific: a wish instead of a quantity",
    sins: [["name: Uitgelezen gidsen", "name: Betere gidsen"]],
    found: ["qualitative-wording gidslezers"],
  },
  {
    advice: "C2 measurable: nothing says what is counted",
    sins: [
      [in_("gidslezers", " metric: gelezen,"), "$1"],
      [/^metrics - \{id: gelezen.*\n/m, ""],
    ],
    found: ["no-metric gidslezers"],
  },
  {
    advice: "C2 measurable: no number to reach",
    sins: [[in_("gidslezers", String.raw` target: \{.*?\},`), "$1"]],
    found: ["kpi-without-target gidslezers"],
  },
  {
    advice: "C2 acceptable: agreed with nobody, and on no day",
    sins: [
      [in_("verkocht", String.raw` agreedBy: \[directie\], agreedOn: 2026-09-15,`), "$1"],
      [in_("gidslezers", " agreedOn: 2026-09-15,"), "$1"],
    ],
    found: ["not-agreed gidslezers", "not-agreed verkocht"],
  },
  {
    advice: "C2 realistic: nobody knows where it starts",
    sins: [[in_("verkocht", String.raw` baseline: \{.*?\},`), "$1"]],
    found: ["target-without-baseline verkocht"],
  },
  {
    advice: "C2 realistic: three times as much, and no reason",
    sins: [sold("value: 700, from: 2026-10-01, to: 2026-12-31"), [in_("verkocht", String.raw` because: [^,]*,`), "$1"]],
    found: ["target-unrealistic verkocht"],
  },
  {
    advice: "C2 realistic: more than a whole",
    sins: [[in_("gidslezers", "value: 30 %"), "$1value: 130 %"]],
    found: ["target-unrealistic gidslezers"],
  },
  {
    advice: "C2 realistic: a step larger than any year has shown",
    sins: [
      [
        "metrics - {id: verkocht, name: Verkochte badkamers, type: count, dataset: verkoop}",
        "metrics - {id: verkocht, name: Verkochte badkamers, type: observed, series: [{from: 2023-10-01, to: 2023-12-31, value: 214}, {from: 2024-10-01, to: 2024-12-31, value: 219}, {from: 2025-10-01, to: 2025-12-31, value: 225}]}",
      ],
      [in_("verkocht", String.raw` because: [^,]*,`), "$1"],
    ],
    found: ["target-unrealistic verkocht"],
  },
  {
    advice: "C2 realistic: what there is already",
    sins: [[in_("verkocht", "value: 225"), "$1value: 250"]],
    found: ["target-equals-baseline verkocht"],
  },
  { advice: "C2 time-bound: no end", sins: [sold("value: 250, from: 2026-10-01")], found: ["target-without-dates verkocht"] },
  {
    advice: "C2 time-bound: the end before the beginning",
    sins: [sold("value: 250, from: 2026-12-31, to: 2026-10-01")],
    found: ["target-backwards verkocht", "target-in-past verkocht"],
  },
  {
    advice: "C2 time-bound: over already",
    sins: [sold("value: 250, from: 2026-07-01, to: 2026-09-30")],
    found: ["target-in-past verkocht"],
  },
  {
    advice: "C2 time-bound: so long that nobody steers",
    sins: [sold("value: 2500, from: 2026-10-01, to: 2028-12-31"), [in_("verkocht", "value: 225"), "$1value: 2250"]],
    found: ["target-longer-than-year verkocht"],
  },
  {
    advice: "C3 KPIs fit the phase: purchases under See",
    sins: [[in_("verkocht", "measures: kopen"), "$1measures: advertentie"]],
    found: ["kpi-in-wrong-phase verkocht", "objective-without-kpi kopen", "phase-without-kpi do"],
  },
  {
    advice: "C3 KPIs fit the phase: loyalty under Think",
    sins: [["name: Uitgelezen gidsen", "name: Loyaliteit van lezers"]],
    found: ["kpi-in-wrong-phase gidslezers"],
  },
  {
    advice: "C4 monitor at a fixed rhythm, in time to steer: a look a quarter",
    sins: [[in_("verkocht", "measures: kopen,"), "$1measures: kopen, cadence: quarterly,"]],
    found: ["cadence-too-slow verkocht"],
  },
  {
    advice: "C4 a quarterly KPI is reported monthly",
    sins: [
      sold("value: 1000, from: 2026-01-01, to: 2026-12-31"),
      [in_("verkocht", "value: 225"), "$1value: 900"],
      [in_("verkocht", "measures: kopen,"), "$1measures: kopen, cadence: quarterly,"],
    ],
    found: ["quarterly-kpi-without-slices verkocht"],
  },
  {
    advice: "C4 on schedule or not: a plan of another length than the range",
    sins: [sold("value: 250, from: 2026-10-01, to: 2026-12-31, plan: [100, 150]")],
    found: ["plan-length verkocht"],
  },
  {
    advice: "C4 on schedule or not: a plan that leads elsewhere",
    sins: [sold("value: 250, from: 2026-10-01, to: 2026-12-31, plan: [60, 70, 80]")],
    found: ["plan-does-not-add-up verkocht"],
  },
  {
    advice: "C4 somebody watches it",
    sins: [[in_("gidslezers", " owner: marketing,"), "$1"]],
    found: ["no-owner gidslezers"],
  },
  {
    advice: "C6 keep optimising: a steering that was closed and taught nothing",
    sins: [
      "steering - {id: meer-foto, kpi: doorklik, opened: 2026-10-05, closed: 2026-11-01, cause: De foto was te donker, decided: stop}",
    ],
    found: ["steering-without-learning meer-foto"],
    mended: [
      "steering - {id: meer-foto, kpi: doorklik, opened: 2026-10-05, closed: 2026-11-01, cause: De foto was te donker, decided: stop, learning: Licht trekt.}",
    ],
  },
  {
    advice: "C6 a finding that is put off has a reason, an end, and is not forgotten",
    sins: [
      "waivers - {code: no-owner, on: verkocht}",
      "waivers - {code: no-owner, on: doorklik, because: Vakantie, by: directie, until: 2026-08-31}",
      "waivers - {code: no-owner, on: niemand, because: Vakantie, by: directie, until: 2026-12-31}",
    ],
    found: ["waiver-without-reason verkocht", "waiver-without-end verkocht", "expired-waiver doorklik", "waiver-of-nothing niemand"],
  },
]);
