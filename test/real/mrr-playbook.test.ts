import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { present, truth, values, workspaceWith } from "./shared.ts";

const movements = {
  mrr: "MRR",
  new: "new_or_reactivated_MRR",
  expansion: "expansion_MRR",
  contraction: "contraction_MRR",
  churned: "churn_MRR",
} as const;
const rates = { nrr: "NRR_pct", grr: "GRR_pct", "logo-churn": "logo_churn_pct" } as const;

const terms = "dataset: subscriptions, started: start_date, ended: end_date";
const yaml = `
helder: 1
name: Playbook
datasets:
  - {id: subscriptions, file: data/mrr_playbook_subscription_periods.csv, key: subscription_id, time: start_date, customer: customer_id}
metrics:
${["mrr", "new", "expansion", "contraction", "churned", "nrr", "grr"].map((measure) => `  - {id: ${measure}, type: recurring, ${terms}, amount: monthly_amount, measure: ${measure}}`).join("\n")}
  - {id: logo-churn, type: churn, kind: contractual, ${terms}}
`;

describe.skipIf(!present)("the MRR playbook", () => {
  let opened: Awaited<ReturnType<typeof workspaceWith>>;
  beforeAll(async () => {
    opened = await workspaceWith(["subscription/mrr_playbook_subscription_periods.csv"], yaml);
  });
  afterAll(() => opened.dispose());

  const range = { from: "2017-09-01", to: "2020-02-29" };
  const months = (): [string, Record<string, number>][] => Object.entries(truth["mrr_playbook"].by_month);

  test.each(Object.entries(movements))("%s by month", async (metric, key) => {
    expect(await values(opened.engine, metric, range)).toEqual(
      Object.fromEntries(months().map(([month, answers]) => [month, answers[key]])),
    );
  });

  test.each(Object.entries(rates))("%s by month; null where nobody was there at the start", async (metric, key) => {
    const found = await values(opened.engine, metric, range);
    for (const [month, answers] of months()) {
      if (answers[key] === undefined) expect(found[month], month).toBeNull();
      else expect(found[month]! * 100, month).toBeCloseTo(answers[key], 5);
    }
  });
});
