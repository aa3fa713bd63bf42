import { type Discovered, storyOf, type Story } from "../../src/report/index.ts";

const smart = { S: "Specific: 3% of 40.", M: "Measured.", A: "Nobody agreed yet.", R: "In 2 of 6 periods.", T: "Until 31 December." };
const actions = [
  { do: "start" as const, what: "Send a message" },
  { do: "stop" as const, what: "Stop mailing everyone" },
  { do: "continue" as const, what: "Go on" },
];

/** What a shop could have told: with a KPI and a fact that want to be a formula and markup. */
export const discovered: Discovered = {
  asOf: "2026-06-30",
  mapping: { files: ["orders.csv"], excluded: { cancelled: 3 }, duplicates: 0 },
  steps: {
    profiles: { customers: 1200, withEmail: 840, duplicates: 12 },
    registered: { transactions: 5000, registered: 4100, share: 0.82, revenueShare: 0.875 },
    active: { customers: 1000, from: "2023-07-01", to: "2026-06-30" },
  },
  facts: [
    { id: "top-customers", value: 100, unit: "count", n: 1000, sentence: "Your best group is 100 customers." },
    { id: "top-revenue-share", value: 0.45, unit: "percent", n: 100, sentence: "They bring 45.0%.", lastYear: 0.5 },
    { id: "one-time-share", value: 0.3, unit: "percent", n: 1000, interval: [0.27, 0.33], sentence: "30.0% bought once." },
    {
      id: "best-selling-product",
      value: 0.12,
      unit: "percent",
      n: 4000,
      sentence: '=HYPERLINK("http://x.test")<script>alert(1)</script> sells best.',
    },
    { id: "score-mean", value: null, unit: "score", n: 0, sentence: "This cannot be told: there are no reviews." },
    { id: "score-late", value: null, unit: "score", n: 0, sentence: "This cannot be told: there are no reviews." },
  ],
  since: null,
  opportunities: [
    {
      id: "reactivate-top",
      objective: "The best stay",
      kpi: "=1+1 <b>Reactivation</b>",
      target: { value: 0.03, unit: "percent", from: "2026-07-01", to: "2026-12-31" },
      baseline: { value: 0.02 },
      smart,
      worth: { value: 1234.5, interval: [1000, 1500] },
      size: 40,
      attainability: 0.42,
      actions,
    },
    {
      id: "deliver-in-time",
      objective: "In time",
      kpi: "Late deliveries",
      target: { value: 0.01, unit: "percent", from: "2026-07-01", to: "2026-12-31" },
      baseline: { value: 0.05 },
      smart,
      worth: null,
      size: 4000,
      attainability: 0.2,
      actions,
    },
  ],
  pictures: {
    reach: { customers: 1200, email: 840, phone: null, consent: 300 },
    months: [
      { month: "2026-04", transactions: 200, registered: 150 },
      { month: "2026-05", transactions: 0, registered: 0 },
      { month: "2026-06", transactions: 240, registered: 216 },
    ],
    lorenz: [
      { customers: 0, revenue: 0 },
      { customers: 0.5, revenue: 0.1 },
      { customers: 0.8, revenue: 0.35 },
      { customers: 0.9, revenue: 0.55 },
      { customers: 0.95, revenue: 0.7 },
      { customers: 1, revenue: 1 },
    ],
    rfm: [
      { recency: 5, frequency: 5, customers: 300, revenue: 6000 },
      { recency: 5, frequency: 1, customers: 4, revenue: null },
      { recency: 1, frequency: 1, customers: 696, revenue: 4000 },
    ],
    cohorts: [
      { month: "2026-03", customers: 50, back: [0.4, 0.3, 0.22] },
      { month: "2026-04", customers: 6, back: [] },
      { month: "2026-05", customers: 30, back: [0.2] },
    ],
  },
};

export const storyIn = (language: "nl" | "en"): Story => storyOf(discovered, { language, currency: "EUR", title: "=Shop <i>" });
